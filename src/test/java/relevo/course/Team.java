package relevo.course;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relevo.report.Checklist;
import relevo.report.Points;
import relevo.words.Text;

/**
 * One delivery of a course, graded.
 *
 * @param name      as the teacher's list has it
 * @param folder    its own reports, relative to the course's: {@code teams/team-07}
 * @param checklist under the rubric of the course
 * @param byHand    points that the teacher gave in the course's own file, by id of the row; they go before those of an oral defence
 * @param trouble   why it was not judged to the end, such as machines that did not come up in time; empty in both languages where it was
 * @param seconds   that it took: bringing it up, judging it, putting it away; s
 * @param brings    what can be compared among teams: the name of a file to its text, as {@code haproxy.cfg}
 */
public record Team(String name, String folder, Checklist checklist, Map<String, BigDecimal> byHand, Text trouble, double seconds,
                   Map<String, String> brings) {

    public Team {
        byHand = Map.copyOf(byHand);
        brings = Map.copyOf(brings);
    }

    /** Every row of the rubric, in its order. */
    public List<Cell> cells() {
        return checklist.rows().stream().map(row -> new Cell(row, Optional.ofNullable(byHand.get(row.id())).or(row::given))).toList();
    }

    /** Points that are the team's: of what is met, and given by hand. */
    public BigDecimal earned() {
        return Points.sum(cells().stream().flatMap(cell -> cell.points().stream()).toList());
    }

    /** Points that nobody has decided yet: unchecked, waiting, or the teacher's to give. */
    public BigDecimal open() {
        return Points.sum(cells().stream().filter(Cell::open).map(cell -> cell.row().points()).toList());
    }

    /** The grade, once nothing is left to be decided. */
    public Optional<BigDecimal> grade() {
        return open().signum() == 0 ? Optional.of(earned()) : Optional.empty();
    }
}
