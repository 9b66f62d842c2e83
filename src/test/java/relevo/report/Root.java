package relevo.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

/**
 * Where to start: a row with a trouble of its own, and all that wait for it.
 *
 * @param row     not met, or not checkable for a reason of its own
 * @param waiting the rows that wait for it, directly or through others, in the catalogue's order
 */
public record Root(Row row, List<Row> waiting) {

    /** What is to be won by repairing it: its own points, and those of all that wait for it. */
    public BigDecimal worth() {
        return row.points().add(waitingPoints());
    }

    /** The points of the rows that wait for it. */
    public BigDecimal waitingPoints() {
        return Points.sum(waiting.stream().map(Row::points).toList());
    }

    /** Their ids, in a sentence; empty when none waits. */
    public Text dependents() {
        var ids = String.join(", ", waiting.stream().map(Row::id).toList());
        return switch (waiting.size()) {
            case 0 -> Text.same("");
            case 1 -> Text.of("De esto depende: %s.", "%s waits for this.", ids);
            default -> Text.of("De esto dependen: %s.", "%s wait for this.", ids);
        };
    }

    /** What its points are, and what waits for them, in a few words; empty when it is all about no points. */
    public Text stake() {
        if (worth().signum() == 0) {
            return Text.same("");
        }
        var own = row.state() == State.NOT_MET
                ? Text.of("%s perdidos", "%s lost", Points.show(row.points()))
                : Text.of("%s sin comprobar", "%s unchecked", Points.show(row.points()));
        var further = Text.of("%s en espera", "%s waiting", Points.show(waitingPoints()));
        if (waitingPoints().signum() == 0) {
            return own;
        }
        return row.points().signum() == 0 ? further : new Text(own.es() + " · " + further.es(), own.en() + " · " + further.en());
    }

    /** The roots of a checklist: those that are worth most, with all that waits for them, first; then core before extended, not met before unchecked. */
    static List<Root> of(List<Row> rows) {
        return rows.stream().filter(Row::isRoot)
                .map(root -> new Root(root, rows.stream().filter(row -> row.waitsFor().equals(root.id())).toList()))
                .sorted(comparing(Root::worth, reverseOrder()).thenComparing(root -> root.row().requirement().level())
                        .thenComparing(root -> root.row().state()))
                .toList();
    }

    /**
     * Lets every row that waits wait for the last of its chain. What it names may contradict it (met, not part of the run, in a circle):
     * then it could not be checked, and nothing more.
     */
    static List<Row> settled(List<Row> rows) {
        return rows.stream().map(row -> last(rows, row).map(root -> row.waitingFor(root.id())).orElseGet(() -> ordinary(rows, row))).toList();
    }

    private static Optional<Row> last(List<Row> rows, Row row) {
        var found = Optional.<Row>empty();
        for (var next = step(rows, row); next.isPresent(); next = step(rows, next.get())) {
            found = next;
        }
        return found;
    }

    /** The row that this one waits for, unless that leads back to it. */
    private static Optional<Row> step(List<Row> rows, Row row) {
        return target(rows, row).filter(next -> !leadsBack(rows, row));
    }

    private static boolean leadsBack(List<Row> rows, Row row) {
        var next = target(rows, row);
        for (int i = 0; i < rows.size() && next.isPresent(); i++) {
            if (next.get().id().equals(row.id())) {
                return true;
            }
            next = target(rows, next.get());
        }
        return false;
    }

    private static Optional<Row> target(List<Row> rows, Row row) {
        return rows.stream().filter(other -> row.verdict().outcome() == Outcome.COULD_NOT_CHECK && other.id().equals(row.verdict().waitsFor()))
                .filter(other -> other.ran() && (other.verdict().outcome() == Outcome.NOT_MET || other.verdict().outcome() == Outcome.COULD_NOT_CHECK))
                .findFirst();
    }

    private static Row ordinary(List<Row> rows, Row row) {
        var named = row.verdict().waitsFor();
        if (named.isEmpty()) {
            return row;
        }
        var ran = rows.stream().anyMatch(other -> other.id().equals(named) && other.ran());
        return row.with(Verdict.couldNotCheck(row.verdict().seen(), ran
                ? Text.of("Repita esta comprobación.", "Repeat this check.")
                : Text.of("Ejecute también %1$s, que no formó parte de esta ejecución.", "Run %1$s too, which was not part of this run.", named)));
    }
}
