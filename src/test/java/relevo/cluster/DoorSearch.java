package relevo.cluster;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import relevo.discovery.Probe;
import relevo.discovery.RuntimeStatistics;
import relevo.observation.Balancer;
import relevo.observation.Inventory;
import relevo.observation.Program;
import relevo.observation.Section;
import relevo.observation.ServerRow;
import relevo.outside.Visitor;
import relevo.verdict.CannotCheck;

/**
 * Finds where the balancer answers, from this host. By proof first: a web server's own page comes back, and the balancer counted the request. Where no
 * server answers, by who listens: HAProxy itself, or a proxy device whose other end is the balancer's container.
 */
public final class DoorSearch {

    private static final int SSH = 22;
    /** So many ports of one machine are tried: nobody publishes more. */
    private static final int MOST = 20;

    private final Machines machines;
    private final Map<String, Probe> probes;
    private final Optional<Balancer> balancer;
    private final Markers markers;
    private final Predicate<String> reachable;

    /** @param reachable tells whether this host may ask an address of a machine */
    DoorSearch(Machines machines, Inventory inventory, Map<String, Probe> probes, Markers markers, Predicate<String> reachable) {
        this.machines = machines;
        this.probes = probes;
        this.balancer = inventory.balancer();
        this.markers = markers;
        this.reachable = reachable;
    }

    /**
     * A port of this host that leads to a machine's.
     *
     * @param machine its name
     * @param port    of the machine
     * @param at      where this host reaches it
     */
    public record Published(String machine, int port, URI at) {
    }

    /** A way from this host to an address in the network of a machine's process. */
    @FunctionalInterface
    public interface Tunnels {

        /** Where it begins, on this host's loopback. */
        URI to(String machine, int pid, String host, int port);
    }

    /** @param forwarded ports of this host that lead to machines, those on the loopback first */
    public Door of(List<Published> forwarded, Tunnels tunnels) {
        var candidates = Stream.concat(forwarded.stream(), machines.all().stream().flatMap(node -> open(node.name(), node.address()))).toList();
        var leading = candidates.stream().filter(this::leadsToBalancer).map(Published::at).toList();
        for (var candidate : candidates) {
            if (proved(candidate.at())) {
                return new Door(candidate.at(), with(candidate.at(), leading), "",
                        "a web server's own page came back from there, and the balancer counted the request");
            }
        }
        var visitors = ports();
        var likely = candidates.stream().filter(this::leadsToBalancer).filter(each -> visitors.isEmpty() || visitors.contains(target(each)))
                .min(Comparator.comparingInt(each -> Math.max(0, visitors.indexOf(target(each)))));
        if (likely.isPresent()) {
            return new Door(likely.get().at(), leading, "", balancer.get().runs() ? "the balancer listens there; no web server's page came back"
                    : "it leads to where the balancer would listen");
        }
        return balancer.flatMap(one -> ports().stream().findFirst().map(port -> inside(one, port, tunnels)))
                .orElseGet(() -> new Door(nowhere(), leading, "", "no door to the balancer was found"));
    }

    private static List<URI> with(URI first, List<URI> others) {
        return Stream.concat(Stream.of(first), others.stream()).distinct().toList();
    }

    /** What listens at every address of a machine is asked at the one by which it is known. */
    private Stream<Published> open(String machine, String address) {
        var probe = probes.get(machine);
        return probe == null ? Stream.empty() : probe.programs().stream().filter(program -> program.instance().isEmpty())
                .flatMap(program -> program.listens().stream()).distinct().flatMap(at -> {
                    var host = at.substring(0, at.lastIndexOf(':'));
                    var port = Integer.parseInt(at.substring(at.lastIndexOf(':') + 1));
                    var asked = host.equals("0.0.0.0") || host.equals("[::]") ? address : host;
                    return port != SSH && !asked.isEmpty() && (asked.equals(address) || reachable.test(asked))
                            ? Stream.of(new Published(machine, port, at(asked, port))) : Stream.empty();
                }).limit(MOST);
    }

    private static URI at(String host, int port) {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/");
    }

    private boolean proved(URI door) {
        var before = sessions();
        var page = Visitor.withNewConnections().open(door.resolve(markers.path()));
        return !markers.server(page).isEmpty() && before.isPresent() && counted(before.get());
    }

    private boolean counted(long before) {
        return Doorways.soon(() -> sessions().orElse(before) > before);
    }

