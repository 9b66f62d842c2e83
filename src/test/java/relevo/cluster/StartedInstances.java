package relevo.cluster;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import relevo.cluster.Journal.Entry;
import relevo.cluster.Journal.Verb;
import relevo.discovery.Probe;
import relevo.lxd.Lxd;
import relevo.machine.Node;
import relevo.machine.Progress;
import relevo.machine.SideBySide;
import relevo.observation.Balancer;
import relevo.observation.InstanceName;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Server;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;

/** Instances that were handed in stopped and run for one run: each is in the journal before it is started, and is stopped when the run is over. */
public final class StartedInstances {

    private static final String STOPPED = "Stopped";

    private final Machines machines;
    private final Inspection inspection;
    private final Journal journal;
    private final Progress progress;

    /**
     * @param nodes   that run
     * @param inside  text of {@code infra/provision/inside}
     * @param journal file of what is to be stopped
     */
    public StartedInstances(List<? extends Node> nodes, String inside, Path journal, Progress progress) {
        this.machines = new Machines(nodes, List.of(), inside);
        this.inspection = new Inspection(machines, new Layout(nodes.stream().map(Node::name).toList(), List.of()), () -> Inventory.NOTHING, new Footprint());
        this.journal = new Journal(journal);
        this.progress = progress;
    }

    /** Stops what a run that was killed had started. Until this one ends it stays written down, since what that run hurt is put right later. */
    public void takeOver() {
        if (!journal.takeOver().isEmpty()) {
            stop(false);
        }
    }

    /** The instances that a server line points at, or that somebody said to be the balancer, and that are stopped. */
    public static List<InstanceState> pointedAt(Inventory found) {
        var stopped = found.instances().stream().filter(state -> state.status().equals(STOPPED)).toList();
        var servers = found.servers().stream().flatMap(server -> meant(server, stopped).stream());
        var balancers = found.balancers().stream().filter(one -> one.told() && !one.runs()).map(Balancer::instance)
                .flatMap(name -> stopped.stream().filter(state -> state.name().equals(name)));
        return Stream.concat(balancers, servers).distinct().toList();
    }

    /** By what is known of the server; a name in its address is enough here, where it is proven or not as soon as it runs. */
    private static Optional<InstanceState> meant(Server server, List<InstanceState> stopped) {
        var host = server.address().replaceFirst(":\\d+$", "").replaceFirst("\\.(lxd|incus)$", "");
        var named = stopped.stream().filter(state -> server.instance().isEmpty() ? InstanceName.of(state.name()).name().equals(host)
                : state.name().equals(server.instance())).toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** Starts those that are {@link #pointedAt}, and waits until each opens a port. @return whether any was started */
    public boolean start(Inventory found) {
        var wanted = pointedAt(found).stream().filter(state -> machines.node(state.member()) != null).toList();
        if (wanted.isEmpty()) {
            return false;
        }
        machines.meet();
        wanted.stream().map(state -> new Entry(Verb.STOP_AGAIN, state.name())).filter(entry -> !journal.lastFirst().contains(entry)).forEach(journal::add);
        SideBySide.each(wanted, state -> {
            try {
                progress.say("relevo", "starting " + state.name() + ", which was handed in stopped");
                lxd(state).start(state.name());
                await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(500)).atMost(Timing.RESTORATION.max()).until(() -> listens(state));
            } catch (CannotCheck | ConditionTimeoutException off) {
                progress.say("relevo", state.name() + " was started and opens no port; it is judged so");
            }
        });
        return true;
    }

    private boolean listens(InstanceState state) {
        return Probe.of(machines.node(state.member())).called(List.of(state.name()), state.member()).listeners().stream()
                .anyMatch(listener -> listener.instance().equals(state.name()));
    }

    private Lxd lxd(InstanceState state) {
        return machines.lxd(machines.node(state.member()));
    }

    /** Stops them where a run ends in the middle: they stay written down, since the next run puts right what this one hurt. */
    public void stopForNow() {
        stop(false);
    }

    /** Stops them again. What cannot be stopped now is stopped by the next run. */
    public void stop() {
        stop(true);
    }

    private void stop(boolean forGood) {
        var entries = journal.lastFirst();
        if (entries.isEmpty()) {
            return;
        }
        machines.meet();
        var left = new ArrayList<String>();
        try {
            var instances = inspection.instances();
            SideBySide.each(entries, entry -> {
                try {
                    instances.stream().filter(state -> state.name().equals(entry.target())).findFirst().ifPresent(state -> lxd(state).shutDown(state.name()));
                    if (forGood) {
                        journal.done(entry);
                    }
                } catch (CannotCheck failed) {
                    left.add(entry.target());
                }
            });
        } catch (CannotCheck silent) {
            entries.forEach(entry -> left.add(entry.target()));
        }
        if (!left.isEmpty()) {
            progress.say("relevo", "could not stop what was handed in stopped, and the next run will: " + left);
        }
    }
}
