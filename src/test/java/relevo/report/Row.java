package relevo.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import relevo.verdict.Verdict;
import relevo.words.Text;

/**
 * One requirement on the checklist.
 *
 * @param requirement what must hold
 * @param points      what it is worth under the rubric in use
 * @param earned      what it earned: all of its points when met, otherwise 0; empty where the teacher decides
 * @param verdict     what was found; when nothing was, why not
 * @param note        what a reader must know besides; empty as a rule
 * @param ran         whether the run looked at it
 * @param seconds     how long that took, s
 * @param evidence    paths relative to {@code reports/}
 * @param repeat      the command that repeats just this check; empty when there is none
 */
public record Row(CatalogueRow requirement, BigDecimal points, Optional<BigDecimal> earned, Verdict verdict, Text note,
                  boolean ran, double seconds, List<String> evidence, String repeat) {

    public Row {
        evidence = List.copyOf(evidence);
    }

    public String id() {
        return requirement.id();
    }

    /** How it is shown. */
    public State state() {
        return requirement.level() == Level.ORAL ? State.FOR_THE_TEACHER : State.valueOf(verdict.outcome().name());
    }
}
