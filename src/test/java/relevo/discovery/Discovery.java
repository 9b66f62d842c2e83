package relevo.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
     * @param instances as their managers list them
     * @param path      of a page that only one instance can have
     * @param whose     tells from it which instance it came from; empty for none
     * @param told      what somebody said of them
     */
    public static Inventory of(Collection<? extends Node> nodes, List<InstanceState> instances, String path, Function<Page, String> whose, Told told) {
        var probes = new ConcurrentHashMap<String, Probe>();
        var names = instances.stream().map(InstanceState::name).collect(Collectors.toSet());
        var machines = SideBySide.map(nodes, node -> machine(node, probes, names));
        var choice = new BalancerChoice(nodes, probes, told);
        var balancers = choice.found(instances);
        var servers = new ArrayList<Server>();
        var unreachable = new ArrayList<String>();
        var workers = new TreeMap<String, Integer>();
        for (var node : nodes) {
            if (probes.containsKey(node.name())) {
                workers.putAll(ApacheWorkers.on(node, probes.get(node.name())));
            }
        }
        for (var balancer : choice.counted(balancers)) {
            var farms = new ServerRoles(balancer.configuration());
            if (!balancer.configuration().isEmpty()) {
                new Joins(choice.node(balancer), choice.process(balancer), instances).joined(farms.servers(), path, whose)
                        .forEach(server -> servers.add(balancer.runs() ? server : notInForce(server)));
            }
            unreachable.addAll(farms.unreachable());
        }
        return new Inventory(machines, instances, balancers, servers.stream().map(told.servers()).toList(), List.copyOf(unreachable), workers);
    }

    private static Server notInForce(Server server) {
        return new Server(server.farm(), server.name(), server.address(), server.role(), server.reason() + "; " + Balancer.NOT_IN_FORCE, server.instance(),
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

    private static Machine machine(Node node, Map<String, Probe> probes, Set<String> names) {
        try {
            var probe = Probe.of(node).called(names, node.name());
            probes.put(node.name(), probe);
            return new Machine(node.name(), probe.virtualisation(), probe.addresses(), probe.managers(),
                    probe.programs().stream().filter(program -> !program.listens().isEmpty()).toList(), "");
        } catch (CannotCheck silent) {
            return new Machine(node.name(), "", List.of(), List.of(), List.of(), silent.reason().toString());
        }
    }
}
