package relevo.chance;

import relevo.words.Figure;
import relevo.words.Text;

/**
 * Whether none of n requests went wrong: exactly 0, so no right cluster fails it.
 *
 * @param n         requests
 * @param wrong     the part of its requests, 0 to 1, that the named wrong cluster lets go wrong, at random
 * @param falsePass probability that it shows none in n: an exact binomial tail
 */
public record ZeroRule(long n, double wrong, double falsePass) {

    /** One request in two: one of two servers does what neither should. 14 requests tell it (2⁻¹⁴ = 6.1e-05). */
    public static final double EVERY_SECOND = 0.5;
    /** One request in twenty. 180 requests tell it (0.95¹⁸⁰ = 9.8e-05). */
    public static final double ONE_IN_TWENTY = 0.05;

    /** The rule for this many requests. */
    public static ZeroRule of(long n, double wrong) {
        return new ZeroRule(n, wrong, Binomial.atMost(0, n, wrong));
    }

    /** Fewest requests with which it passes the wrong cluster with probability at most {@link Certainty#MOST}. */
    public static int needed(double wrong) {
        int n = 1;
        while (of(n, wrong).falsePass > Certainty.MOST) {
            n++;
        }
        return n;
    }

    /** The rule for a sample that was kept small: the wrong cluster is then the one that it can tell, in whole percent. */
    public static ZeroRule told(long n) {
        return of(n, Math.ceil(100 * (1 - Math.pow(Certainty.MOST, 1.0 / n))) / 100);
    }

    /** The rule as a sentence, with both probabilities of error: an aside, which reports fold away. */
    public Text text() {
        return Text.of("Prueba: n = %1$s, umbral 0; probabilidad de reprobar un clúster en que son el 0 %%: 0, de aprobar uno en que son el %3$s: %2$s.",
                "Test: n = %1$s, threshold 0; probability of failing a cluster in which they are 0 %%: 0, of passing one in which they are %3$s: %2$s.",
                Figure.count(n), Figure.probability(falsePass), Figure.percent(wrong, 1)).asAside();
    }
}
