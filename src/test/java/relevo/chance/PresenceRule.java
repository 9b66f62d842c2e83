package relevo.chance;

import relevo.words.Figure;
import relevo.words.Text;

/**
 * Whether each of some servers answered at least one of n requests. A server that is never used answers none: it never passes.
 *
 * @param n         requests answered by these servers
 * @param servers   how many servers share them
 * @param falseFail bound on the probability that an even random split ({@code balance random}) leaves one out: the sum, over the servers,
 *                  of exact binomial tails
 */
public record PresenceRule(long n, int servers, double falseFail) {

    /** The rule for this many requests to so many servers. */
    public static PresenceRule of(long n, int servers) {
        return new PresenceRule(n, servers, servers * Binomial.atMost(0, n, 1.0 / servers));
    }

    /** Probability of passing a cluster that never uses one of them. */
    public double falsePass() {
        return 0;
    }

    /** Fewest requests with which it fails an even split with probability at most {@link Certainty#MOST}: 15 for two servers (6.1e-05). */
    public static int needed(int servers) {
        int n = 1;
        while (of(n, servers).falseFail > Certainty.MOST) {
            n++;
        }
        return n;
    }

    /** The rule as a sentence, with both probabilities of error: an aside, which reports fold away. */
    public Text text() {
        return Text.of("Prueba: n = %s, umbral 1 por servidor; probabilidad de reprobar un reparto parejo al azar ≤ %s, de aprobar uno que no usa alguno, 0.",
                "Test: n = %s, threshold 1 per server; probability of failing an even random split ≤ %s, of passing one that never uses some server, 0.",
                Figure.count(n), Figure.probability(falseFail)).asAside();
    }
}
