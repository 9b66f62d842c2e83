package relevo.live.page;

import java.util.List;
import java.util.OptionalDouble;
import relevo.words.Text;

/**
 * The teacher's view of an oral defence.
 *
 * @param seed      what the questions and the fault were drawn with
 * @param questions drawn from what this run showed
 * @param riddle    a fault that the students are to find; its state is {@code NONE} before one was ordered
 * @param notes     what the teacher wrote
 * @param points    what the teacher gave for D1, with a decimal point; empty when nothing yet
 * @param most      what D1 is worth
 */
public record DefenceSheet(String seed, List<Asked> questions, Riddle riddle, String notes, String points, String most) {

    /**
     * A question.
     *
     * @param id   of the requirement that it is about; empty for none
     * @param seen what this run showed, for the teacher; not to be shown before it is asked for
     */
    public record Asked(String id, Text ask, Text seen) {
    }

    /** How the search for the fault stands. */
    public enum Search { NONE, HIDDEN, FOUND, MISSED, GIVEN_UP }

    /**
     * A fault that was made, and what the students say it is.
     *
     * @param choices what it could be, of which one is right
     * @param told    what it was, once the search is over; empty in both languages before
     * @param seconds how long the search took, s; empty while it goes on
     */
    public record Riddle(Search search, List<Choice> choices, Text told, OptionalDouble seconds) {
    }

    /** One of the answers that can be given. */
    public record Choice(String id, Text text) {
    }
}
