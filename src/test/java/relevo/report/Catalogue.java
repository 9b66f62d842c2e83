package relevo.report;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import relevo.words.Text;

/** Every requirement of the assignment, in the order of every report. */
public final class Catalogue {

    private static final String RESOURCE = "catalogue.yaml";
    /** The others are for rows of a teacher's rubric. */
    private static final List<Level> LEVELS = List.of(Level.CORE, Level.EXTENDED, Level.ORAL);
    private static final Set<String> KEYS = Set.of("id", "level", "group", "points", "title", "ask");

    private final List<Group> groups;
    private final List<CatalogueRow> requirements;

    Catalogue(List<Group> groups, List<CatalogueRow> requirements) {
        this.groups = groups;
        this.requirements = requirements;
    }

    /** The assignment's own catalogue, {@code src/test/resources/catalogue.yaml}. */
    public static Catalogue load() {
        try (var in = Catalogue.class.getResourceAsStream("/" + RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path: build with mvn test-compile");
            }
            return parse(RESOURCE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a catalogue.
     *
     * @param file its name, for messages
     * @throws IllegalArgumentException when a row is incomplete, an id stands twice, or a level or group does not exist
     */
    static Catalogue parse(String file, String yaml) {
        var root = Yaml.mapping(file, yaml);
        var groups = Yaml.mapping(file, "groups", root.get("groups")).entrySet().stream()
                .map(entry -> new Group(entry.getKey(), text(file, "groups." + entry.getKey(), entry.getValue())))
                .toList();
        var requirements = Yaml.list(file, "requirements", root.get("requirements")).stream()
                .map(row -> requirement(file, groups, Yaml.mapping(file, "a requirement", row)))
                .toList();
        var seen = new HashSet<String>();
        requirements.stream().map(CatalogueRow::id).filter(id -> !seen.add(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException(file + ": " + id + " stands twice");
        });
        return new Catalogue(groups, requirements);
    }

    private static CatalogueRow requirement(String file, List<Group> groups, Map<String, Object> row) {
        var id = Yaml.string(file, "id", row.get("id"));
        row.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(file + ": " + id + " has the unknown key " + key);
        });
        var group = Yaml.string(file, id + ".group", row.get("group"));
        if (groups.stream().noneMatch(known -> known.id().equals(group))) {
            throw new IllegalArgumentException(file + ": " + id + ".group is " + group + ", which is not under groups");
        }
        var level = level(file, id, row.get("level"));
        var points = level == Level.EXTENDED && !row.containsKey("points")
                ? BigDecimal.ZERO
                : Points.parse(file, id + ".points", row.get("points"));
        return new CatalogueRow(id, level, group, points,
                text(file, id + ".title", row.get("title")), text(file, id + ".ask", row.get("ask")));
    }

    private static Level level(String file, String id, Object value) {
        return LEVELS.stream().filter(level -> level.key().equals(value)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s: %s.level is %s, not one of %s".formatted(
                        file, id, value, LEVELS.stream().map(Level::key).collect(joining(", ")))));
    }

    private static Text text(String file, String what, Object value) {
        var languages = Yaml.mapping(file, what, value);
        return new Text(Yaml.string(file, what + ".es", languages.get("es")), Yaml.string(file, what + ".en", languages.get("en")));
    }

    /** The sections, in the order of every report. */
    public List<Group> groups() {
        return groups;
    }

    /** All of them, in the order of every report. */
    public List<CatalogueRow> requirements() {
        return requirements;
    }

    /** The requirement with this id, if the catalogue has it. */
    public Optional<CatalogueRow> find(String id) {
        return requirements.stream().filter(requirement -> requirement.id().equals(id)).findFirst();
    }
}
