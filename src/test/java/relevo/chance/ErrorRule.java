package relevo.chance;

import relevo.words.Figure;
import relevo.words.Text;

/**
 * Whether n requests failed no more often than a healthy service's do: at most {@code allowed} of them.
 *
 * <p>The named bad service fails {@link #BAD} (5 %) of its requests; one of 2 % cannot be told from a healthy one in 400 requests. Both
 * probabilities are exact binomial tails. With the 400 requests of scenario {@code average} and 0.1 %: 4 allowed, 6.0e-05 and 1.2e-05.
 *
 * @param n         requests
 * @param healthy   error rate that a healthy service may have, 0 to 1
 * @param allowed   most failures accepted
 * @param falseFail probability of failing a service of that rate
 * @param falsePass probability of passing a service of 5 % errors
 */
public record ErrorRule(long n, double healthy, long allowed, double falseFail, double falsePass) {

    public static final double BAD = 0.05;
    static final double FALSE_FAIL = Certainty.MOST;
    static final double FALSE_PASS = Certainty.MOST;

    /** The rule for this many requests. */
    public static ErrorRule of(long n, double healthy) {
        long allowed = 0;
        while (Binomial.atLeast(allowed + 1, n, healthy) > FALSE_FAIL) {
            allowed++;
        }
        return new ErrorRule(n, healthy, allowed, Binomial.atLeast(allowed + 1, n, healthy), Binomial.atMost(allowed, n, BAD));
    }

    /** Whether passing it says anything. */
    public boolean decides() {
        return falsePass <= FALSE_PASS;
    }

    /** Fewest requests with which such a test decides, and with any more: 349 for 0.1 %. */
    public static long needed(double healthy) {
        return Certainty.fewest(n -> of(n, healthy).decides());
    }

    /** The rule as a sentence, with both probabilities of error: an aside, which reports fold away. */
    public Text text() {
        return Text.of("Prueba: n = %s, se admiten %s fallos; probabilidad de reprobar un servicio con %s de errores %s, de aprobar uno con %s %s.",
                "Test: n = %s, %s failures accepted; probability of failing a service of %s errors %s, of passing one of %s %s.",
                Figure.count(n), Figure.count(allowed), Figure.percent(healthy, 1), Figure.probability(falseFail), Figure.percent(BAD, 1),
                Figure.probability(falsePass)).asAside();
    }
}
