package relevo.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
     */
    public static Inventory of(Collection<? extends Node> nodes, List<InstanceState> instances, String path, Function<Page, String> whose) {
        var probes = new ConcurrentHashMap<String, Probe>();
        var machines = SideBySide.map(nodes, node -> machine(node, probes));
        var balancers = new ArrayList<Balancer>();
        var servers = new ArrayList<Server>();
        var unreachable = new ArrayList<String>();
        var workers = new TreeMap<String, Integer>();
        for (var node : nodes) {
            if (probes.containsKey(node.name())) {
                workers.putAll(ApacheWorkers.on(node, probes.get(node.name())));
            }
            for (var balancer : found(node, probes)) {
                var farms = new ServerRoles(balancer.configuration());
                balancers.add(balancer);
                servers.addAll(new Joins(node, balancer, instances).joined(farms.servers(), path, whose));
                unreachable.addAll(farms.unreachable());
            }
        }
        return new Inventory(machines, instances, List.copyOf(balancers), List.copyOf(servers), List.copyOf(unreachable), workers);
    }

    /**
     * How long the checks of a balancer need to see a change.
     *
     * @param balancer as it was found
     */
    public static Windows windows(Balancer balancer) {
        return new CheckWindows(balancer.configuration()).windows();
    }

    /** Each HAProxy that runs on these machines. @throws CannotCheck when one of them cannot be looked at */
    public static List<Balancer> balancers(Collection<? extends Node> nodes) {
        return SideBySide.map(nodes, node -> Balancers.on(node, Probe.of(node))).stream().flatMap(List::stream).toList();
    }

    private static Machine machine(Node node, Map<String, Probe> probes) {
        try {
            var probe = Probe.of(node);
            probes.put(node.name(), probe);
            return new Machine(node.name(), probe.virtualisation(), probe.addresses(), probe.managers(),
                    probe.programs().stream().filter(program -> !program.listens().isEmpty()).toList(), "");
        } catch (CannotCheck silent) {
            return new Machine(node.name(), "", List.of(), List.of(), List.of(), silent.reason().toString());
        }
    }

    private static List<Balancer> found(Node node, Map<String, Probe> probes) {
        return probes.containsKey(node.name()) ? Balancers.on(node, probes.get(node.name())) : List.of();
    }
}
