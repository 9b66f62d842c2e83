package relevo.cluster;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relevo.lxd.Lxd;
import relevo.machine.Node;

/** The machines, and the managers of instances that are asked through them. */
final class Machines {

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Instance> instances;
    private final String inside;

    /**
     * @param nodes  running, in the topology's order
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

    /** The manager on one machine. */
    Lxd lxd(Node node) {
        return new Lxd(node, inside);
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
        return nodes.values().stream().map(this::lxd).filter(Lxd::answers).toList();
    }
}
