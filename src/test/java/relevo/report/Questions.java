package relevo.report;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import relevo.verdict.Outcome;
import relevo.words.Text;

/** Chooses what to ask at the oral defence: what went wrong, what a person must judge, then what went well and left figures to explain. */
final class Questions {

    private static final int MOST = 6;
    private static final int FEWEST = 3;
    private static final int NOTHING_SEEN = 3;

    private Questions() {
    }

    /** @param rows of the whole catalogue, in its order */
    static List<Question> about(List<Row> rows) {
        var telling = rows.stream().filter(row -> interest(row) < NOTHING_SEEN)
                .sorted(comparing(Questions::interest).thenComparing(row -> worth(row, rows), Comparator.reverseOrder()))
                .limit(MOST).toList();
        // A run that showed little (the cluster did not start) still leaves the weightiest requirements to ask about.
        var weighty = rows.stream().filter(row -> interest(row) == NOTHING_SEEN && row.requirement().level() == Level.CORE)
                .sorted(comparing(Row::points, Comparator.reverseOrder()))
                .limit(Math.max(0, FEWEST - telling.size()));
        var closing = rows.stream().filter(row -> row.requirement().level() == Level.ORAL);
        return Stream.of(telling.stream(), weighty, closing).flatMap(part -> part).map(Questions::question).toList();
    }

    private static Question question(Row row) {
        return new Question(row.id(), row.requirement().question(), interest(row) < NOTHING_SEEN ? row.verdict().told() : Text.same(""));
    }

    /** What fails and keeps much else from being checked is the first to be asked about. */
    private static BigDecimal worth(Row row, List<Row> rows) {
        return Points.sum(rows.stream().filter(other -> other == row || other.waitsFor().equals(row.id())).map(Row::points).toList());
    }

    private static int interest(Row row) {
        if (row.verdict().outcome() == Outcome.NOT_MET) {
            return 0;
        }
        if (row.ran() && row.verdict().outcome() == Outcome.FOR_THE_TEACHER) {
            return 1;
        }
        return row.verdict().isMet() && row.verdict().told().es().chars().anyMatch(Character::isDigit) ? 2 : NOTHING_SEEN;
    }
}
