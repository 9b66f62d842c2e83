package relevo.mutant;

import java.util.Map;
import java.util.SortedSet;
import relevo.report.mutant.Expected;
import relevo.report.mutant.Kind;
import relevo.words.Text;

/**
 * A cluster other than the reference, and what it deserves.
 *
 * @param id       the name of its file
 * @param kind     the folder that it stands in
 * @param what     the misconception, the design, or what the delivery is, in one sentence
 * @param change   how it differs from the reference
 * @param expected what it deserves, by requirement
 * @param because  of a common delivery, why a requirement is not met, for maintainers
 */
record Mutant(String id, Kind kind, Text what, Change change, Expected expected, Map<String, String> because) {

    Mutant {
        because = Map.copyOf(because);
    }

    /** Whether it is of another design, and nothing is wrong with it. */
    boolean right() {
        return kind == Kind.RIGHT;
    }

    /** Requirements that are not met: exactly these. */
    SortedSet<String> fails() {
        return expected.fails();
    }

    /** Requirements that are met. */
    SortedSet<String> holds() {
        return expected.met();
    }

    /** The requirements that are played on it. */
    SortedSet<String> played() {
        return expected.played();
    }
}
