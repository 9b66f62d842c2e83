package relevo.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Program;

/**
 * Which machine carries which instance. A member of a cluster need not be called as its machine is: then the programs that were seen on machines tell
 * where most of a member's instances are.
 */
final class Whereabouts {

    private final Inventory found;
    /** Machine to the instances that programs were seen in. */
    private final Map<String, Set<String>> seen = new LinkedHashMap<>();

    Whereabouts(Inventory found) {
        this.found = found;
        for (var machine : found.machines()) {
            var names = seen.computeIfAbsent(machine.name(), unseen -> new LinkedHashSet<>());
            machine.programs().stream().map(Program::instance).filter(name -> !name.isEmpty()).forEach(names::add);
        }
        found.balancers().stream().filter(balancer -> !balancer.instance().isEmpty())
                .forEach(balancer -> seen.computeIfAbsent(balancer.machine(), unseen -> new LinkedHashSet<>()).add(balancer.instance()));
    }

    /** Those that a manager lists, and those that it does not and programs were seen in. A member of no known machine has its own name here. */
    Map<String, List<InstanceState>> byMachine() {
        var byMachine = new LinkedHashMap<String, List<InstanceState>>();
        for (var member : found.instances().stream().map(InstanceState::member).distinct().toList()) {
            found.instances().stream().filter(instance -> instance.member().equals(member))
                    .forEach(instance -> byMachine.computeIfAbsent(machine(member), unseen -> new ArrayList<>()).add(instance));
        }
        seen.forEach((machine, names) -> {
            var listed = byMachine.computeIfAbsent(machine, unseen -> new ArrayList<>());
            names.stream().filter(name -> listed.stream().noneMatch(instance -> name.equals(instance.name())))
                    .forEach(name -> listed.add(new InstanceState(name, machine, "", "Running", List.of(), false)));
        });
        return byMachine;
    }

    private String machine(String member) {
        if (seen.containsKey(member)) {
            return member;
        }
        var names = found.instances().stream().filter(instance -> instance.member().equals(member)).map(InstanceState::name).toList();
        return seen.keySet().stream().filter(machine -> common(machine, names) > 0).max(Comparator.comparingLong(machine -> common(machine, names)))
                .orElse(member);
    }

    private long common(String machine, List<String> names) {
        return seen.get(machine).stream().filter(names::contains).count();
    }
}
