package relevo.cluster;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.openqa.selenium.WebDriverException;
import relevo.haproxy.Browser;
import relevo.haproxy.StatisticsSource;
import relevo.haproxy.Visitor;
import relevo.judge.Text;
import relevo.judge.Timing;
import relevo.observation.Doorway;
import relevo.observation.InstanceState;
import relevo.observation.Listener;
import relevo.observation.Member;
import relevo.observation.Observation;
import relevo.observation.Page;
import relevo.observation.Reach;
import relevo.observation.Role;
import relevo.observation.ServerRow;
import relevo.observation.Snapshot;

/**
 * The running system: what a specification can ask of it and do to it. Faults are verbs; each registers its own undo before it acts, and
 * {@link #restore} brings the cluster back to where it was.
 */
public final class Cluster {

    private final Topology topology;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final URI web;
    private final StatisticsSource statistics;
    private final boolean nodesStandIn;
    private final String inside;
    private final Markers markers = new Markers();
    private final Observatory observatory;
    private final Undo undo = new Undo();
    private String complaintFromTheBeginning = "";
    private final Map<String, Object> seenOnce = new ConcurrentHashMap<>();

    /**
     * @param nodes        running, in the topology's order
     * @param web          where the balancer answers, from the host
     * @param statistics   where its statistics are read, from the host
     * @param nodesStandIn whether the nodes are containers that stand in for virtual machines
     * @param inside       text of {@code infra/provision/inside}
     */
    public Cluster(Topology topology, List<? extends Node> nodes, URI web, StatisticsSource statistics, boolean nodesStandIn, String inside) {
        this.inside = inside;
        this.topology = topology;
        nodes.forEach(node -> this.nodes.put(node.name(), node));
        this.web = web;
        this.statistics = statistics;
        this.nodesStandIn = nodesStandIn;
        this.observatory = new Observatory(web.resolve(markers.path()), markers::server, statistics, new Roster(topology.instances()), roles());
    }

    // ---- what it is made of

    public List<Instance> production() {
        return topology.having(Role.PRODUCTION);
    }

    public List<Instance> backups() {
        return topology.having(Role.BACKUP);
    }

    /** Production and backups, all but one. */
    public List<Instance> webServersBut(Instance one) {
        return webServers().stream().filter(server -> !server.equals(one)).toList();
    }

    /** Production and backups. */
    public List<Instance> webServers() {
        return Stream.concat(production().stream(), backups().stream()).toList();
    }

    public Instance balancer() {
        return topology.having(Role.BALANCER).get(0);
    }

    /** What each instance is for, by name. */
    public Map<String, Role> roles() {
        var roles = new TreeMap<String, Role>();
        topology.instances().forEach(instance -> roles.put(instance.name(), instance.role()));
        return roles;
    }

    /** Names of the machines, as the topology lists them. */
    public List<String> nodeNames() {
        return topology.nodeNames();
    }

    /**
     * A machine that carries production servers and not the balancer.
     *
     * @throws CannotCheck when there is none
     */
    public String machineWithoutBalancer() {
        return production().stream().map(Instance::node).filter(node -> !node.equals(balancer().node())).findFirst()
                .orElseThrow(() -> new CannotCheck(Text.of("Todos los servidores de producción están en la máquina del balanceador.", "All production servers are on the balancer's machine."),
                        Text.of("Ponga al menos uno en otra máquina.", "Put at least one on another machine."), null));
    }

    /** The instances that a machine carries. */
    public List<Instance> carriedBy(String machine) {
        return topology.instances().stream().filter(instance -> instance.node().equals(machine)).toList();
    }

    /** Whether the nodes are containers that stand in for virtual machines. */
    public boolean nodesStandIn() {
        return nodesStandIn;
    }

    // ---- what it says of itself

    /** Versions of what the cluster is made of, by program; those that could be found out. */
    public Map<String, String> versions() {
        var versions = new Versions().manager(anyLxd()).haproxy(lxd(balancer()), balancer());
        production().stream().findFirst().ifPresent(server -> versions.apache(lxd(server), server));
        return versions.found();
    }

    /** What each machine answers when it is asked for the list of members; one that cannot be asked is missing. */
    public Map<String, List<Member>> membersToldByEach() {
        var told = new ConcurrentSkipListMap<String, List<Member>>();
        SideBySide.each(nodes.values(), node -> {
            try {
                told.put(node.name(), new Lxd(node, inside).members());
            } catch (CannotCheck silent) {
                // What the others tell of it decides.
            }
        });
        return told;
    }

