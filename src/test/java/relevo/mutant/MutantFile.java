package relevo.mutant;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import relevo.report.Catalogue;
import relevo.report.CatalogueRow;
import relevo.report.Level;
import relevo.report.mutant.Expected;
import relevo.report.mutant.Kind;
import relevo.words.Text;
import relevo.yaml.YamlNode;

/**
 * Reads a mutant from YAML: {@code src/test/resources/mutants/README.md} says what may stand in one. A complaint says file and key.
 */
final class MutantFile {

    /** Played on every wrong cluster unless its file says {@code only}: what one reload, one overload and some looking around decide. */
    static final Set<String> USUAL = Set.of("G1.1", "G1.2", "G2", "G3.1", "G5", "G6", "C2", "B1", "B2", "B7", "B3");

    private MutantFile() {
    }

    /** Played on every right one, and on every common delivery: the core requirements, in the catalogue's order. */
    static List<String> core() {
        return Catalogue.load().requirements().stream().filter(requirement -> requirement.level() == Level.CORE).map(CatalogueRow::id).toList();
    }

    static Mutant parse(String id, Kind kind, String yaml) {
        var root = YamlNode.parse("mutants/" + kind.folder() + "/" + id + ".yaml", yaml);
        return switch (kind) {
            case COMMON -> DeliveryFile.parse(id, root);
            case RIGHT -> right(id, root);
            case WRONG -> wrong(id, root);
        };
    }

    private static Mutant right(String id, YamlNode root) {
        root.allow(Set.of("design", "change", "also", "waits"));
        return mutant(id, Kind.RIGHT, root, sentence(root.need("design")), new TreeSet<>(), new TreeSet<>(core()));
    }

    private static Mutant wrong(String id, YamlNode root) {
        root.allow(Set.of("misconception", "change", "fails", "blind", "waits", "also", "only"));
        var what = sentence(root.need("misconception"));
        var fails = ids(root, "fails");
        if (fails.isEmpty()) {
            throw root.need("fails").wrong("un clúster incorrecto incumple algo", "a wrong cluster fails something");
        }
        return mutant(id, Kind.WRONG, root, what, fails, root.find("only").isPresent() ? ids(root, "only") : new TreeSet<>(USUAL));
    }

    private static Mutant mutant(String id, Kind kind, YamlNode root, Text what, SortedSet<String> fails, SortedSet<String> holds) {
        var blind = ids(root, "blind");
        var waits = waits(root);
        holds.addAll(ids(root, "also"));
        holds.removeAll(fails);
        holds.removeAll(blind);
        holds.removeAll(waits.keySet());
        return new Mutant(id, kind, what, ChangeFile.parse(root.need("change")), new Expected(holds, fails, blind, waits, new TreeSet<>(), false), Map.of());
    }

    /** One sentence, in both languages. */
    static Text sentence(YamlNode what) {
        what.allow(Set.of("es", "en"));
        return new Text(what.need("es").text().strip(), what.need("en").text().strip());
    }

    /** The requirements that wait, each with the one that it waits for. */
    static SortedMap<String, String> waits(YamlNode node) {
        var waits = new TreeMap<String, String>();
        node.find("waits").ifPresent(map -> map.keys().forEach(id -> waits.put(id, map.need(id).text())));
        return waits;
    }

    /** The ids of a list; none where there is no such key. */
    static SortedSet<String> ids(YamlNode node, String key) {
        var ids = new TreeSet<String>();
        node.find(key).ifPresent(list -> list.items().forEach(item -> ids.add(item.text())));
        return ids;
    }
}
