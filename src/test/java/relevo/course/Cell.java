package relevo.course;

import java.math.BigDecimal;
import java.util.Optional;
import relevo.report.Level;
import relevo.report.Row;
import relevo.report.State;

/**
 * How one team stands in one requirement.
 *
 * @param row    as it was judged, with what it is worth
 * @param byHand points that the teacher gave, whatever was judged; empty where none were
 */
public record Cell(Row row, Optional<BigDecimal> byHand) {

    /** What it earned, 0 included; empty as long as nobody decided, neither the suite nor the teacher. */
    public Optional<BigDecimal> points() {
        if (byHand.isPresent()) {
            return byHand;
        }
        return row.state() == State.MET || row.state() == State.NOT_MET ? row.earned() : Optional.empty();
    }

    /** Whether points of the total are still to be decided here; what is extra is on top of it, and nothing is owed. */
    public boolean open() {
        return points().isEmpty() && row.points().signum() > 0 && row.requirement().level() != Level.EXTRA;
    }
}
