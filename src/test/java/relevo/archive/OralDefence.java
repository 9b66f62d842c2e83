package relevo.archive;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import relevo.words.Text;

/**
 * What an oral defence left: what was asked and found out, and what the teacher wrote and gave.
 *
 * @param delivery what was defended: the folder or the name that was handed in, as an absolute path
 * @param at       when this was last written, ISO 8601
 * @param rounds   one for each seed, the last one last
 * @param notes    the teacher's, at most {@link #LONGEST_NOTES} characters
 * @param points   that the teacher gave for D1; empty as long as there are none
 * @param most     what D1 was worth then
 */
public record OralDefence(String delivery, String at, List<Round> rounds, String notes, Optional<BigDecimal> points, BigDecimal most) {

    /** Letters of all notes together. */
    public static final int LONGEST_NOTES = 4_000;
    /** Digits behind the point. */
    public static final int DECIMALS = 2;
    /** More than a class has teams, and each question of a round. */
    public static final int MOST = 60;

    /** @throws IllegalArgumentException when points are none that can be given, or anything is longer than it may be */
    public OralDefence {
        rounds = List.copyOf(rounds);
        if (rounds.size() > MOST || notes.codePointCount(0, notes.length()) > LONGEST_NOTES) {
            throw new IllegalArgumentException("at most %s rounds and %s letters of notes".formatted(MOST, LONGEST_NOTES));
        }
        if (most.signum() < 0 || most.precision() - most.scale() > 6 || most.scale() > 6) {
            throw new IllegalArgumentException("most: " + most.precision() + " digits, scale " + most.scale());
        }
        points.ifPresent(given -> {
            if (!fits(given, most)) {
                throw new IllegalArgumentException("points: not from 0 to " + most.toPlainString() + " with at most " + DECIMALS + " decimals");
            }
        });
    }

    /** Whether so many points can be given of so many. */
    public static boolean fits(BigDecimal points, BigDecimal most) {
        return points.signum() >= 0 && points.scale() >= 0 && points.scale() <= DECIMALS && points.compareTo(most) <= 0;
    }

    /** What was asked with one seed, and the faults that were searched for then. */
    public record Round(String seed, List<Asked> asked, List<Hunt> hunts) {

        public Round {
            asked = List.copyOf(asked);
            hunts = List.copyOf(hunts);
            if (asked.size() > MOST || hunts.size() > MOST) {
                throw new IllegalArgumentException("at most " + MOST + " questions and faults in a round");
            }
        }
    }

    /**
     * A question.
     *
     * @param id   of the requirement that it is about; empty for none
     * @param seen what the run showed
     */
    public record Asked(String id, Text ask, Text seen) {
    }

    /** How a search ended. */
    public enum Found { FOUND, MISSED, GIVEN_UP }

    /**
     * A fault that was made for the students to find.
     *
     * @param told    what it was
     * @param seconds from the fault to the answer, s
     */
    public record Hunt(Found found, Text told, double seconds) {

        public Hunt {
            if (!(seconds >= 0) || seconds > 1e6) {
                throw new IllegalArgumentException("seconds: " + seconds);
            }
        }
    }
}
