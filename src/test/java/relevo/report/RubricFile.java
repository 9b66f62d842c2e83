package relevo.report;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import relevo.words.Nearest;
import relevo.words.Text;

/**
 * Reads a rubric. What the file does not name stays the catalogue's.
 *
 * <pre>{@code
 * points: { B2: 0.4, B4: 0.15 }         # an extended requirement may get some, too
 * levels: { P1: core }                  # core or extended
 * rows:                                 # filled in by hand; "extra: true" comes on top of the total
 *   - { id: R1, title: { es: Informe, en: Report }, points: 1.0 }
 * total: 6.0                            # may be left out when it stays what the catalogue's is
 * }</pre>
 */
final class RubricFile {

    private static final String ENDING = ".yaml";
    private static final List<String> KEYS = List.of("points", "levels", "rows", "total");
    private static final List<String> ROW_KEYS = List.of("id", "title", "points", "extra");
    private static final List<String> LEVELS = List.of(Level.CORE.key(), Level.EXTENDED.key());

    private final String file;
    private final Catalogue catalogue;

    /** @param file its path, for messages */
    RubricFile(String file, Catalogue catalogue) {
        this.file = file;
        this.catalogue = catalogue;
    }

    /**
     * The file that is meant by a name, or by a path.
     *
     * @throws IllegalArgumentException when it is neither; the message has the nearest name
     */
    static Path find(String asked, Path folder) {
        var named = folder.resolve(asked + ENDING);
        if (asked.matches("[\\w.-]+") && Files.isRegularFile(named)) {
            return named;
        }
        if (asked.contains("/") || Files.exists(Path.of(asked))) {
            return Path.of(asked);
        }
        var names = names(folder);
        throw new IllegalArgumentException(names.isEmpty()
                ? "relevo.rubric is \"%s\": there is no such file, and no rubric in %s: write the path of a file".formatted(asked, folder)
                : "relevo.rubric is \"%s\": there is no such file, and %s has no rubric of this name; the nearest is %s (there are %s)"
                        .formatted(asked, folder, Nearest.of(asked, names), String.join(", ", names)));
    }

    private static Set<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).collect(toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws IllegalArgumentException when anything in it is wrong; the message names file, key and value, and what to write */
    Rubric read(String yaml) {
        var root = Yaml.mapping(file, yaml);
        root.keySet().forEach(key -> known("unknown key \"" + key + "\"", key, KEYS));
        if (root.keySet().stream().noneMatch(List.of("points", "levels", "rows")::contains)) {
            throw new IllegalArgumentException(file + ": changes nothing: write points, levels or rows");
        }
        var points = new LinkedHashMap<String, BigDecimal>();
        mapping(root, "points").forEach((id, value) -> {
            requirement("points." + id, id, value);
            points.put(id, Points.parse(file, "points." + id, value));
        });
        var levels = new LinkedHashMap<String, Level>();
        mapping(root, "levels").forEach((id, value) -> levels.put(id, level(id, value)));
        var graded = Rubric.over(catalogue, points, levels, root.containsKey("rows") ? rows(Yaml.list(file, "rows", root.get("rows"))) : List.of());
        var rubric = new Rubric(Path.of(file).getFileName().toString().replaceFirst("\\.ya?ml$", ""), graded);
        checkSum(rubric, root);
        return rubric;
    }

    private Map<String, Object> mapping(Map<String, Object> root, String key) {
        return root.containsKey(key) ? Yaml.mapping(file, key, root.get(key)) : Map.of();
    }

    private void known(String what, String written, Collection<String> valid) {
        if (!valid.contains(written)) {
            throw new IllegalArgumentException("%s: %s: the nearest is %s (there are %s)".formatted(file, what, Nearest.of(written, valid),
                    String.join(", ", valid)));
        }
    }

    private void requirement(String where, String id, Object value) {
        known("%s is \"%s\": the catalogue has no %s".formatted(where, value, id), id, ids());
    }

    private List<String> ids() {
        return catalogue.requirements().stream().map(CatalogueRow::id).toList();
    }

    private Level level(String id, Object value) {
        requirement("levels." + id, id, value);
        var written = String.valueOf(value);
        known("levels.%s is \"%s\"".formatted(id, value), written, LEVELS);
        if (!catalogue.find(id).orElseThrow().level().automatic()) {
            throw new IllegalArgumentException("%s: levels.%s is \"%s\": no machine decides %s, so it has no such level: leave it out"
                    .formatted(file, id, value, id));
        }
        return Stream.of(Level.values()).filter(level -> level.key().equals(written)).findFirst().orElseThrow();
    }

    private List<CatalogueRow> rows(List<?> listed) {
        var taken = new ArrayList<>(ids());
        var rows = new ArrayList<CatalogueRow>();
        for (var item : listed) {
            var row = row("rows[" + (rows.size() + 1) + "]", item);
            if (taken.contains(row.id())) {
                throw new IllegalArgumentException("%s: rows[%s].id is \"%s\": it is taken: choose another, such as R%s"
                        .formatted(file, rows.size() + 1, row.id(), rows.size() + 1));
            }
            taken.add(row.id());
            rows.add(row);
        }
        return rows;
    }

    private CatalogueRow row(String where, Object item) {
        var row = Yaml.mapping(file, where, item);
        row.keySet().forEach(key -> known("%s has the unknown key \"%s\"".formatted(where, key), key, ROW_KEYS));
        var id = Yaml.string(file, where + ".id", row.get("id"));
        if (!id.matches("[A-Z][0-9]{0,2}(\\.[0-9]{1,2})?")) {
            throw new IllegalArgumentException("%s: %s.id is \"%s\": write a capital and a number, such as R1".formatted(file, where, id));
        }
        var title = Yaml.mapping(file, where + ".title", row.get("title"));
        title.keySet().forEach(key -> known("%s.title has the unknown key \"%s\"".formatted(where, key), key, List.of("es", "en")));
        var extra = row.getOrDefault("extra", "false");
        known("%s.extra is \"%s\"".formatted(where, extra), String.valueOf(extra), List.of("true", "false"));
        return new CatalogueRow(id, extra.equals("true") ? Level.EXTRA : Level.MANUAL, "", Points.parse(file, where + ".points", row.get("points")),
                new Text(Yaml.string(file, where + ".title.es", title.get("es")), Yaml.string(file, where + ".title.en", title.get("en"))), Text.same(""));
    }

    private void checkSum(Rubric rubric, Map<String, Object> root) {
        var total = root.containsKey("total") ? Points.parse(file, "total", root.get("total")) : Rubric.of(catalogue).total();
        if (rubric.total().compareTo(total) != 0) {
            throw new IllegalArgumentException(
                    "%s: total is %s, but the points add up to %s, counting the catalogue's for what is not named: change points by %s, or write total: %s"
                            .formatted(file, Points.show(total), Points.show(rubric.total()),
                                    Points.show(total.subtract(rubric.total())), Points.show(rubric.total())));
        }
    }
}
