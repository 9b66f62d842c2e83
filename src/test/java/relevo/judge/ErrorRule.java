package relevo.judge;

/**
 * Whether n requests failed no more often than a healthy service's do: at most {@code allowed} of them.
 *
 * <p>The named bad service fails {@link #BAD} (2 %) of its requests. Both probabilities are exact binomial tails.
 *
 * @param n         requests
 * @param healthy   error rate that a healthy service may have, 0 to 1
 * @param allowed   most failures accepted
 * @param falseFail probability of failing a service of that rate
 * @param falsePass probability of passing a service of 2 % errors
 */
record ErrorRule(long n, double healthy, long allowed, double falseFail, double falsePass) {

    static final double BAD = 0.02;
    static final double FALSE_FAIL = 0.01;
    static final double FALSE_PASS = 0.05;

    static ErrorRule of(long n, double healthy) {
        long allowed = 0;
        while (Binomial.atLeast(allowed + 1, n, healthy) > FALSE_FAIL) {
            allowed++;
        }
        return new ErrorRule(n, healthy, allowed, Binomial.atLeast(allowed + 1, n, healthy), Binomial.atMost(allowed, n, BAD));
    }

    /** Whether passing it says anything. */
    boolean decides() {
        return falsePass <= FALSE_PASS;
    }

    /** Fewest requests with which such a test decides. */
    static long needed(double healthy) {
        long n = 1;
        while (!of(n, healthy).decides()) {
            n++;
        }
        return n;
    }

    Text text() {
        return Text.of("Prueba: n = %s, se admiten %s fallos; probabilidad de reprobar un servicio con %s de errores %s, de aprobar uno con 2 %% %s.",
                "Test: n = %s, %s failures accepted; probability of failing a service of %s errors %s, of passing one of 2 %% %s.",
                Figure.count(n), Figure.count(allowed), Figure.percent(healthy, 1), Figure.probability(falseFail), Figure.probability(falsePass));
    }
}
