package relevo.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import relevo.words.Text;

/** Where the automatic points went that were not earned; the same words in every format. */
public final class Parts {

    /**
     * Points of one fate.
     *
     * @param css a class name
     */
    public record Part(String css, BigDecimal points, Text label) {
    }

    private Parts() {
    }

    /** Those that are more than zero. */
    static List<Part> of(Score score) {
        return Stream.of(new Part("lost", score.lost(), Text.of("perdidos", "lost")),
                new Part(State.WAITS.css(), score.waiting(), Text.of("en espera de otro requisito", "waiting for another requirement")),
                new Part(State.COULD_NOT_CHECK.css(), score.unchecked(), Text.of("sin comprobar", "unchecked")),
                new Part(State.FOR_THE_TEACHER.css(), score.forTheTeacher(), Text.of("los da el docente", "for the teacher")))
                .filter(part -> part.points().signum() > 0).toList();
    }
}
