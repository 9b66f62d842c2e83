package relevo.report;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import relevo.verdict.Outcome;
import relevo.words.Text;

/** Chooses what to ask at the oral defence: first what went wrong, then what went well and left figures to explain. */
final class Questions {

    private static final int MOST = 6;
    private static final int FEWEST = 3;

    private Questions() {
    }

    /** @param rows of the whole catalogue, in its order */
    static List<Question> about(List<Row> rows) {
        var telling = rows.stream().filter(row -> interest(row) < 2)
                .sorted(comparing(Questions::interest).thenComparing(Row::points, Comparator.reverseOrder()))
                .limit(MOST).toList();
        // A run that showed little (the cluster did not start) still leaves the weightiest requirements to ask about.
        var weighty = rows.stream().filter(row -> interest(row) == 2 && row.requirement().level() == Level.CORE)
                .sorted(comparing(Row::points, Comparator.reverseOrder()))
                .limit(Math.max(0, FEWEST - telling.size()));
        var closing = rows.stream().filter(row -> row.requirement().level() == Level.ORAL);
        return Stream.of(telling.stream(), weighty, closing).flatMap(part -> part).map(Questions::question).toList();
    }

    private static Question question(Row row) {
        return new Question(row.id(), row.requirement().question(), interest(row) < 2 ? row.verdict().seen() : Text.same(""));
    }

    private static int interest(Row row) {
        if (row.verdict().outcome() == Outcome.NOT_MET) {
            return 0;
        }
        return row.verdict().isMet() && row.verdict().seen().es().chars().anyMatch(Character::isDigit) ? 1 : 2;
    }
}
