package relevo.judge;

/**
 * Whether n requests failed no more often than a healthy service's do: at most {@code allowed} of them.
 *
 * <p>Healthy is an error rate of at most {@link #HEALTHY} (0.1 %); the named bad service fails {@link #BAD} (2 %) of its
 * requests. Both probabilities are exact binomial tails.
 *
 * @param n         requests
 * @param allowed   most failures accepted
 * @param falseFail probability of failing a service of 0.1 % errors
 * @param falsePass probability of passing a service of 2 % errors
 */
record ErrorTest(long n, long allowed, double falseFail, double falsePass) {

    static final double HEALTHY = 0.001;
    static final double BAD = 0.02;
    static final double FALSE_FAIL = 0.01;
    static final double FALSE_PASS = 0.05;

    static ErrorTest of(long n) {
        long allowed = 0;
        while (Binomial.atLeast(allowed + 1, n, HEALTHY) > FALSE_FAIL) {
            allowed++;
        }
        return new ErrorTest(n, allowed, Binomial.atLeast(allowed + 1, n, HEALTHY), Binomial.atMost(allowed, n, BAD));
    }

    /** Whether passing it says anything. */
    boolean decides() {
        return falsePass <= FALSE_PASS;
    }

    /** Fewest requests with which such a test decides. */
    static long needed() {
        long n = 1;
        while (!of(n).decides()) {
            n++;
        }
        return n;
    }

    Text text() {
        return Text.of("n = %s, se admiten %s fallos; probabilidad de reprobar un servicio con 0.1 %% de errores %s, de aprobar uno con 2 %% %s",
                "n = %s, %s failures accepted; probability of failing a service of 0.1 %% errors %s, of passing one of 2 %% %s",
                Figure.count(n), Figure.count(allowed), Figure.probability(falseFail), Figure.probability(falsePass));
    }
}
