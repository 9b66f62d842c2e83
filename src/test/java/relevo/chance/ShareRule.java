package relevo.chance;

import relevo.words.Figure;
import relevo.words.Text;

/**
 * Whether every one of some servers gets its part of n requests: each must have answered at least {@code threshold}.
 *
 * <p>The threshold is the highest that fails a cluster which picks servers evenly at random with probability at most
 * {@link #FALSE_FAIL} (the sum over the servers bounds it). The named bad cluster gives one server {@link #BAD_PART} of its
 * fair part (of two servers: 20 % of the requests). Both probabilities are exact binomial tails. With the 300 requests of the specification
 * and two servers: threshold 115, 3.8e-05 and 2.1e-13.
 *
 * @param n         requests answered by these servers
 * @param servers   how many servers share them
 * @param threshold fewest requests that each must have answered
 * @param falseFail bound on the probability of failing an even cluster
 * @param falsePass probability of passing the named bad cluster
 */
public record ShareRule(long n, int servers, long threshold, double falseFail, double falsePass) {

    /** Half of what a verdict may have: it rests on two such tests, and either may fail by chance. */
    static final double FALSE_FAIL = Certainty.MOST / 2;
    static final double FALSE_PASS = Certainty.MOST;
    static final double BAD_PART = 0.4;

    /** The rule for this many requests to so many servers. */
    public static ShareRule of(long n, int servers) {
        double fair = 1.0 / servers;
        long threshold = 0;
        while (servers * Binomial.atMost(threshold, n, fair) <= FALSE_FAIL) {
            threshold++;
        }
        double falseFail = threshold == 0 ? 0 : servers * Binomial.atMost(threshold - 1, n, fair);
        return new ShareRule(n, servers, threshold, falseFail, Binomial.atLeast(threshold, n, BAD_PART * fair));
    }

    /** Whether passing it says anything. */
    public boolean decides() {
        return falsePass <= FALSE_PASS;
    }

    /** Fewest requests with which such a test decides, and with any more: 148 for two servers. */
    public static long needed(int servers) {
        return Certainty.fewest(n -> of(n, servers).decides());
    }

    /**
     * The probability that the named bad cluster, at random, shows exact alternation: its first round visits every server, and every
     * later one repeats that order.
     */
    public static double alternationByChance(int rounds, int servers) {
        double fair = 1.0 / servers;
        double round = BAD_PART * fair * Math.pow((1 - BAD_PART * fair) / (servers - 1), servers - 1);
        double orders = 1;
        for (int i = 2; i <= servers; i++) {
            orders *= i;
        }
        return orders * Math.pow(round, rounds);
    }

    /** The rule as a sentence, with both probabilities of error: an aside, which reports fold away. */
    public Text text() {
        return Text.of("n = %1$s, umbral %2$s por servidor; probabilidad de reprobar un reparto parejo ≤ %3$s, de aprobar uno en que un"
                        + " servidor recibe el %5$s %4$s",
                "n = %1$s, threshold %2$s per server; probability of failing an even split ≤ %3$s, of passing one in which a server"
                        + " gets %5$s %4$s",
                Figure.count(n), Figure.count(threshold), Figure.probability(falseFail), Figure.probability(falsePass),
                Figure.percent(BAD_PART, servers)).asAside();
    }
}
