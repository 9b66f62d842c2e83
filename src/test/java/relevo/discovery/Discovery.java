package relevo.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import relevo.machine.Node;
import relevo.machine.SideBySide;
import relevo.observation.Balancer;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Machine;
import relevo.observation.Page;
import relevo.observation.Server;
import relevo.observation.Windows;
import relevo.verdict.CannotCheck;

/** Looks at machines of which nothing is known but how to reach them. It changes nothing. */
public final class Discovery {

    private Discovery() {
    }

    /**
     * What is on these machines.
     *
     * @param listed    asked, while the machines are, for what their managers list
     * @param path      of a page that only one instance can have
     * @param whose     tells from it which instance it came from; empty for none
     * @param told      what somebody said of them
     */
    public static Inventory of(Collection<? extends Node> nodes, Supplier<List<InstanceState>> listed, String path, Function<Page, String> whose, Told told) {
        return SideBySide.both(() -> SideBySide.map(nodes, Sight::of), listed, (sights, instances) -> of(nodes, sights, instances, path, whose, told));
    }

    private static Inventory of(Collection<? extends Node> nodes, List<Sight> sights, List<InstanceState> instances, String path, Function<Page, String> whose,
            Told told) {
        var names = instances.stream().map(InstanceState::name).collect(Collectors.toSet());
        var named = sights.stream().map(sight -> sight.called(names)).toList();
        var machines = named.stream().map(Sight::machine).toList();
        var probes = named.stream().filter(sight -> sight.probe().isPresent())
                .collect(Collectors.toMap(sight -> sight.node().name(), sight -> sight.probe().get()));
        var choice = new BalancerChoice(nodes, probes, told);
        return SideBySide.both(() -> choice.found(instances), () -> workers(named), (balancers, workers) -> {
            var servers = new ArrayList<Server>();
            var unreachable = new ArrayList<String>();
            for (var balancer : choice.counted(balancers)) {
                var farms = new ServerRoles(balancer.configuration());
                if (!balancer.configuration().isEmpty()) {
                    new Joins(choice.node(balancer), choice.process(balancer), instances).joined(farms.servers(), path, whose)
                            .forEach(server -> servers.add(balancer.runs() ? server : notInForce(server)));
                }
                unreachable.addAll(farms.unreachable());
            }
            return new Inventory(machines, instances, balancers, servers.stream().map(told.servers()).toList(), List.copyOf(unreachable), workers);
        });
    }

    private static Map<String, Integer> workers(List<Sight> sights) {
        var workers = new TreeMap<String, Integer>();
        SideBySide.map(sights, Sight::workers).forEach(workers::putAll);
        return workers;
    }

    private static Server notInForce(Server server) {
        return new Server(server.farm(), server.name(), server.address(), server.role(), server.reason().and(Balancer.NOT_IN_FORCE), server.instance(),
                server.evidence());
    }

    /**
     * How long the checks of a balancer need to see a change.
     *
     * @param balancer as it was found
     */
    public static Windows windows(Balancer balancer) {
        return new CheckWindows(balancer.configuration()).windows();
    }

    /**
     * Each HAProxy that runs on these machines; only the one that somebody named, where one was named.
     *
     * @throws CannotCheck when one of them cannot be looked at
     */
    public static List<Balancer> balancers(Collection<? extends Node> nodes, Told told) {
        return SideBySide.map(nodes, node -> Balancers.on(node, Probe.of(node))).stream().flatMap(List::stream)
                .filter(one -> !told.ofBalancer() || told.means(one)).toList();
    }

    /** A machine that was looked at. @param silent why nothing was seen; empty otherwise */
    private record Sight(Node node, Optional<Probe> probe, String silent) {

        static Sight of(Node node) {
            try {
                return new Sight(node, Optional.of(Probe.of(node)), "");
            } catch (CannotCheck mute) {
                return new Sight(node, Optional.empty(), mute.reason().toString());
            }
        }

        Sight called(Set<String> names) {
            return new Sight(node, probe.map(one -> one.called(names, node.name())), silent);
        }

        Map<String, Integer> workers() {
            return probe.map(one -> ApacheWorkers.on(node, one)).orElse(Map.of());
        }

        Machine machine() {
            return probe.map(one -> new Machine(node.name(), one.virtualisation(), one.addresses(), one.managers(),
                    one.programs().stream().filter(program -> !program.listens().isEmpty()).toList(), ""))
                    .orElseGet(() -> new Machine(node.name(), "", List.of(), List.of(), List.of(), silent));
        }
    }
}
