package relevo.substrate.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Network.Ipam;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.IsRunningStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;
import relevo.cluster.Cluster;
import relevo.cluster.Provisioning;
import relevo.cluster.Topology;
import relevo.machine.Command;
import relevo.machine.Progress;
import relevo.machine.SideBySide;
import relevo.observation.BroughtUp;
import relevo.observation.Inventory;
import relevo.observation.Role;
import relevo.substrate.Assembly;
import relevo.substrate.Blueprint;
import relevo.substrate.Infra;
import relevo.substrate.Published;
import relevo.substrate.RunLock;
import relevo.substrate.Settings;
import relevo.substrate.Slowness;
import relevo.substrate.Substrate;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** Nodes that are containers of this machine's Docker engine, each with its own systemd and LXD. */
public final class DockerSubstrate implements Substrate {

    private static final String NAME = "docker";
    /** Where HAProxy's proxy devices listen on the balancer's node. */
    private static final int HTTP_ON_NODE = 80;
    private static final int STATISTICS_ON_NODE = 8404;
    /** Five instances and their images take about half of it. */
    private static final long DISK_BYTES = 3L << 30;

    private final Settings settings;
    private final Progress progress;
    private RunLock lock;
    private DockerClient docker;
    private Made made;
    private List<DockerNode> nodes = List.of();
    private Provisioning provisioning;
    private BroughtUp broughtUp = BroughtUp.BEFORE;

