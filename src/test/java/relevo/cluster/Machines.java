package relevo.cluster;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import relevo.discovery.Probe;
import relevo.lxd.Lxd;
import relevo.lxd.MemberNames;
import relevo.machine.Node;
import relevo.machine.Output;
import relevo.machine.SideBySide;
import relevo.verdict.CannotCheck;

/** The machines, and the managers of instances that are asked through them. */
final class Machines {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, String> clients = new ConcurrentHashMap<>();
    private final MemberNames names = new MemberNames();
    private final List<Instance> instances;
    private final String inside;

    /**
     * @param nodes  running, in the layout's order
     * @param inside text of {@code infra/provision/inside}
     */
    Machines(List<? extends Node> nodes, List<Instance> instances, String inside) {
        nodes.forEach(node -> this.nodes.put(node.name(), node));
        this.instances = instances;
        this.inside = inside;
    }

    Collection<Node> all() {
        return nodes.values();
    }

    Node node(String name) {
        return nodes.get(name);
    }

    Optional<Instance> instance(String name) {
        return instances.stream().filter(instance -> instance.name().equals(name)).findFirst();
    }

    List<Instance> carriedBy(String machine) {
        return instances.stream().filter(instance -> instance.node().equals(machine)).toList();
    }

    /** Takes the command that speaks with the manager on a machine: {@code lxc}, where nobody says otherwise. */
    void speakThrough(String machine, String client) {
        clients.put(machine, client);
    }

    /** The manager on one machine. */
    Lxd lxd(Node node) {
        return new Lxd(node, inside, names, clients.getOrDefault(node.name(), "lxc"));
    }

    /**
     * Looks which manager each machine has: where there is none its client is not called, which on some systems would install one.
     *
     * @return what each machine showed of itself, by its name; one that is off is missing
     */
    Map<String, Probe> meet() {
        var probes = new ConcurrentHashMap<String, Probe>();
        SideBySide.each(nodes.values(), node -> {
            try {
                var probe = Probe.of(node);
                probes.put(node.name(), probe);
                var sockets = probe.managers();
                speakThrough(node.name(), sockets.isEmpty() ? Lxd.NOBODY : sockets.stream().noneMatch(socket -> socket.contains("/lxd/")) ? "incus" : "lxc");
            } catch (CannotCheck silent) {
                // One that is off is asked as everybody is, and says so.
            }
        });
        lxdsThatAnswer();
        return probes;
    }

    /** Runs a program as root in an instance, or on the machine that takes the place of one. */
    Output run(Instance where, String... command) {
        return where.isMachine() ? node(where.node()).run(command) : lxd(where).run(where.name(), command);
    }

    /** The manager on the machine that carries an instance: its commands and its logs are local. */
    Lxd lxd(Instance instance) {
        return lxd(nodes.get(instance.node()));
    }

    /**
     * A manager that answers, to be asked what every one of them knows; the first one where none does, which then says why.
     */
    Lxd anyLxd() {
        return nodes.values().stream().map(this::lxd).filter(Lxd::answers).findFirst().orElseGet(() -> lxd(nodes.values().iterator().next()));
    }

    List<Lxd> lxdsThatAnswer() {
        return SideBySide.map(nodes.values(), node -> Optional.of(lxd(node)).filter(Lxd::answers)).stream().flatMap(Optional::stream).toList();
    }
}
