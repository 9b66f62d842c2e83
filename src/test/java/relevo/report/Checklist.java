package relevo.report;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import relevo.archive.OralDefence;
import relevo.observation.LeftAsFound;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

/**
 * What a run found out about every requirement of the catalogue, and what that is worth.
 *
 * @param groups    the sections, in order
 * @param rows      every requirement, in the catalogue's order, also those that the run did not look at, and the teacher's own
 * @param rubric    name of the rubric
 * @param score     the points
 * @param cause     why nothing at all could be checked, when it was one thing, such as a cluster that did not start
 * @param questions suggested for the oral defence, most telling first
 * @param run       the circumstances
 * @param left      whether the machines were left as they were found, where that was looked at
 * @param defence   what the oral defence left, where there was one
 */
public record Checklist(List<Group> groups, List<Row> rows, String rubric, Score score, Optional<Verdict> cause, List<Question> questions,
                        RunInfo run, Optional<LeftAsFound> left, Optional<OralDefence> defence) {

    private static final Text NOTHING = Text.same("");
    private static final Text STAND_IN = Text.of(
            "Aquí cada máquina virtual la representa un contenedor: se comprobó que cada nodo ejecuta contenedores LXD, no que los nodos sean máquinas "
                    + "virtuales.",
            "Here a container stands in for each virtual machine: what was checked is that every node runs LXD containers, not that the nodes are virtual "
                    + "machines.");

    /**
     * Holds a run's results against the catalogue.
     *
     * @param rubric    says what each requirement is worth, and adds the teacher's own rows
     * @param results   of the run, in any order; a requirement may have several, and then the worst decides
     * @param specified ids of the requirements that the suite has a check for
     * @throws IllegalArgumentException when a result is about no requirement of the catalogue, or about the teacher's
     */
    public static Checklist of(Catalogue catalogue, Rubric rubric, List<Result> results, Set<String> specified, RunInfo run) {
        WorstOf.requireKnown(catalogue, results);
        Map<String, List<Result>> found = results.stream().collect(groupingBy(Result::id));
        var rows = Root.settled(rubric.graded().requirements().stream()
                .map(requirement -> row(requirement, Optional.ofNullable(found.get(requirement.id())).map(WorstOf::together), specified, run))
                .toList());
        return new Checklist(rubric.graded().groups(), rows, rubric.name(), Score.of(rows), cause(rows), Questions.about(rows), run, Optional.empty(),
                Optional.empty());
    }

    private static Row row(CatalogueRow requirement, Optional<Result> found, Set<String> specified, RunInfo run) {
        var note = requirement.id().equals("G4") && run.nodesStandIn() ? STAND_IN : NOTHING;
        if (!requirement.level().automatic()) {
            return new Row(requirement, Optional.empty(), byHand(requirement.level()), "", note, false, 0, List.of(), "");
        }
        var result = found.orElseGet(() -> new Result(requirement.id(), notRun(specified.contains(requirement.id())), 0, List.of(), ""));
        return new Row(requirement, earned(requirement, result.verdict().outcome()), result.verdict(), "", note,
                found.isPresent(), result.seconds(), result.evidence(), result.repeat());
    }

    /** What does not apply to a system was neither achieved nor missed by it. */
    private static Optional<BigDecimal> earned(CatalogueRow requirement, Outcome outcome) {
        return switch (outcome) {
            case MET -> Optional.of(requirement.points());
            case NOT_MET, COULD_NOT_CHECK -> Optional.of(BigDecimal.ZERO);
            case FOR_THE_TEACHER, NOT_APPLICABLE -> Optional.empty();
        };
    }

    private static Verdict byHand(Level level) {
        return Verdict.forTheTeacher(switch (level) {
            case ORAL -> Text.of("En la sustentación.", "At the oral defence.");
            case EXTRA -> Text.of("Son puntos adicionales al total.", "Its points come on top of the total.");
            default -> Text.of("No lo decide la suite.", "The suite does not decide it.");
        }, NOTHING);
    }

    private static Verdict notRun(boolean specified) {
        return specified
                ? Verdict.couldNotCheck(Text.of("No formó parte de esta ejecución.", "It was not part of this run."),
                        Text.of("Ejecute la suite completa: mvn verify", "Run the whole suite: mvn verify"))
                : Verdict.couldNotCheck(Text.of("La suite todavía no tiene una comprobación para este requisito.",
                        "The suite has no check for this requirement yet."),
                        Text.of("Compruébelo a mano.", "Check it by hand."));
    }

    private static Optional<Verdict> cause(List<Row> rows) {
        var ran = rows.stream().filter(Row::ran).map(Row::verdict).toList();
        var one = ran.size() > 1
                && ran.stream().allMatch(verdict -> verdict.outcome() == Outcome.COULD_NOT_CHECK)
                && ran.stream().map(Verdict::seen).distinct().count() == 1;
        return one ? Optional.of(ran.get(0)) : Optional.empty();
    }

    /** The same with how the machines were left. */
    public Checklist leaving(Optional<LeftAsFound> asFound) {
        return new Checklist(groups, rows, rubric, score, cause, questions, run, asFound, defence);
    }

    /** The same with what the oral defence left: its points are the row's where they were given of what the row is worth. */
    public Checklist defended(Optional<OralDefence> left) {
        var told = rows.stream().map(row -> left.filter(any -> row.id().equals(Defended.ROW) && !row.requirement().level().automatic())
                .map(one -> Defended.row(row, one)).orElse(row)).toList();
        return new Checklist(groups, told, rubric, Score.of(told), cause, questions, run, this.left, left);
    }

    /** Points that the teacher gave at the defence, where there are any. */
    public Optional<BigDecimal> given() {
        return rows.stream().flatMap(row -> row.given().stream()).reduce(BigDecimal::add);
    }

    /** The whole grade; empty as long as anything of it is to be decided, or was not part of the run. */
    public Optional<BigDecimal> grade() {
        var open = !run.complete() || score.waiting().signum() > 0 || score.unchecked().signum() > 0
                || forTheTeacher().stream().anyMatch(row -> row.requirement().level() != Level.EXTRA);
        return open ? Optional.empty() : Optional.of(score.earned().add(score.byHand()));
    }

    /** Where to start: what has a trouble of its own, weightiest first; empty when there is one cause for everything. */
    public List<Root> roots() {
        return cause.isPresent() ? List.of() : Root.of(rows);
    }

    /** The rows that the teacher gives points to. */
    public List<Row> forTheTeacher() {
        return rows.stream().filter(row -> row.earned().isEmpty() && row.points().signum() > 0).toList();
    }

    /** The rows of one section. */
    public List<Row> of(Group group) {
        return rows.stream().filter(row -> row.requirement().group().equals(group.id())).toList();
    }

    /** What one section earned; the oral defence, which only the teacher can grade, adds what was given there. */
    public BigDecimal earned(Group group) {
        return Points.sum(of(group).stream().flatMap(row -> row.earned().stream()).toList());
    }

    /** What one section is worth, without what is extra. */
    public BigDecimal points(Group group) {
        return Points.sum(of(group).stream().filter(row -> row.requirement().level() != Level.EXTRA).map(Row::points).toList());
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
