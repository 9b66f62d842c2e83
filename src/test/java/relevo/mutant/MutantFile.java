package relevo.mutant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import relevo.words.Text;
import relevo.yaml.YamlNode;

/**
 * Reads a mutant from YAML: {@code src/test/resources/mutants/README.md} says what may stand in one. A complaint says file and key.
 */
final class MutantFile {

    /** Played on every wrong cluster unless its file says {@code only}: what one reload, one overload and some looking around decide. */
    static final Set<String> USUAL = Set.of("G1.1", "G1.2", "G2", "G3.1", "G5", "G6", "C2", "B1", "B2", "B3");
    /** Played on every right one. */
    static final Set<String> CORE = Set.of("G1.1", "G1.2", "G2", "G3.1", "G3.2", "G4", "G5", "G6", "C1", "C2", "B1", "B2", "B4", "B5", "S1", "S2", "L1", "L2");

    private MutantFile() {
    }

    static Mutant parse(String id, boolean right, String yaml) {
        var root = YamlNode.parse("mutants/" + (right ? "right/" : "wrong/") + id + ".yaml", yaml);
        root.allow(right ? Set.of("design", "change", "also") : Set.of("misconception", "change", "fails", "blind", "also", "only"));
        var what = root.need(right ? "design" : "misconception");
        what.allow(Set.of("es", "en"));
        var fails = right ? new TreeSet<String>() : ids(root, "fails");
        if (!right && fails.isEmpty()) {
            throw root.need("fails").wrong("un clúster incorrecto incumple algo", "a wrong cluster fails something");
        }
        var blind = ids(root, "blind");
        SortedSet<String> holds = new TreeSet<>(right ? CORE : USUAL);
        if (root.find("only").isPresent()) {
            holds = ids(root, "only");
        }
        holds.addAll(ids(root, "also"));
        holds.removeAll(fails);
        holds.removeAll(blind);
        return new Mutant(id, right, new Text(what.need("es").text().strip(), what.need("en").text().strip()), change(root.need("change")), fails, blind,
                holds);
    }

    private static SortedSet<String> ids(YamlNode root, String key) {
        var ids = new TreeSet<String>();
        root.find(key).ifPresent(list -> list.items().forEach(item -> ids.add(item.text())));
        return ids;
    }

    private static Change change(YamlNode change) {
        Map<String, List<Edit>> edits = new LinkedHashMap<>();
        List<Deed> deeds = new ArrayList<>();
        for (var key : change.keys()) {
            for (var item : change.need(key).items()) {
                if (key.equals("run")) {
                    item.allow(Set.of("on", "do", "undo"));
                    deeds.add(new Deed(item.need("on").text(), item.need("do").text(), item.need("undo").text()));
                } else {
                    item.allow(Set.of("find", "put"));
                    edits.computeIfAbsent(key, unseen -> new ArrayList<>())
                            .add(new Edit(item.find("find").map(YamlNode::text).orElse(""), item.need("put").text()));
                }
            }
        }
        return new Change(edits, deeds);
    }
}
