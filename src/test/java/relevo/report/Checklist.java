package relevo.report;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

/**
 * What a run found out about every requirement of the catalogue, and what that is worth.
 *
 * @param groups    the sections, in order
 * @param rows      every requirement, in the catalogue's order, also those that the run did not look at
 * @param score     the points
 * @param cause     why nothing at all could be checked, when it was one thing, such as a cluster that did not start
 * @param questions suggested for the oral defence, most telling first
 * @param run       the circumstances
 */
public record Checklist(List<Group> groups, List<Row> rows, Score score, Optional<Verdict> cause, List<Question> questions, RunInfo run) {

    private static final Text NOTHING = Text.same("");
    private static final Text STAND_IN = Text.of(
            "Aquí cada máquina virtual la representa un contenedor: se comprobó que cada nodo ejecuta contenedores LXD, no que los nodos sean máquinas "
                    + "virtuales.",
            "Here a container stands in for each virtual machine: what was checked is that every node runs LXD containers, not that the nodes are virtual "
                    + "machines.");

    /**
     * Holds a run's results against the catalogue.
     *
     * @param results   of the run, in any order; a requirement may have several, and then the worst decides
     * @param specified ids of the requirements that the suite has a check for
     * @throws IllegalArgumentException when a result is about no requirement of the catalogue, or about the teacher's
     */
    public static Checklist of(Catalogue catalogue, Rubric rubric, List<Result> results, Set<String> specified, RunInfo run) {
        WorstOf.requireKnown(catalogue, results);
        Map<String, List<Result>> found = results.stream().collect(groupingBy(Result::id));
        var rows = catalogue.requirements().stream()
                .map(requirement -> row(requirement, rubric.points(requirement.id()),
                        Optional.ofNullable(found.get(requirement.id())).map(WorstOf::together), specified, run))
                .toList();
        return new Checklist(catalogue.groups(), rows, score(rows), cause(rows), Questions.about(rows), run);
    }

    private static Row row(CatalogueRow requirement, BigDecimal points, Optional<Result> found, Set<String> specified, RunInfo run) {
        var note = requirement.id().equals("G4") && run.nodesStandIn() ? STAND_IN : NOTHING;
        if (requirement.level() == Level.ORAL) {
            return new Row(requirement, points, Optional.empty(), forTheTeacher(), note, false, 0, List.of(), "");
        }
        var result = found.orElseGet(() -> new Result(requirement.id(), notRun(specified.contains(requirement.id())), 0, List.of(), ""));
        var earned = result.verdict().isMet() ? points : BigDecimal.ZERO;
        return new Row(requirement, points, Optional.of(earned), result.verdict(), note,
                found.isPresent(), result.seconds(), result.evidence(), result.repeat());
    }

    private static Verdict forTheTeacher() {
        return Verdict.couldNotCheck(
                Text.of("La califica el docente en la sustentación.", "The teacher grades it at the oral defence."), NOTHING);
    }

    private static Verdict notRun(boolean specified) {
        return specified
                ? Verdict.couldNotCheck(Text.of("No formó parte de esta ejecución.", "It was not part of this run."),
                        Text.of("Ejecute la suite completa: mvn verify", "Run the whole suite: mvn verify"))
                : Verdict.couldNotCheck(Text.of("La suite todavía no tiene una comprobación para este requisito.",
                        "The suite has no check for this requirement yet."),
                        Text.of("Compruébelo a mano.", "Check it by hand."));
    }

    private static Score score(List<Row> rows) {
        var automatic = rows.stream().filter(row -> row.requirement().level() != Level.ORAL).toList();
        return new Score(
                Points.sum(automatic.stream().flatMap(row -> row.earned().stream()).toList()),
                Points.sum(automatic.stream().map(Row::points).toList()),
                Points.sum(automatic.stream().filter(row -> row.verdict().outcome() == Outcome.COULD_NOT_CHECK).map(Row::points).toList()),
                Points.sum(rows.stream().map(Row::points).toList()));
    }

    private static Optional<Verdict> cause(List<Row> rows) {
        var ran = rows.stream().filter(Row::ran).map(Row::verdict).toList();
        var one = ran.size() > 1
                && ran.stream().allMatch(verdict -> verdict.outcome() == Outcome.COULD_NOT_CHECK)
                && ran.stream().map(Verdict::seen).distinct().count() == 1;
        return one ? Optional.of(ran.get(0)) : Optional.empty();
    }

    /** The rows of one section. */
    public List<Row> of(Group group) {
        return rows.stream().filter(row -> row.requirement().group().equals(group.id())).toList();
    }

    /** What one section earned; the oral defence, which only the teacher can grade, adds nothing. */
    public BigDecimal earned(Group group) {
        return Points.sum(of(group).stream().flatMap(row -> row.earned().stream()).toList());
    }

    /** What one section is worth. */
    public BigDecimal points(Group group) {
        return Points.sum(of(group).stream().map(Row::points).toList());
    }

    /** How many rows are shown in this state. */
    public long count(State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    /** Whether this row only repeats the one {@link #cause()}. */
    public boolean saidOnTop(Row row) {
        return row.ran() && cause.isPresent();
    }
}