    public DockerSubstrate(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean nodesStandIn() {
        return true;
    }

    @Override
    public Cluster up(Runnable meanwhile) {
        var infra = Infra.read(settings.infra());
        lock = RunLock.take();
        Slowness.settle(settings, Command.of(settings.infra().resolve(Slowness.SCRIPT).toString())::run, progress);
        // Begun before the engine's client is loaded, which takes as long.
        var images = CompletableFuture.supplyAsync(() -> SideBySide.map(List.of("node", "instance"), new Builders(settings.infra(), progress)::built));
        docker = engine();
        made = new Made(docker);
        try {
            return up(infra, images, meanwhile);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private Cluster up(Infra infra, CompletableFuture<List<String>> built, Runnable meanwhile) {
        var topology = infra.topology();
        var images = result(built);
        var image = images.get(0);
        var instances = Path.of(images.get(1));
        var foundation = Foundation.of(settings.infra(), image, instances.toString());
        var published = Published.of(settings, topology);

        var started = System.nanoTime();
        var kept = usable(topology, foundation, published);
        if (kept) {
            var running = made.nodes();
            nodes = topology.nodeNames().stream().map(node -> new DockerNode(node, topology.address(node, NAME), running.get(node).getId(), docker)).toList();
            progress.say("relevo", "using the cluster that an earlier run kept");
        } else {
            sweep();
            start(topology, image, instances, foundation, published);
        }
        var assembly = new Assembly(settings, infra, this, published, progress);
        provisioning = assembly.provisioning(nodes);
        if (settings.provision()) {
            provisioning.apply(meanwhile);
            broughtUp = kept ? BroughtUp.BEFORE : BroughtUp.since(started);
        }
        return assembly.cluster(nodes, provisioning);
    }

    private static <T> T result(CompletableFuture<T> begun) {
        try {
            return begun.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException told ? told : failed;
        }
    }

    private static DockerClient engine() {
        try {
            var client = DockerClientFactory.instance().client();
            client.pingCmd().exec();
            return client;
        } catch (IllegalStateException | DockerException none) {
            throw new CannotStart(Text.of("No responde ningún motor Docker.", "No Docker engine answers."),
                    Text.of("Ejecute infra/setup, que lo instala y lo arranca; el usuario debe poder usar «docker ps».",
                            "Run infra/setup, which installs and starts it; the user must be able to use \"docker ps\"."), none);
        }
    }

    /** Whether the cluster that is up can be brought to what {@code infra/} describes. Says why not. */
    private boolean usable(Topology topology, String foundation, Published published) {
        var running = made.nodes();
        if (running.isEmpty()) {
            return false;
        }
        var labels = running.values().iterator().next().getLabels();
        var kept = Boolean.parseBoolean(labels.get(Made.KEPT));
        var owner = Path.of(labels.getOrDefault(Made.INFRA, ""));
        if (kept && !owner.equals(settings.infra()) && Files.isDirectory(owner)) {
            throw new CannotStart(Text.of("Está levantado el clúster de %s, guardado con relevo.keep.", "The cluster of %s is up, kept with relevo.keep.",
                    owner),
                    Text.of("Bájelo con %s/down.", "Take it down with %s/down.", owner));
        }
        if (!kept || !settings.keep()) {
            return false;
        }
        var same = running.keySet().containsAll(topology.nodeNames()) && running.size() == topology.nodes().size()
                && running.values().stream().allMatch(node -> "running".equals(node.getState()))
                && foundation.equals(labels.get(Made.FOUNDATION)) && portsLabel(published).equals(labels.get(Made.PORTS));
        if (!same) {
            progress.say("relevo", "the kept cluster was made from another description: making it anew");
        }
        return same;
    }

    private static String portsLabel(Published published) {
        return published.http() + "," + published.statistics();
    }

    private void sweep() {
        if (!made.isEmpty()) {
            progress.say("relevo", "removing what an earlier run left");
            made.remove();
        }
    }

    private void start(Topology topology, String image, Path instances, String foundation, Published published) {
        published.mustBeFree();
        mustHaveRoom();
        var flags = NodeFlags.read(settings.infra().resolve("images/node.flags"));
        var labels = Map.of(Made.LABEL, topology.name(), Made.FOUNDATION, foundation, Made.INFRA, settings.infra().toString(),
                Made.KEPT, String.valueOf(settings.keep()), Made.PORTS, portsLabel(published));
        makeNetwork(topology, labels);
        nodes = SideBySide.map(topology.nodeNames(), node -> startNode(topology, node, image, instances, flags, labels, published));
    }

    private void mustHaveRoom() {
        try {
            var free = Files.getFileStore(Path.of(docker.infoCmd().exec().getDockerRootDir())).getUsableSpace();
            if (free < DISK_BYTES) {
                throw new CannotStart(Text.of("Quedan %d MiB libres donde Docker guarda sus datos; hacen falta %d.",
                        "%d MiB are free where Docker keeps its data; it takes %d.",
                        free >> 20, DISK_BYTES >> 20), Text.of("Libere espacio, por ejemplo con «docker system prune».",
                        "Free some, for example with \"docker system prune\"."));
            }
        } catch (IOException elsewhere) {
            // An engine in a virtual machine of its own keeps its data where the host cannot look.
        }
    }

    private void makeNetwork(Topology topology, Map<String, String> labels) {
        try {
            docker.createNetworkCmd().withName(topology.name()).withLabels(labels)
                    .withIpam(new Ipam().withConfig(new Ipam.Config().withSubnet(topology.subnets().get(NAME)))).exec();
        } catch (DockerException refused) {
            throw new CannotStart(Text.of("Docker no puede crear la red %s: %s", "Docker cannot make network %s: %s", topology.subnets().get(NAME),
                    refused.getMessage().strip()),
                    Text.of("Otra red usa esas direcciones (¿libvirt, otra de Docker?); cambie subnets.docker en cluster.yaml.",
                            "Another network uses those addresses (libvirt, another one of Docker's?); change subnets.docker in cluster.yaml."), refused);
        }
    }

    private DockerNode startNode(Topology topology, String node, String image, Path instances, NodeFlags flags, Map<String, String> labels,
            Published published) {
        var balancer = topology.layout().having(Role.BALANCER).get(0).node().equals(node);
        var ownLabels = new TreeMap<>(labels);
        ownLabels.put(Made.NODE, node);
        @SuppressWarnings("resource") // taken down by its label, also by a later run
        var container = new GenericContainer<>(DockerImageName.parse(image))
                .withLabels(ownLabels)
                .withReuse(settings.keep())
                .withStartupCheckStrategy(new IsRunningStartupCheckStrategy())
                .waitingFor(new NoWait())
                .withCreateContainerCmdModifier(command -> {
                    command.withName(topology.name() + "-" + node).withHostName(node)
                            .withIpv4Address(topology.address(node, NAME))
                            .withStopSignal(flags.stopSignal())
                            .withVolumes(flags.volumes().stream().map(Volume::new).toList());
                    HostConfig host = command.getHostConfig();
                    flags.into(host);
                    host.withNetworkMode(topology.name()).withBinds(readOnly(settings.infra(), Assembly.INFRA_ON_NODE),
                            readOnly(instances, Assembly.IMAGES_ON_NODE));
                    if (balancer) {
                        command.withExposedPorts(ExposedPort.tcp(HTTP_ON_NODE), ExposedPort.tcp(STATISTICS_ON_NODE));
                        host.withPortBindings(binding(published.http(), HTTP_ON_NODE), binding(published.statistics(), STATISTICS_ON_NODE));
                    }
                });
        container.start();
        progress.say(node, "container started");
        return new DockerNode(node, topology.address(node, NAME), container.getContainerId(), docker);
    }

    private static Bind readOnly(Path host, String node) {
        return Bind.parse(host + ":" + node + ":ro");
    }

    private static PortBinding binding(int port, int onNode) {
        return new PortBinding(Ports.Binding.bindIpAndPort("127.0.0.1", port), ExposedPort.tcp(onNode));
    }

    /** The scripts that made the cluster which is up, to be run again after {@code infra/} was edited. */
    public Provisioning provisioning() {
        return provisioning;
    }

    @Override
    public void balance() {
        provisioning.balance();
    }

    @Override
    public BroughtUp broughtUp() {
        return broughtUp;
    }

    @Override
    public List<String> differences(Inventory found) {
        return settings.provision() ? new Blueprint(Infra.read(settings.infra()).topology()).differences(found) : List.of();
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("docker", docker.versionCmd().exec().getVersion());
    }

    /** A cluster that lacks a node is of no use to the next run. */
    @Override
    public boolean stays() {
        return settings.keep() && !nodes.isEmpty();
    }

    @Override
    public synchronized void close() {
        if (made != null && stays()) {
            progress.say("relevo", "the cluster stays up (relevo.keep); infra/down takes it down");
        } else if (made != null) {
            progress.say("relevo", "taking the cluster down");
            made.remove();
        }
        made = null;
        if (lock != null) {
            lock.close();
        }
    }
}
