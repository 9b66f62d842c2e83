package relevo.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import relevo.verdict.Outcome;

/**
 * The points of a checklist. Of the automatic ones each is earned, lost, waiting, unchecked or the teacher's to give.
 *
 * @param earned        by what is met
 * @param automatic     that this suite can award
 * @param lost          by what is not met
 * @param waiting       of what could not be checked because another requirement fails: repair that one, and they can be earned
 * @param unchecked     of what could not be checked for a reason of its own: not earned, and not lost for good
 * @param forTheTeacher of what was observed and needs a person, or does not apply to this system: neither earned nor lost
 * @param byHand        that the teacher gave at the oral defence; 0 as long as there are none
 * @param total         with what is graded by hand, without what is extra
 */
public record Score(BigDecimal earned, BigDecimal automatic, BigDecimal lost, BigDecimal waiting, BigDecimal unchecked, BigDecimal forTheTeacher,
                    BigDecimal byHand, BigDecimal total) {

    static Score of(List<Row> rows) {
        var automatic = rows.stream().filter(row -> row.requirement().level().automatic()).toList();
        return new Score(
                Points.sum(automatic.stream().flatMap(row -> row.earned().stream()).toList()),
                points(automatic, row -> true),
                points(automatic, row -> row.verdict().outcome() == Outcome.NOT_MET),
                points(automatic, Row::waits),
                points(automatic, row -> row.state() == State.COULD_NOT_CHECK),
                points(automatic, row -> row.earned().isEmpty()),
                Points.sum(rows.stream().flatMap(row -> row.given().stream()).toList()),
                points(rows, row -> row.requirement().level() != Level.EXTRA));
    }

    private static BigDecimal points(List<Row> rows, Predicate<Row> which) {
        return Points.sum(rows.stream().filter(which).map(Row::points).toList());
    }
}
