package relevo.chance;

import relevo.words.Figure;
import relevo.words.Text;

/**
 * What "p95 at most a limit" means of n answers: at most {@code allowed} of them take longer ({@link relevo.observation.Percentiles} are
 * nearest-rank).
 *
 * <p>The right service answers {@link #GOOD} (1 %) of its requests too late, the named wrong one {@link #BAD} (12.5 %, one in eight). Both
 * probabilities are exact binomial tails. With the 400 requests of scenario {@code average}: 20 allowed, 1.4e-09 and 3.5e-07.
 *
 * @param n         answers
 * @param allowed   most answers above the limit
 * @param falseFail probability of failing the right service
 * @param falsePass probability of passing the wrong one
 */
public record SlownessRule(long n, long allowed, double falseFail, double falsePass) {

    public static final double GOOD = 0.01;
    public static final double BAD = 0.125;

    /** The rule for this many requests. */
    public static SlownessRule of(long n) {
        long allowed = n - (95 * n + 99) / 100;
        return new SlownessRule(n, allowed, Binomial.atLeast(allowed + 1, n, GOOD), Binomial.atMost(allowed, n, BAD));
    }

    /** Whether failing it says anything. */
    public boolean convicts() {
        return falseFail <= Certainty.MOST;
    }

    /** Whether passing it says anything. */
    public boolean decides() {
        return falsePass <= Certainty.MOST;
    }

    /** Fewest answers with which such a test decides, and with any more: 226. */
    public static long needed() {
        return Certainty.fewest(n -> of(n).decides());
    }

    /** The rule as a sentence, with both probabilities of error: an aside, which reports fold away. */
    public Text text() {
        return Text.of("Prueba de p95: n = %s, se admiten %s más lentas; probabilidad de reprobar un servicio con %s lentas %s, de aprobar uno con %s %s.",
                "Test of p95: n = %s, %s slower ones accepted; probability of failing a service of %s slow answers %s, of passing one of %s %s.",
                Figure.count(n), Figure.count(allowed), Figure.percent(GOOD, 1), Figure.probability(falseFail), Figure.percent(BAD, 1),
                Figure.probability(falsePass)).asAside();
    }
}
