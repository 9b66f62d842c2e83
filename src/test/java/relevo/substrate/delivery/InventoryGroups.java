package relevo.substrate.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import relevo.verdict.CannotStart;
import relevo.words.Nearest;
import relevo.words.Shown;
import relevo.words.Text;

/** The hosts and groups of an Ansible inventory, in whichever form it was written. */
final class InventoryGroups {

    static final String ALL = "all";
    private static final String UNGROUPED = "ungrouped";
    private static final int MOST_GROUPS = 200;
    private static final int DEEPEST = 20;

    private final String file;
    private final Map<String, Map<String, String>> hosts = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();

    /** @param file for complaints */
    InventoryGroups(String file) {
        this.file = file;
        group(ALL);
        group(UNGROUPED);
    }

    private record Group(Set<String> hosts, Set<String> children, Map<String, String> variables) {
    }

    /** Adds a host to a group, or all that its range stands for; the variables of a host that is there already are added to. */
    void host(String group, String pattern, Map<String, String> variables) {
        for (var name : HostRange.of(pattern, ListedHosts.MOST + 1)) {
            group(group).hosts().add(name);
            hosts.computeIfAbsent(name, unseen -> new LinkedHashMap<>()).putAll(variables);
            if (hosts.size() > ListedHosts.MOST) {
                throw refused(Text.of("nombra más de %d máquinas", "names more than %d machines", ListedHosts.MOST));
            }
        }
    }

    /** Adds a group that has nothing in it yet; one that is there stays. */
    void add(String group) {
        group(group);
    }

    void child(String group, String child) {
        group(group).children().add(child);
    }

    void variable(String group, String name, String value) {
        group(group).variables().put(name, value);
    }

    private Group group(String name) {
        if (groups.size() > MOST_GROUPS) {
            throw refused(Text.of("tiene más de %d grupos", "has more than %d groups", MOST_GROUPS));
        }
        return groups.computeIfAbsent(name, unseen -> new Group(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>()));
    }

    /**
     * Each host with the variables that hold for it, the nearest last word: those of all, of groups from the outermost in, its own.
     *
     * @param which a group, or all hosts
     */
    Map<String, Map<String, String>> hosts(Optional<String> which) {
        groups.values().forEach(group -> group.children().forEach(this::known));
        var depths = new TreeMap<String, Integer>();
        groups.keySet().forEach(group -> settle(group, 1, depths));
        depths.put(ALL, 0);
        var chosen = which.map(group -> below(known(group)).stream().flatMap(name -> groups.get(name).hosts().stream()).toList());
        var all = new LinkedHashMap<String, Map<String, String>>();
        hosts.forEach((host, own) -> {
            if (which.isEmpty() || which.get().equals(ALL) || chosen.get().contains(host)) {
                var variables = new LinkedHashMap<String, String>();
                groups.keySet().stream().filter(group -> group.equals(ALL) || below(group).stream().anyMatch(name -> groups.get(name).hosts().contains(host)))
                        .sorted(Comparator.comparing((String group) -> depths.get(group)).thenComparing(Comparator.naturalOrder()))
                        .forEach(group -> variables.putAll(groups.get(group).variables()));
                variables.putAll(own);
                all.put(host, variables);
            }
        });
        return all;
    }

    private String known(String group) {
        if (!groups.containsKey(group)) {
            throw new CannotStart(Shown.text("%1$s: no hay ningún grupo «%2$s».", "%1$s: there is no group \"%2$s\".", file, group),
                    Shown.text("El nombre más parecido es «%s».", "The nearest name is \"%s\".", Nearest.of(Shown.of(group), groups.keySet())));
        }
        return group;
    }

    /** The depth of a group is that of its longest way from outside. */
    private void settle(String group, int depth, Map<String, Integer> depths) {
        if (depth > DEEPEST) {
            throw refused(Shown.text("el grupo «%s» se contiene a sí mismo, o los grupos son demasiado profundos",
                    "group \"%s\" contains itself, or groups go too deep", group));
        }
        if (depths.getOrDefault(group, 0) < depth) {
            depths.put(group, depth);
            groups.get(group).children().forEach(child -> settle(child, depth + 1, depths));
        }
    }

    /** The group and all in it. */
    private Set<String> below(String group) {
        var below = new LinkedHashSet<>(Set.of(group));
        var open = new ArrayList<>(List.of(group));
        while (!open.isEmpty()) {
            groups.get(open.remove(open.size() - 1)).children().stream().filter(below::add).forEach(open::add);
        }
        return below;
    }

    private CannotStart refused(Text what) {
        return new CannotStart(Shown.text("%1$s: %2$s.", "%1$s: %3$s.", file, what.es(), what.en()),
                Text.of("Corríjalo, o dé un fichero solo con las máquinas de la entrega.", "Correct it, or give a file with the delivery's machines alone."));
    }
}
