package relevo.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import relevo.words.Text;

/**
 * What the HTML template asks for.
 *
 * @param checklist what is shown
 * @param reports   where its evidence is
 */
public record ChecklistPage(Checklist checklist, Path reports) {

    public List<Text> notices() {
        return Notices.of(checklist);
    }

    public List<Evidence> evidence(Row row) {
        return row.evidence().stream().map(path -> Evidence.of(reports, path)).toList();
    }

    /** Whether the row has something of its own to unfold. */
    public boolean unfolds(Row row) {
        return !checklist.saidOnTop(row) && !(row.evidence().isEmpty() && row.repeat().isEmpty());
    }

    /** Whether the row went wrong in a way of its own, and so says what was expected and where to look. */
    public boolean wrong(Row row) {
        return row.ran() && !checklist.saidOnTop(row) && (row.state() == State.NOT_MET || row.state() == State.COULD_NOT_CHECK);
    }

    /** The rows that went wrong in a way of their own: core before extended, not met before could not check, then by points. */
    public List<Row> trouble() {
        return checklist.rows().stream().filter(this::wrong)
                .sorted(comparing((Row row) -> row.requirement().level()).thenComparing(Row::state).thenComparing(Row::points, reverseOrder()))
                .toList();
    }

    /** Share of the automatic points, %, for the bar. */
    public String share(BigDecimal points) {
        var all = checklist.score().automatic();
        return all.signum() == 0 ? "0" : points.movePointRight(2).divide(all, 3, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The automatic points that are lost: not met, or not applicable. */
    public BigDecimal lost() {
        var score = checklist.score();
        return score.automatic().subtract(score.earned()).subtract(score.unchecked());
    }

    public String points(BigDecimal points) {
        return Points.show(points);
    }

    public String seconds(double seconds) {
        return Seconds.show(seconds);
    }

    /** What belongs to no language, without what would turn the line around; the template escapes the rest. */
    public String plain(String text) {
        return Plain.of(text);
    }
}
