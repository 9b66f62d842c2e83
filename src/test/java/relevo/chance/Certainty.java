package relevo.chance;

import java.util.function.LongPredicate;

/**
 * How sure a verdict is: one row of {@code docs/statistics.md}.
 *
 * @param requirements ids of the requirements whose verdict it is, with commas
 * @param tested       what is counted
 * @param requests     requests that are counted: as many as the specification makes, or the fewest with which the judge decides ({@code ≥})
 * @param threshold    what a right cluster keeps to
 * @param right        the cluster whose failing is computed; legitimately random where there is such a one
 * @param falseFail    probability of failing it, per run
 * @param wrong        the wrong cluster whose passing is computed
 * @param falsePass    probability of passing it, per run
 */
public record Certainty(String requirements, String tested, String requests, String threshold, String right, double falseFail, String wrong, double falsePass) {

    /** Most that either probability may be, per requirement and run. */
    public static final double MOST = 1e-4;
    private static final long LOOKED_AT = 500;

    /**
     * The fewest requests from which on a test decides with any number of them: thresholds are whole, so that a test may decide with n and
     * not with n + 1. Looks at up to 500; 501 when not even so many decide.
     */
    static long fewest(LongPredicate decides) {
        long n = LOOKED_AT + 1;
        while (n > 1 && decides.test(n - 1)) {
            n--;
        }
        return n;
    }
}
