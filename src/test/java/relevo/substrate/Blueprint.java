package relevo.substrate;

import java.util.ArrayList;
import java.util.List;
import relevo.cluster.Instance;
import relevo.cluster.Topology;
import relevo.observation.Inventory;
import relevo.observation.Role;

/**
 * What a cluster of this project was made from, held against what was found: each run tests discovery that way. What the balancer does with its
 * servers is left out, since that is what a student changes.
 */
public final class Blueprint {

    private final Topology topology;

    public Blueprint(Topology topology) {
        this.topology = topology;
    }

    /** What was found otherwise than it was made, in words; none when all agrees. */
    public List<String> differences(Inventory found) {
        var differences = new ArrayList<String>();
        for (var node : topology.nodeNames()) {
            if (found.machines().stream().noneMatch(machine -> machine.name().equals(node) && machine.trouble().isEmpty() && !machine.managers().isEmpty())) {
                differences.add("no manager of instances was found on " + node);
            }
        }
        topology.instances().forEach(instance -> differences.addAll(of(instance, found)));
        return differences;
    }

    private static List<String> of(Instance wanted, Inventory found) {
        var differences = new ArrayList<String>();
        var seen = found.instances().stream().filter(instance -> instance.name().equals(wanted.name())).findFirst();
        if (seen.isEmpty() || !seen.get().member().equals(wanted.node()) || !seen.get().addresses().contains(wanted.address())) {
            differences.add(wanted.name() + " is to be on " + wanted.node() + " at " + wanted.address() + ", and was found "
                    + seen.map(instance -> "on " + instance.member() + " at " + instance.addresses()).orElse("nowhere"));
        }
        if (wanted.role() == Role.BALANCER && found.balancers().stream()
                .noneMatch(one -> one.runs() && one.instance().equals(wanted.name()) && one.machine().equals(wanted.node()))) {
            differences.add("no HAProxy was found in " + wanted.name() + " on " + wanted.node());
        }
        if (wanted.web() && found.machines().stream().filter(machine -> machine.name().equals(wanted.node())).flatMap(machine -> machine.programs().stream())
                .noneMatch(program -> program.instance().equals(wanted.name()))) {
            differences.add("no program was found to listen in " + wanted.name());
        }
        return differences;
    }
}
