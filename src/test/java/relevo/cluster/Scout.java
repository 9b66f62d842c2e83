package relevo.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import relevo.discovery.Discovery;
import relevo.discovery.Probe;
import relevo.discovery.Told;
import relevo.discovery.Unattended;
import relevo.machine.Node;
import relevo.machine.SideBySide;
import relevo.observation.Balancer;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Program;
import relevo.observation.Role;
import relevo.observation.Server;
import relevo.verdict.CannotCheck;

/** Looks at machines of which nothing is known but how to reach them, and tells which instance is where and what it is for. */
public final class Scout implements AutoCloseable {

    private static final Set<String> WEB_SERVERS = Set.of("apache2", "httpd", "nginx", "lighttpd", "caddy");
    private static final Pattern BACKUP_NAME = Pattern.compile("(?i)back|bk|resp|reserv|spare|stand-?by|suplent");

    private final Machines machines;
    private final Inspection inspection;
    private final Markers markers = new Markers();
    private final Map<String, Probe> probes = new TreeMap<>();
    private final Map<String, Node> marked = new TreeMap<>();
    private final boolean mayWrite;
    private final Told told;
    private Inventory inventory = Inventory.NOTHING;

    /**
     * @param nodes    that run
     * @param inside   text of {@code infra/provision/inside}
     * @param mayWrite whether it may write a file into the document root of each web server, which proves who is who; {@link #close} removes it
     * @param told     what somebody said of them
     */
    public Scout(List<? extends Node> nodes, String inside, boolean mayWrite, Told told) {
        this.machines = new Machines(nodes, List.of(), inside);
        this.inspection = new Inspection(machines, new Layout(nodes.stream().map(Node::name).toList(), List.of()), () -> inventory, new Footprint());
        this.mayWrite = mayWrite;
        this.told = told;
    }

    /** Looks. @throws CannotCheck when no machine has a manager that answers */
    public Inventory look() {
        probes.putAll(machines.meet());
        var instances = inspection.instances();
        var names = instances.stream().map(InstanceState::name).toList();
        probes.replaceAll((machine, probe) -> probe.called(names, machine));
        if (mayWrite) {
            mark();
        }
        inventory = Discovery.of(machines.all(), () -> instances, markers.path(), markers::server, told);
        return inventory;
    }

    private void mark() {
        probes.forEach((machine, probe) -> probe.programs().stream().filter(program -> WEB_SERVERS.contains(program.name()))
                .map(Program::instance).filter(instance -> !instance.isEmpty()).forEach(instance -> marked.put(instance, machines.node(machine))));
        SideBySide.each(marked.entrySet(), each -> markers.write(machines.lxd(each.getValue()), each.getKey()));
    }

    /** Instances in whose web server somebody's hand is needed each time: it is lost when they are stopped. */
    public List<String> startedByHand() {
        return probes.entrySet().stream().flatMap(each -> Unattended.on(machines.node(each.getKey()), each.getValue()).stream()).toList();
    }

    /** Who plays which part, by what {@link #look} found. */
    public Layout layout() {
        var instances = new ArrayList<Instance>();
        inventory.balancer().map(this::instance).ifPresent(instances::add);
        var servers = new TreeMap<String, Role>();
        for (var server : inventory.servers()) {
            if (!server.instance().isEmpty()) {
                servers.merge(server.instance(), server.role(), (one, other) -> one == Role.PRODUCTION ? one : other);
            }
        }
        var named = inventory.servers().stream().map(Server::instance).distinct().filter(servers::containsKey).toList();
        // In the order of the configuration: which is asked first should not depend on names.
        (named.isEmpty() ? byTheirNames(servers) : named)
                .forEach(name -> state(name).ifPresent(state -> instances.add(new Instance(name, state.member(), servers.get(name), address(state),
                        port(state)))));
        return new Layout(machines.all().stream().map(Node::name).toList(), List.copyOf(instances), told);
    }

    /** Where no configuration says who serves: whatever runs a web server does, and a name tells a backup from the others. */
    private List<String> byTheirNames(Map<String, Role> servers) {
        probes.values().stream().flatMap(probe -> probe.programs().stream()).filter(program -> WEB_SERVERS.contains(program.name()))
                .map(Program::instance).filter(name -> !name.isEmpty() && inventory.balancer().stream().noneMatch(one -> one.instance().equals(name)))
                .forEach(name -> servers.put(name, BACKUP_NAME.matcher(name).find() ? Role.BACKUP : Role.PRODUCTION));
        return List.copyOf(servers.keySet());
    }

    private Instance instance(Balancer found) {
        return found.instance().isEmpty()
                ? new Instance(Instance.nameOf(found.machine()), found.machine(), Role.BALANCER, machines.node(found.machine()).address())
                : new Instance(found.instance(), found.machine(), Role.BALANCER, state(found.instance()).map(Scout::address).orElse(""));
    }

    private Optional<InstanceState> state(String name) {
        return inventory.instances().stream().filter(state -> state.name().equals(name)).findFirst();
    }

    /** One that other machines can use rather than none: IPv4 where there is any. */
    private static String address(InstanceState state) {
        return state.addresses().stream().min(Comparator.comparing((String address) -> address.contains(":"))).orElse("");
    }

    /** The one that everybody uses where it is among those that its web server opens. */
    private int port(InstanceState state) {
        var ports = Optional.ofNullable(probes.get(state.member())).stream().flatMap(probe -> probe.listeners().stream())
                .filter(listener -> listener.instance().equals(state.name()) && WEB_SERVERS.contains(listener.program()))
                .mapToInt(each -> each.port()).toArray();
        return ports.length == 0 || java.util.Arrays.stream(ports).anyMatch(port -> port == Instance.USUAL_PORT) ? Instance.USUAL_PORT
                : java.util.Arrays.stream(ports).min().getAsInt();
    }

    /** Where the balancer answers from this host. @param reachable tells whether this host may ask an address of a machine */
    public DoorSearch doors(Predicate<String> reachable) {
        return new DoorSearch(machines, inventory, probes, markers, reachable);
    }

    /** Removes what it wrote. */
    @Override
    public void close() {
        SideBySide.each(marked.entrySet(), each -> markers.remove(machines.lxd(each.getValue()), each.getKey()));
        marked.clear();
    }
}
