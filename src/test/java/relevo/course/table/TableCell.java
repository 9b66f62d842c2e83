package relevo.course.table;

import java.math.BigDecimal;
import relevo.course.Cell;
import relevo.report.Level;
import relevo.report.Points;
import relevo.words.Shown;

/** One cell of the table: how a team stands in one requirement, and where the teacher may write. */
public record TableCell(Cell cell) {

    private static final int HINT = 200;

    /** A class name for its state. */
    public String css() {
        return cell.row().state().css();
    }

    /** Its state in one character. */
    public String symbol() {
        return cell.row().state().symbol();
    }

    /** Whether the teacher writes here: points that nobody decided, or that were given by hand. */
    public boolean typed() {
        return cell.row().points().signum() > 0 && (cell.byHand().isPresent() || cell.points().isEmpty());
    }

    /** Whether what is not given here leaves the grade open; extra points do not. */
    public boolean extra() {
        return cell.row().requirement().level() == Level.EXTRA;
    }

    /** What it earned, as text; empty for none, or where it is worth nothing. */
    public String points() {
        return cell.row().points().signum() == 0 ? "" : cell.points().map(Points::show).orElse("");
    }

    /** The most that can be given, as text. */
    public String worth() {
        return Points.show(cell.row().points());
    }

    /** For sorting: its points; where nothing is to be earned, 1 for what is met; −1 for what nobody decided. */
    public String key() {
        if (cell.row().points().signum() > 0) {
            return cell.points().map(BigDecimal::toPlainString).orElse("-1");
        }
        return switch (cell.row().state()) {
            case MET -> "1";
            case NOT_MET -> "0";
            default -> "-1";
        };
    }

    /** What a pointer that rests here is told: what was seen, in both languages. */
    public String hint() {
        var told = cell.row().told().withoutAsides();
        var es = Shown.of(told.es(), HINT);
        var en = Shown.of(told.en(), HINT);
        return es.equals(en) ? "%s: %s".formatted(cell.row().id(), es) : "%s: %s · %s".formatted(cell.row().id(), es, en);
    }
}
