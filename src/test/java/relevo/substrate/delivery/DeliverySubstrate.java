package relevo.substrate.delivery;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import relevo.cluster.Cluster;
import relevo.cluster.Door;
import relevo.cluster.Scout;
import relevo.machine.Output;
import relevo.machine.Progress;
import relevo.machine.SshNode;
import relevo.observation.Inventory;
import relevo.outside.Credentials;
import relevo.outside.StatisticsSource;
import relevo.substrate.RunLock;
import relevo.substrate.Settings;
import relevo.substrate.Slowness;
import relevo.substrate.Substrate;
import relevo.verdict.CannotCheck;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** Machines that somebody else made: used as they are, looked at, judged, and left as they were found. */
public final class DeliverySubstrate implements Substrate {

    private static final String NAME = "delivery";
    private static final Duration MEASURING = Duration.ofMinutes(2);

    private final Settings settings;
    private final Settings.Delivery delivery;
    private final Map<String, String> environment;
    private final Progress progress;
    private Reached reached;
    private RunLock lock;

    public DeliverySubstrate(Settings settings, Settings.Delivery delivery, Progress progress) {
        this(settings, delivery, Map.of(), progress);
    }

    /** @param environment added to what a Vagrantfile is run with */
    public DeliverySubstrate(Settings settings, Settings.Delivery delivery, Map<String, String> environment, Progress progress) {
        this.settings = settings;
        this.delivery = delivery;
        this.environment = environment;
        this.progress = progress;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean nodesStandIn() {
        return false;
    }

    @Override
    public Cluster up(Runnable meanwhile) {
        lock = RunLock.take();
        try {
            reached = Reached.of(delivery, progress);
            Slowness.settle(settings, this::measureSlowness, progress);
            meanwhile.run();
            return found();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private Cluster found() {
        var inside = Inside.text(settings.infra());
        try (var scout = new Scout(reached.nodes(), inside, true)) {
            var inventory = scout.look();
            var layout = scout.layout();
            var door = scout.doors(HostOnly::is).of(reached.published(), this::tunnel);
            progress.say("relevo", "found " + layout.machines().size() + " machines, " + inventory.instances().size() + " instances, balancer "
                    + layout.balancer().map(one -> one.name() + " on " + one.node()).orElse("nowhere") + ", door " + door.web() + " (" + door.evidence() + ")");
            scout.close();
            return served(new Cluster(layout, reached.nodes(), door, new StatisticsSource(statistics(door), new Credentials("", "")), false, inside,
                    JournalOf.delivery(delivery.given())));
        } catch (CannotCheck nothing) {
            throw new CannotStart(nothing.reason(), nothing.remedy());
        }
    }

    private static List<URI> statistics(Door door) {
        return door.unpublished().isEmpty() ? Stream.concat(door.balancer().stream().filter(each -> !each.equals(door.web())), Stream.of(door.web())).toList()
                : List.of();
    }

    private Cluster served(Cluster cluster) {
        cluster.prepare();
        return cluster;
    }

    private URI tunnel(String machine, String host, int port) {
        return URI.create("http://127.0.0.1:" + reached.node(machine).forward(host, port) + "/");
    }

    /** Sent there, and nothing of it stays. */
    private Output measureSlowness() {
        var told = System.getenv().getOrDefault("RELEVO_SLOWNESS", "");
        return reached.nodes().get(0).run(MEASURING, Map.of("RELEVO_SLOWNESS", told, "RELEVO_LEAVE_NOTHING", "yes"), Inside.text(settings.infra(), Slowness.SCRIPT),
                line -> { }, "bash", "-s");
    }

    @Override
    public List<String> differences(Inventory found) {
        return List.of();
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("machines", String.join(", ", reached.nodes().stream().map(SshNode::name).toList()));
    }

    /** What this run did not make stays. */
    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public synchronized void close() {
        if (reached != null) {
            reached.close();
            reached = null;
        }
        if (lock != null) {
            lock.close();
        }
    }
}
