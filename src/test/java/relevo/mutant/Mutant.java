package relevo.mutant;

import java.util.SortedSet;
import java.util.TreeSet;
import relevo.words.Text;

/**
 * A cluster other than the reference: a wrong one, which the specification must reject, or a right one of another design, which it must accept.
 *
 * @param id    the name of its file
 * @param right whether every core requirement is met
 * @param what  the misconception, or the design, in one sentence
 * @param change how it differs from the reference
 * @param fails requirements that are not met, by id: exactly these; empty when right
 * @param blind requirements that cannot be checked because of what fails
 * @param holds requirements that are met
 */
record Mutant(String id, boolean right, Text what, Change change, SortedSet<String> fails, SortedSet<String> blind, SortedSet<String> holds) {

    /** The requirements that are played on it. */
    SortedSet<String> played() {
        var played = new TreeSet<>(fails);
        played.addAll(blind);
        played.addAll(holds);
        return played;
    }
}
