package relevo.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many points each requirement of a catalogue is worth. */
public final class Rubric {

    private static final Set<String> KEYS = Set.of("points", "total");

    private final Map<String, BigDecimal> points;

    private Rubric(Map<String, BigDecimal> points) {
        this.points = points;
    }

    /** The catalogue's own points: 4.0 automatic and 1.0 for the oral defence. */
    public static Rubric of(Catalogue catalogue) {
        var points = new LinkedHashMap<String, BigDecimal>();
        catalogue.requirements().forEach(requirement -> points.put(requirement.id(), requirement.points()));
        return new Rubric(points);
    }

    /**
     * A teacher's own points, over the catalogue's. What the file does not name keeps its points; an extended requirement may get some.
     *
     * <pre>{@code
     * points: { B2: 0.8, B4: 0.1 }
     * total: 5.0        # may be left out when it stays what the catalogue's is
     * }</pre>
     *
     * @throws IllegalArgumentException when the file cannot be read or has an unknown id or key, points that are negative or no
     *                                  number, or points whose sum is not the total; the message says where and what to do
     */
    public static Rubric load(Path file, Catalogue catalogue) {
        try {
            return parse(file.toString(), Files.readString(file), catalogue);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read as UTF-8 text: check the path of the rubric (" + e + ")", e);
        }
    }

    static Rubric parse(String file, String yaml, Catalogue catalogue) {
        var root = Yaml.mapping(file, yaml);
        root.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("%s: unknown key \"%s\": write points and, if it changes, total".formatted(file, key));
        });
        var standard = of(catalogue);
        var points = new LinkedHashMap<>(standard.points);
        Yaml.mapping(file, "points", root.get("points")).forEach((id, value) -> {
            if (catalogue.find(id).isEmpty()) {
                throw new IllegalArgumentException("%s: points.%s is \"%s\": the catalogue has no %s: use one of %s"
                        .formatted(file, id, value, id, String.join(", ", standard.points.keySet())));
            }
            points.put(id, Points.parse(file, "points." + id, value));
        });
        var total = root.containsKey("total") ? Points.parse(file, "total", root.get("total")) : standard.total();
        var rubric = new Rubric(points);
        if (rubric.total().compareTo(total) != 0) {
            throw new IllegalArgumentException(
                    "%s: total is %s, but the points add up to %s, counting the catalogue's for what is not named: change points by %s, or write total: %s"
                            .formatted(file, Points.show(total), Points.show(rubric.total()),
                                    Points.show(total.subtract(rubric.total())), Points.show(rubric.total())));
        }
        return rubric;
    }

    /**
     * What this requirement is worth.
     *
     * @throws IllegalArgumentException when the catalogue does not have it
     */
    public BigDecimal points(String id) {
        var found = points.get(id);
        if (found == null) {
            throw new IllegalArgumentException("the catalogue has no requirement " + id);
        }
        return found;
    }

    /** The points of these requirements together. */
    public BigDecimal sum(List<CatalogueRow> requirements) {
        return Points.sum(requirements.stream().map(requirement -> points(requirement.id())).toList());
    }

    /** All points together, the oral defence included. */
    public BigDecimal total() {
        return Points.sum(points.values());
    }
}
