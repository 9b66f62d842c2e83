package relevo.judge;

/**
 * Whether every one of some servers gets its part of n requests: each must have answered at least {@code threshold}.
 *
 * <p>The threshold is the highest that fails a cluster which picks servers evenly at random with probability at most
 * {@link #FALSE_FAIL} (the sum over the servers bounds it). The named bad cluster gives one server {@link #BAD_PART} of its
 * fair part (of two servers: 20 % of the requests). Both probabilities are exact binomial tails.
 *
 * @param n         requests answered by these servers
 * @param servers   how many servers share them
 * @param threshold fewest requests that each must have answered
 * @param falseFail bound on the probability of failing an even cluster
 * @param falsePass probability of passing the named bad cluster
 */
record ShareRule(long n, int servers, long threshold, double falseFail, double falsePass) {

    static final double FALSE_FAIL = 1e-4;
    static final double FALSE_PASS = 1e-2;
    static final double BAD_PART = 0.4;

    static ShareRule of(long n, int servers) {
        double fair = 1.0 / servers;
        long threshold = 0;
        while (servers * Binomial.atMost(threshold, n, fair) <= FALSE_FAIL) {
            threshold++;
        }
        double falseFail = threshold == 0 ? 0 : servers * Binomial.atMost(threshold - 1, n, fair);
        return new ShareRule(n, servers, threshold, falseFail, Binomial.atLeast(threshold, n, BAD_PART * fair));
    }

    /** Whether passing it says anything. */
    boolean decides() {
        return falsePass <= FALSE_PASS;
    }

    /** Fewest requests with which such a test decides. */
    static long needed(int servers) {
        long n = servers;
        while (!of(n, servers).decides()) {
            n++;
        }
        return n;
    }

    Text text() {
        return Text.of("n = %1$s, umbral %2$s por servidor; probabilidad de reprobar un reparto parejo ≤ %3$s, de aprobar uno en que un"
                        + " servidor recibe el %5$s %4$s",
                "n = %1$s, threshold %2$s per server; probability of failing an even split ≤ %3$s, of passing one in which a server"
                        + " gets %5$s %4$s",
                Figure.count(n), Figure.count(threshold), Figure.probability(falseFail), Figure.probability(falsePass),
                Figure.percent(BAD_PART, servers));
    }
}
