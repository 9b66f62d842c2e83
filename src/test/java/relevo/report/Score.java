package relevo.report;

import java.math.BigDecimal;

/**
 * The points of a checklist.
 *
 * @param earned    by what is met
 * @param automatic that this suite can award
 * @param unchecked of the automatic ones, those of requirements that could not be checked: not earned, and not lost for good
 * @param total     with the oral defence
 */
public record Score(BigDecimal earned, BigDecimal automatic, BigDecimal unchecked, BigDecimal total) {
}