    private Optional<Long> sessions() {
        try {
            return balancer.map(one -> new RuntimeStatistics(machines.node(one.machine()), one).read().servers().stream().mapToLong(ServerRow::sessions).sum());
        } catch (IllegalArgumentException noSocket) {
            return Optional.empty();
        }
    }

    /** By the program that listens: HAProxy of the machine, or the manager's own for a proxy device, whose arguments name both ends. */
    private boolean leadsToBalancer(Published candidate) {
        return balancer.isPresent() && balancer.get().machine().equals(candidate.machine())
                && listener(candidate).map(program -> balancer.get().runs() && isOf(program, balancer.get())
                        || goesInto(program, candidate.machine(), balancer.get().instance())).orElse(false);
    }

    private Optional<Program> listener(Published candidate) {
        return Optional.ofNullable(probes.get(candidate.machine())).stream().flatMap(probe -> probe.programs().stream())
                .filter(program -> program.instance().isEmpty() && program.listens().stream().anyMatch(at -> at.endsWith(":" + candidate.port()))).findFirst();
    }

    /** {@code forkproxy -- PID FD tcp:ADDRESS:PORT FD PID tcp:ADDRESS:PORT}: one of the two processes is the container's. */
    private boolean goesInto(Program program, String machine, String instance) {
        return !instance.isEmpty() && program.arguments().contains("forkproxy") && probes.get(machine).programs().stream()
                .anyMatch(other -> other.instance().equals(instance) && program.arguments().contains(String.valueOf(other.pid())));
    }

    /** The port that HAProxy itself is asked at, behind a proxy device or not. */
    private int target(Published candidate) {
        var ends = listener(candidate).stream().flatMap(program -> program.arguments().stream()).filter(word -> word.matches("tcp:.*:\\d{1,5}")).toList();
        return ends.size() < 2 ? candidate.port() : Integer.parseInt(ends.get(1).substring(ends.get(1).lastIndexOf(':') + 1));
    }

    /** Ports at which visitors are taken, those of frontends with servers or a farm first. */
    private List<Integer> ports() {
        var sections = balancer.stream().flatMap(one -> one.configuration().stream()).filter(Section::isFrontend)
                .sorted(Comparator.comparing((Section one) -> one.having("default_backend").findAny().isEmpty() && one.having("server").findAny().isEmpty()
                        && one.having("use_backend").findAny().isEmpty())).toList();
        var ports = new ArrayList<Integer>();
        sections.stream().flatMap(section -> section.having("bind")).flatMap(line -> Stream.of(line.words().get(1).split(",")))
                .filter(at -> at.matches(".*:\\d{1,5}")).forEach(at -> ports.add(Integer.valueOf(at.substring(at.lastIndexOf(':') + 1))));
        return ports;
    }

    private Door inside(Balancer one, int port, Tunnels tunnels) {
        var host = listening(one, port).findFirst().map(at -> at.substring(0, at.lastIndexOf(':')))
                .filter(at -> !at.equals("0.0.0.0") && !at.equals("[::]")).orElse("127.0.0.1");
        var where = (one.instance().isEmpty() ? one.machine() : one.instance()) + ":" + port;
        try {
            return new Door(tunnels.to(one.machine(), one.pid(), host.replaceAll("[\\[\\]]", ""), port), List.of(), where,
                    "nothing leads to it from this host; reached through a tunnel");
        } catch (CannotCheck noWay) {
            return new Door(nowhere(), List.of(), where, "nothing leads to it from this host; " + noWay.reason().en());
        }
    }

    /** The process that was started, or one of its workers. */
    private static boolean isOf(Program program, Balancer one) {
        return program.pid() == one.pid() || program.parent() == one.pid();
    }

    private Stream<String> listening(Balancer one, int port) {
        return Optional.ofNullable(probes.get(one.machine())).stream().flatMap(probe -> probe.programs().stream())
                .filter(program -> isOf(program, one))
                .flatMap(program -> program.listens().stream()).filter(at -> at.endsWith(":" + port));
    }

    /** Of a machine, at the usual port: what a visitor would try. */
    private URI nowhere() {
        return machines.all().stream().map(node -> node.address()).filter(address -> !address.isEmpty()).findFirst()
                .map(address -> at(address, Instance.USUAL_PORT)).orElse(URI.create("http://127.0.0.1:1/"));
    }
}
