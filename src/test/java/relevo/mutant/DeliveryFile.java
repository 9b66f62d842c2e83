package relevo.mutant;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import relevo.report.mutant.Expected;
import relevo.report.mutant.Kind;
import relevo.yaml.YamlNode;

/** Reads a common delivery from YAML: what it is, how it is made of the reference, and what each core requirement says of it. */
final class DeliveryFile {

    private DeliveryFile() {
    }

    static Mutant parse(String id, YamlNode root) {
        root.allow(Set.of("delivery", "change", "expected"));
        var expected = root.need("expected");
        return new Mutant(id, Kind.COMMON, MutantFile.sentence(root.need("delivery")), ChangeFile.parse(root.need("change")), expected(expected),
                because(expected));
    }

    /** What each core requirement says of a delivery. */
    static Expected expected(YamlNode node) {
        node.allow(Set.of("met", "not-met", "waits", "teacher"));
        var fails = because(node).keySet();
        var waits = MutantFile.waits(node);
        eachOnce(node, Stream.of(listed(node, "met"), List.copyOf(fails), List.copyOf(waits.keySet()), listed(node, "teacher")).flatMap(List::stream).toList());
        waits.forEach((id, root) -> {
            if (!fails.contains(root) && !waits.containsKey(root)) {
                throw node.need("waits").need(id).wrong(root + " ni se incumple ni espera a otro: nada espera a él",
                        root + " neither fails nor waits for another: nothing waits for it");
            }
        });
        return new Expected(new TreeSet<>(listed(node, "met")), new TreeSet<>(fails), new TreeSet<>(), waits, new TreeSet<>(listed(node, "teacher")), true);
    }

    private static void eachOnce(YamlNode node, List<String> ids) {
        var seen = new HashSet<String>();
        ids.stream().filter(id -> !seen.add(id)).findFirst().ifPresent(id -> {
            throw node.wrong(id + " está dos veces", id + " stands twice");
        });
        var forgotten = MutantFile.core().stream().filter(id -> !seen.contains(id)).toList();
        if (!forgotten.isEmpty()) {
            throw node.wrong("no dice nada de " + forgotten, "nothing is said of " + forgotten);
        }
    }

    private static List<String> listed(YamlNode node, String key) {
        return node.find(key).map(list -> list.items().stream().map(YamlNode::text).toList()).orElse(List.of());
    }

    private static Map<String, String> because(YamlNode node) {
        var because = new TreeMap<String, String>();
        node.find("not-met").ifPresent(map -> map.keys().forEach(id -> because.put(id, map.need(id).text().strip())));
        return because;
    }
}
