package relevo.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import relevo.archive.SavedLoad;
import relevo.cluster.Cluster;
import relevo.cluster.Footprint.Steps;
import relevo.junit.Playing;
import relevo.live.page.Trouble;
import relevo.load.Load;
import relevo.observation.Balancer;
import relevo.observation.ConfigurationFile;
import relevo.observation.Inventory;
import relevo.observation.Section;
import relevo.report.Result;
import relevo.run.ClusterOfTheRun;
import relevo.run.CurrentRun;
import relevo.substrate.Substrate;
import relevo.words.Text;

/** The cluster that is up, and what plays on it, from its making until it is made anew or left. */
final class Home implements AutoCloseable {

    private final ClusterOfTheRun outcome;
    private final Substrate substrate;
    private final CurrentRun run;
    private final Path reports;
    private final Playing playing;
    private final Cast cast;
    private List<ConfigurationFile> written;

    private Home(ClusterOfTheRun outcome, Substrate substrate, CurrentRun run, Path reports) {
        this.reports = reports;
        this.outcome = outcome;
        this.substrate = substrate;
        this.run = run;
        this.playing = new Playing(outcome.cluster(), outcome.broughtUp(), run);
        this.cast = Cast.of(outcome.cluster());
        this.written = cluster().inspection().configuration();
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
        return new Home(outcome, chosen.get(), run, reports);
    }

    Cluster cluster() {
        return outcome.cluster();
    }

    Cast cast() {
        return cast;
    }

    /** The balancer's configuration, of what was found; empty where none was. */
    static List<Section> configuration(Inventory found) {
        return found.balancer().map(Balancer::configuration).orElse(List.of());
    }

    /** Whether the balancer's files say something else than when it was asked last. */
    boolean isConfiguredAnew() {
        var now = cluster().inspection().configuration();
        var other = !now.equals(written);
        written = now;
        return other || cluster().inventory().balancer().filter(found -> !found.changedSinceStart().isEmpty()).isPresent();
    }

    /** What was written and not read by HAProxy yet; empty when it runs with what is written. */
    Optional<Trouble> notYetInForce() {
        return cluster().inventory().balancer().map(Balancer::changedSinceStart).filter(files -> !files.isEmpty())
                .map(files -> new Trouble(Text.of("%s cambió después de que HAProxy lo leyera: «systemctl reload haproxy» lo pone en vigor.",
                        "%s was changed after HAProxy had read it: \"systemctl reload haproxy\" puts it in force.", String.join(", ", files)), List.of()));
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

    /** Apart from the load that requirements are judged by. */
    Load traffic() {
        return new Load(cluster(), new SavedLoad(reports.resolve("traffic")));
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