    /** As {@link #membersToldByEach}, once all say that all are online; what they say at last, where that takes longer than {@link Timing#MACHINE_RETURN}. */
    public Map<String, List<Member>> membersOnceOnline() {
        var told = new ArrayList<Map<String, List<Member>>>();
        try {
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(500)).atMost(Timing.MACHINE_RETURN.max()).until(() -> {
                told.add(membersToldByEach());
                var last = told.get(told.size() - 1);
                return last.size() == nodes.size() && last.values().stream().flatMap(List::stream).allMatch(member -> member.status().equals("ONLINE"));
            });
        } catch (ConditionTimeoutException late) {
            // What was told last is for the judge.
        }
        return told.get(told.size() - 1);
    }

    /** The members as the first node lists them. */
    public List<Member> members() {
        return anyLxd().members();
    }

    /** Every instance of the cluster. */
    public List<InstanceState> instances() {
        return anyLxd().instances();
    }

    /** The TCP sockets on which programs listen, in every instance. */
    public List<Listener> listeners() {
        return SideBySide.map(topology.instances(), instance -> lxd(instance).listeners(instance.name())).stream().flatMap(List::stream).toList();
    }

    /** The balancer's container asks each web server for a page. */
    public List<Reach> reachFromBalancer() {
        return SideBySide.map(webServers(), server -> {
            var page = fetchInside(balancer(), server.address(), "/");
            return new Reach(balancer().name(), server.name(), page.status() > 0, page.status() > 0 ? "HTTP " + page.status() : page.body());
        });
    }

    /** A page of a web server, asked for inside its own container, around the balancer. */
    public Page direct(Instance server, String path) {
        return fetchInside(server, "127.0.0.1", path);
    }

    /** Bash alone, so that nothing need be installed in the container; address and path are arguments, not shell text. */
    private Page fetchInside(Instance from, String address, String path) {
        var script = "exec 3<>\"/dev/tcp/$1/80\" && printf 'GET %s HTTP/1.0\\r\\nHost: %s\\r\\n\\r\\n' \"$2\" \"$1\" >&3 && cat <&3";
        var output = lxd(from).run(from.name(), "timeout", String.valueOf(Timing.COMMAND.max().toSeconds() / 3), "bash", "-c", script, "fetch", address, path);
        return output.ok() ? RawResponse.parse(output.out()) : new Page(0, Map.of(), reason(address, output.complaint()));
    }

    /** Of Bash's "fetch: line 1: /dev/tcp/10.0.0.1/80: Connection refused", with as much again before it, what is of use; empty when it says nothing. */
    private static String reason(String address, String complaint) {
        return complaint.isBlank() ? "" : address + ":80: " + complaint.substring(complaint.lastIndexOf(": ") + 1).strip();
    }

    // ---- what a visitor sees

    /** Opens a page through the balancer. */
    public Page open(String path) {
        return Visitor.withNewConnections().open(web.resolve(path));
    }

    /** Where a page is, through the balancer. */
    public URI address(String path) {
        return web.resolve(path);
    }

    /** The statistics page as somebody sees it who knows the password. */
    public Page statisticsPage() {
        return statistics.html();
    }

    /** The statistics page as somebody sees it who does not. */
    public Page statisticsPageAsStranger() {
        return Visitor.withNewConnections().open(statistics.page());
    }

    /** What happens when somebody who knows the password submits a form to the statistics page. */
    public Page submitToStatistics(Map<String, String> form) {
        return Visitor.withNewConnections().submit(statistics.page(), statistics.credentials(), form);
    }

    /** What this host finds behind its own published port and behind every port that a machine opens to its network: each is asked once. */
    public List<Doorway> doorways() {
        markers.mustBeWritten();
        var doors = new ArrayList<>(List.of(knock(web.getHost(), web.getPort())));
        nodes.values().forEach(node -> OpenPorts.of(node).forEach(port -> doors.add(knock(node.address(), port))));
        return List.copyOf(doors);
    }

    private Doorway knock(String address, int port) {
        var before = sessions();
        var page = Visitor.withNewConnections().open(URI.create("http://" + address + ":" + port + markers.path()));
        var server = markers.server(page);
        return new Doorway(address, port, page.status(), server, !server.isEmpty() && countedAfter(before));
    }

    /** The balancer counts a session when it ends, which may be a moment after its answer. */
    private boolean countedAfter(long before) {
        try {
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50)).atMost(Timing.COUNTING.max()).until(() -> sessions() > before);
            return true;
        } catch (ConditionTimeoutException notCounted) {
            return false;
        }
    }

    private long sessions() {
        return snapshot().statistics().servers().stream().mapToLong(ServerRow::sessions).sum();
    }

    /** The text of the statistics page as a browser shows it. @param screenshot where to write a picture of it */
    public String renderStatistics(Path screenshot) {
        if (!Browser.isInstalled()) {
            throw new CannotCheck(Text.of("No hay navegador que abra la página de estadísticas.", "There is no browser to open the statistics page."),
                    Text.of("Instale chromium y chromium-driver (infra/setup lo hace).", "Install chromium and chromium-driver (infra/setup does)."), null);
        }
        try {
            return Browser.render(statistics.page(), statistics.credentials(), screenshot);
        } catch (IOException | WebDriverException failed) {
            if (statisticsPage().status() == 0) {
                return "";
            }
            throw new CannotCheck(Text.of("El navegador no pudo abrir la página: %s", "The browser could not open the page: %s", failed.getMessage().lines().findFirst().orElse("")),
                    Text.of("Ábrala a mano para ver qué pasa.", "Open it by hand to see what happens."), failed);
        }
    }

    /** The statistics now, each row joined with the instance that it means. @throws CannotCheck when they cannot be read */
    public Snapshot snapshot() {
        return observatory.snapshot();
    }

    /** The statistics now, or none where they cannot be read. */
    public Snapshot snapshotIfReadable() {
        return observatory.snapshotIfReadable();
    }

    /** Opens the marker page so many times, one after the other. */
    public Observation visits(int count, Visitor visitor) {
        markers.mustBeWritten();
        return observatory.visits(count, visitor);
    }

    /** Watches the cluster under light traffic while the story goes on. */
    public Observation watchUnderLightTraffic(Consumer<Watch> story) {
        markers.mustBeWritten();
        return observatory.watchUnderLightTraffic(story);
    }

    /** Watches the cluster while the story goes on, which makes its own traffic if it wants any. */
    public Observation watch(Consumer<Watch> story) {
        return observatory.watch(story);
    }

    /**
     * What this supplier saw, or what it saw when it was asked before in this run: for observations that several requirements are judged by.
     *
     * @throws CannotCheck every time, when it threw one the first time
     */
    @SuppressWarnings("unchecked")
    public <T> T once(String story, Supplier<T> supplier) {
        var seen = seenOnce.computeIfAbsent(story, unseen -> {
            try {
                return supplier.get();
            } catch (CannotCheck failed) {
                return failed;
            }
        });
        if (seen instanceof CannotCheck failed) {
            throw failed;
        }
        return (T) seen;
    }

    // ---- faults

    /** Cuts the power of these instances, at the same time. */
    public void stop(Collection<Instance> instances) {
        undo.register(() -> start(instances));
        SideBySide.each(instances, instance -> {
            lxd(instance).stop(instance.name());
            observatory.note("stop", instance.name());
        });
    }

    /** Cuts the power of one instance. */
    public void stop(Instance instance) {
        stop(List.of(instance));
    }

    /** Kills every process of an instance with SIGKILL, and leaves it so. */
    public void kill(Instance instance) {
        undo.register(() -> start(instance));
        lxd(instance).stop(instance.name());
        observatory.note("kill", instance.name());
    }

    /** Switches these instances on, at the same time; those that run already stay as they are. */
    public void start(Collection<Instance> instances) {
        SideBySide.each(instances, instance -> {
            // Before the command: the server may answer before that returns.
            observatory.note("start", instance.name());
            lxd(instance).start(instance.name());
        });
    }

    /** Switches one instance on. */
    public void start(Instance instance) {
        start(List.of(instance));
    }

    /** Cuts the power of a machine, and so of all that it carries. */
    public void cutPower(String machine) {
        undo.register(() -> start(carriedBy(machine)));
        undo.register(() -> switchOn(machine));
        nodes.get(machine).cutPower();
        carriedBy(machine).forEach(instance -> observatory.note("poweroff", instance.name()));
    }

    /** Cuts a machine off from the world: it neither answers nor hangs up. */
    public void freeze(String machine) {
        undo.register(() -> unfreeze(machine));
        nodes.get(machine).freeze();
        carriedBy(machine).forEach(instance -> observatory.note("freeze", instance.name()));
    }

    /** Lets a frozen machine go on. */
    public void unfreeze(String machine) {
        carriedBy(machine).forEach(instance -> observatory.note("unfreeze", instance.name()));
        nodes.get(machine).unfreeze();
    }

    /** Switches a machine on, and nothing on it. */
    public void switchOn(String machine) {
        carriedBy(machine).forEach(instance -> observatory.note("poweron", instance.name()));
        nodes.get(machine).switchOn();
    }

    // ---- care

    /**
     * Begins a run: finds the statistics page, writes the markers, removes those that an interrupted run left, and looks how the cluster is. One
     * that does not serve as the topology wants within {@link Timing#RETURN} is judged as it is.
     */
    public void prepare() {
        seenOnce.clear();
        statistics.locate();
        markers.begin();
        complaintFromTheBeginning = "";
        SideBySide.each(webServers(), server -> markers.write(lxd(server), server.name()));
        try {
            awaitHealthy(Timing.RETURN);
        } catch (CannotCheck ill) {
            // How it came is how it is judged, and how each test must leave it.
            complaintFromTheBeginning = complaint();
            new Progress().say("cluster", "not as it should be, and judged so: " + complaintFromTheBeginning);
        }
    }

    /** After more load than it bears: waits until it serves as it did, for at most {@link Timing#RETURN}; one that does not is judged as it is. */
    public void recover() {
        try {
            awaitHealthy(Timing.RETURN);
        } catch (CannotCheck ill) {
            new Progress().say("cluster", "not as before the overload, and judged so: " + complaint());
        }
    }

    /** Undoes every fault, last one first, and waits until the cluster serves as it did. */
    public void restore() {
        if (!undo.isEmpty()) {
            undo.undoAll();
            awaitHealthy(Timing.RESTORATION);
        }
    }

    /**
     * Runs a shell script as root, on a machine or inside an instance: to make a wrong cluster of a good one, never to judge one.
     *
     * @param where a machine's name, or an instance's
     * @throws CannotCheck when it does not end with status 0 within {@link Timing#COMMAND}
     */
    public void alter(String where, String script) {
        var instance = topology.instances().stream().filter(one -> one.name().equals(where)).findFirst();
        if (instance.isPresent()) {
            lxd(instance.get()).exec(where, "bash", "-euc", script);
        } else {
            nodes.get(where).ask("bash", "-euc", script);
        }
    }

    /** Removes what {@link #prepare} wrote. */
    public void cleanUp() {
        restore();
        SideBySide.each(webServers(), server -> markers.remove(lxd(server), server.name()));
    }

    /** What went wrong, for the evidence folder: file name to content. Never throws; what cannot be had says so. */
    public Map<String, String> evidence() {
        var evidence = new TreeMap<String, String>();
        var lxd = lxd(balancer());
        evidence.put("statistics.csv", attempt(() -> statistics.csv().body()));
        evidence.put("haproxy.log", attempt(() -> lxd.exec(balancer().name(), "journalctl", "--no-pager", "-u", "haproxy", "-n", "200")));
        evidence.put("haproxy.cfg", attempt(() -> Redaction.of(lxd.exec(balancer().name(), "cat", "/etc/haproxy/haproxy.cfg"))));
        evidence.put("lxc-list.txt", attempt(() -> nodes.get(balancer().node()).ask("lxc", "list")));
        evidence.put("lxc-cluster-list.txt", attempt(() -> nodes.get(balancer().node()).ask("lxc", "cluster", "list")));
        return evidence;
    }

    private static String attempt(Supplier<String> source) {
        try {
            return source.get();
        } catch (RuntimeException failed) {
            return "could not be had: " + failed.getMessage();
        }
    }

    private void awaitHealthy(Timing longest) {
        var last = new String[] {"nothing"};
        try {
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100)).atMost(longest.max()).until(() -> {
                last[0] = complaint();
                return last[0].isEmpty() || last[0].equals(complaintFromTheBeginning);
            });
        } catch (ConditionTimeoutException unhealthy) {
            throw new CannotCheck(
                    Text.of("El clúster no volvió a servir en %.0f s; lo último que se vio: %s", "The cluster did not serve again within %.0f s; last seen: %s",
                            longest.maxMs() / 1000, last[0]),
                    Text.of("Mire el estado con «lxc list» y la página de estadísticas.", "Look at \"lxc list\" and at the statistics page."), unhealthy);
        }
    }

    /** What keeps the cluster from serving as the topology wants it; empty when nothing does. */
    public String complaint() {
        var complaints = new ArrayList<String>();
        var now = snapshotIfReadable();
        var seenUp = new HashSet<String>();
        now.statistics().servers().forEach(row -> {
            var instance = now.instanceOf().get(row.label());
            if (instance != null && row.up()) {
                seenUp.add(instance);
            } else if (instance != null && !row.unchecked()) {
                complaints.add(row.label() + " " + row.status());
            }
        });
        // Whom the balancer does not watch, or says nothing of, is asked.
        webServers().stream().filter(server -> complaints.isEmpty() && !seenUp.contains(server.name()) && direct(server, "/").status() == 0)
                .forEach(server -> complaints.add(server.name() + " does not answer"));
        var page = open("/");
        if (page.status() != 200) {
            complaints.add("GET / " + (page.status() == 0 ? page.body() : page.status()));
        }
        return String.join(", ", complaints);
    }

    private Lxd lxd(Instance instance) {
        return new Lxd(nodes.get(instance.node()), inside);
    }

    private Lxd anyLxd() {
        return new Lxd(nodes.values().iterator().next(), inside);
    }
}
