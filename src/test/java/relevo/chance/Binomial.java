package relevo.chance;

/** Exact tails of the binomial distribution: the number of successes in n independent trials of probability p. */
final class Binomial {

    private Binomial() {
    }

    /** P(X ≤ k). */
    static double atMost(long k, long n, double p) {
        return sum(0, Math.min(k, n), n, p);
    }

    /** P(X ≥ k). */
    static double atLeast(long k, long n, double p) {
        return sum(Math.max(k, 0), n, n, p);
    }

    // Terms by their logarithms, each from the one before: pmf(i) = pmf(i-1) · (n-i+1)/i · p/(1-p).
    private static double sum(long from, long to, long n, double p) {
        double log = n * Math.log1p(-p);
        double odds = Math.log(p) - Math.log1p(-p);
        double sum = 0;
        for (long i = 0; i <= to; i++) {
            if (i > 0) {
                log += Math.log((double) (n - i + 1) / i) + odds;
            }
            if (i >= from) {
                sum += Math.exp(log);
            }
        }
        return Math.min(1, sum);
    }
}
