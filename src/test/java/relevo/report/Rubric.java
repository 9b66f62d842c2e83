package relevo.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import relevo.words.Text;

/** How a catalogue is graded: what each requirement is worth and how much it weighs, and rows that a teacher fills in. */
public final class Rubric {

    private static final Group BY_HAND = new Group("T", Text.of("Lo que califica el docente", "Graded by the teacher"));

    private final String name;
    private final Catalogue graded;

    Rubric(String name, Catalogue graded) {
        this.name = name;
        this.graded = graded;
    }

    /** The catalogue's own points: 4.0 automatic and 1.0 for the oral defence. */
    public static Rubric of(Catalogue catalogue) {
        return new Rubric("default", catalogue);
    }

    /** Points that a run was graded by; what the catalogue has besides is worth nothing. */
    static Rubric of(Catalogue catalogue, Map<String, BigDecimal> graded) {
        var points = new LinkedHashMap<String, BigDecimal>();
        catalogue.requirements().forEach(requirement -> points.put(requirement.id(), graded.getOrDefault(requirement.id(), BigDecimal.ZERO)));
        return new Rubric("as graded", over(catalogue, points, Map.of(), List.of()));
    }

    /**
     * The rubric that was asked for, see {@link RubricFile}.
     *
     * @param asked   name of a file in {@code folder}, without its ending, or a path
     * @param folder  {@code rubrics/}
     * @throws IllegalArgumentException when there is no such rubric, or it is wrong; the message says where and what to do
     */
    public static Rubric named(String asked, Path folder, Catalogue catalogue) {
        return load(RubricFile.find(asked, folder), catalogue);
    }

    /**
     * A teacher's own rubric, over the catalogue's, see {@link RubricFile}.
     *
     * @throws IllegalArgumentException when the file cannot be read, or is wrong; the message says where and what to do
     */
    public static Rubric load(Path file, Catalogue catalogue) {
        try {
            return parse(file.toString(), Files.readString(file), catalogue);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read as UTF-8 text: check the path of the rubric (" + e + ")", e);
        }
    }

    static Rubric parse(String file, String yaml, Catalogue catalogue) {
        return new RubricFile(file, catalogue).read(yaml);
    }

    /** A catalogue with these points, levels and further rows. */
    static Catalogue over(Catalogue catalogue, Map<String, BigDecimal> points, Map<String, Level> levels, List<CatalogueRow> further) {
        var rows = new ArrayList<CatalogueRow>();
        catalogue.requirements().forEach(row -> rows.add(new CatalogueRow(row.id(), levels.getOrDefault(row.id(), row.level()), row.group(),
                points.getOrDefault(row.id(), row.points()), row.title(), row.question())));
        further.forEach(row -> rows.add(new CatalogueRow(row.id(), row.level(), BY_HAND.id(), row.points(), row.title(), row.question())));
        var groups = new ArrayList<>(catalogue.groups());
        if (!further.isEmpty()) {
            groups.add(BY_HAND);
        }
        return new Catalogue(List.copyOf(groups), List.copyOf(rows));
    }

    /** Its file's name without the ending, for a reader of the checklist. */
    public String name() {
        return name;
    }

    /** What is graded: the catalogue's rows, and the teacher's own. */
    public Catalogue graded() {
        return graded;
    }

    /**
     * What this requirement is worth.
     *
     * @throws IllegalArgumentException when the rubric does not have it
     */
    public BigDecimal points(String id) {
        return graded.find(id).orElseThrow(() -> new IllegalArgumentException("the catalogue has no requirement " + id)).points();
    }

    /** The points of these requirements together. */
    public BigDecimal sum(List<CatalogueRow> requirements) {
        return Points.sum(requirements.stream().map(requirement -> points(requirement.id())).toList());
    }

    /** All points together, what is graded by hand included and what is extra not. */
    public BigDecimal total() {
        return Points.sum(graded.requirements().stream().filter(row -> row.level() != Level.EXTRA).map(CatalogueRow::points).toList());
    }
}
