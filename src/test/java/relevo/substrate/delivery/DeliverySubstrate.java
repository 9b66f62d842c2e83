package relevo.substrate.delivery;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import relevo.cluster.Cluster;
import relevo.cluster.Door;
import relevo.cluster.Scout;
import relevo.cluster.StartedInstances;
import relevo.discovery.Fingerprints;
import relevo.machine.Output;
import relevo.machine.Progress;
import relevo.machine.SshNode;
import relevo.observation.BroughtUp;
import relevo.observation.Doorway;
import relevo.observation.Inventory;
import relevo.observation.LeftAsFound;
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
    private Mapping told = Mapping.NOTHING;
    private Optional<Fingerprints> before = Optional.empty();
    private Reached reached;
    private StartedInstances started;
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
            reach();
            Slowness.settle(settings, this::measureSlowness, progress);
            meanwhile.run();
            return found();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void reach() {
        told = delivery.mapping().map(file -> MappingFile.read(file, Path.of(delivery.given()))).orElse(Mapping.NOTHING);
        reached = new Reached(told, progress);
        reached.reach(delivery, environment);
    }

    /**
     * Looks, changes nothing, and says what a run would find and touch.
     *
     * @param suggestion where the mapping file to be edited goes
     */
    public Text discover(Path suggestion) {
        reach();
        try (var scout = new Scout(reached.nodes(), Inside.text(settings.infra()), false, told.told())) {
            var inventory = scout.look();
            contradict(inventory);
            var door = scout.doors(HostOnly::is).of(reached.published(), (machine, pid, host, port) -> URI.create("http://127.0.0.1:1/"));
            var doors = door.unpublished().isEmpty() ? door.balancer().stream().map(at -> new Doorway(at.getHost(), at.getPort(), 0, "", true)).toList()
                    : List.<Doorway>of();
            Files.writeString(Files.createDirectories(suggestion.toAbsolutePath().getParent()).resolve(suggestion.getFileName()),
                    MappingFile.suggestion(told.delivery(), reached.addresses(), inventory, doors));
            return WhatWasFound.of(inventory, told, doors, Touches.of("/relevo-….txt", inventory, told, doors, scout.startedByHand()));
        } catch (CannotCheck nothing) {
            throw new CannotStart(nothing.reason(), nothing.remedy());
        } catch (IOException unwritable) {
            throw new CannotStart(Text.of("No se puede escribir %s.", "%s cannot be written.", suggestion),
                    Text.of("Vea sus permisos.", "See its permissions."),
                    unwritable);
        }
    }

    private void contradict(Inventory inventory) {
        var wrong = told.contradictions(inventory);
        if (!wrong.isEmpty()) {
            throw new CannotStart(Text.same(delivery.mapping().map(Path::toString).orElse("") + ": ").then(wrong.get(0)),
                    Text.of("Corríjalo allí; -Drelevo.discover muestra lo que hay.", "Correct it there; -Drelevo.discover shows what there is."));
        }
    }

    private Cluster found() {
        var inside = Inside.text(settings.infra());
        var journal = JournalOf.delivery(delivery.given());
        // What is left of a copy is gone with it.
        var left = journal.resolveSibling(journal.getFileName() + (delivery.up() ? "-started-in-copy" : "-started"));
        started = new StartedInstances(reached.nodes(), inside, left, progress);
        if (!delivery.up()) {
            started.takeOver();
        }
        before = delivery.up() ? Optional.empty() : Optional.of(Fingerprints.take(reached.nodes()));
        try (var scout = new Scout(reached.nodes(), inside, true, told.told())) {
            var inventory = scout.look();
            contradict(inventory);
            if (told.may().startStopped() && started.start(inventory)) {
                inventory = scout.look();
                contradict(inventory);
            }
            var byHand = scout.startedByHand();
            if (!byHand.isEmpty()) {
                progress.say("relevo", Touches.lost(byHand).en());
            }
            var layout = scout.layout();
            var door = told.balancer().url().map(url -> new Door(url, List.of(), "", "told by the mapping file"))
                    .orElseGet(() -> scout.doors(HostOnly::is).of(reached.published(), this::tunnel));
            progress.say("relevo", "found " + layout.machines().size() + " machines, " + inventory.instances().size() + " instances, balancer "
                    + layout.balancer().map(one -> one.name() + " on " + one.node()).orElse("nowhere") + ", door " + door.web() + " (" + door.evidence() + ")");
            scout.close();
            var known = told.statistics().credentials(System.getenv()).orElse(new Credentials("", ""));
            return served(new Cluster(layout, reached.nodes(), door, new StatisticsSource(statistics(door), known), false, inside, journal));
        } catch (CannotCheck nothing) {
            throw new CannotStart(nothing.reason(), nothing.remedy());
        }
    }

    @Override
    public Optional<LeftAsFound> leftAsFound() {
        if (before.isPresent() && started != null) {
            started.stop();
        }
        return before.map(then -> then.compare(Fingerprints.take(reached.nodes())));
    }

    private List<URI> statistics(Door door) {
        if (told.statistics().url().isPresent()) {
            return List.of(told.statistics().url().get());
        }
        return door.unpublished().isEmpty() ? Stream.concat(door.balancer().stream().filter(each -> !each.equals(door.web())), Stream.of(door.web())).toList()
                : List.of();
    }

    private Cluster served(Cluster cluster) {
        cluster.prepare();
        return cluster;
    }

    private URI tunnel(String machine, int pid, String host, int port) {
        return URI.create("http://127.0.0.1:" + reached.node(machine).forwardInto(pid, host, port) + "/");
    }

    /** Sent there, and nothing of it stays. */
    private Output measureSlowness() {
        var told = System.getenv().getOrDefault("RELEVO_SLOWNESS", "");
        return reached.nodes().get(0).run(MEASURING, Map.of("RELEVO_SLOWNESS", told, "RELEVO_LEAVE_NOTHING", "yes"),
                Inside.text(settings.infra(), Slowness.SCRIPT),
                line -> { }, "bash", "-s");
    }

    /** What is in force on somebody else's machines is not for this project to change. */
    @Override
    public void balance() {
    }

    @Override
    public BroughtUp broughtUp() {
        return reached.broughtUp();
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
        return !delivery.up();
    }

    @Override
    public synchronized void close() {
        if (started != null && !delivery.up()) {
            started.stopForNow();
            started = null;
        }
        if (reached != null) {
            reached.close();
            reached = null;
        }
        if (lock != null) {
            lock.close();
        }
    }
}
