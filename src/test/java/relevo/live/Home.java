package relevo.live;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import relevo.cluster.Cluster;
import relevo.cluster.Footprint.Steps;
import relevo.junit.Playing;
import relevo.load.Load;
import relevo.report.Result;
import relevo.run.ClusterOfTheRun;
import relevo.run.CurrentRun;
import relevo.substrate.Substrate;

/** The cluster that is up, and what plays on it, from its making until it is made anew or left. */
final class Home implements AutoCloseable {

    private final ClusterOfTheRun outcome;
    private final Substrate substrate;
    private final CurrentRun run;
    private final Playing playing;

    private Home(ClusterOfTheRun outcome, Substrate substrate, CurrentRun run) {
        this.outcome = outcome;
        this.substrate = substrate;
        this.run = run;
        this.playing = new Playing(outcome.cluster(), outcome.broughtUp(), run);
    }

    /**
     * Brings the cluster up, or takes the one that is up.
     *
     * @param reports folder for what is found out
     * @throws RuntimeException why there is none
     */
    static Home of(Path reports) {
        var run = CurrentRun.begin(reports);
        var chosen = new AtomicReference<Substrate>();
        var outcome = ClusterOfTheRun.start(chosen::set);
        outcome.cluster();
        return new Home(outcome, chosen.get(), run);
    }

    Cluster cluster() {
        return outcome.cluster();
    }

    CurrentRun run() {
        return run;
    }

    /** What was found out about one requirement, and what it looked at for it. */
    record Played(Result result, Steps steps) {
    }

    Played play(String id) {
        cluster().footprint().take();
        var result = playing.play(id);
        return new Played(result, cluster().footprint().take());
    }

    /** Brings haproxy.cfg and the apology as they are now into the cluster. */
    void balance() {
        substrate.balance();
    }

    Load load() {
        return new Load(cluster(), run.savedLoad());
    }

    /** Leaves it as it was found, up or down as it was asked for. */
    @Override
    public void close() {
        try {
            playing.close();
        } finally {
            outcome.close();
        }
    }
}
