package relevo.observation;

import java.util.List;

/**
 * How long answers took, ms: nearest-rank percentiles; 0 when there was no answer.
 *
 * @param p50 the median
 * @param p90 what 90 % of the answers took at most
 * @param p95 what 95 % took at most
 * @param p99 what 99 % took at most
 * @param max the longest
 */
public record Percentiles(double p50, double p90, double p95, double p99, double max) {

    /** Of these answers; leave out the losses first if only responses are meant. */
    public static Percentiles of(List<Answer> answers) {
        var sorted = answers.stream().mapToDouble(Answer::tookMs).sorted().toArray();
        return new Percentiles(nearestRank(sorted, 50), nearestRank(sorted, 90), nearestRank(sorted, 95), nearestRank(sorted, 99), nearestRank(sorted, 100));
    }

    /**
     * The smallest value that so many percent are not above.
     *
     * @param sorted     in ascending order
     * @param percentile above 0, at most 100
     * @return 0 where there is no value
     */
    public static double nearestRank(double[] sorted, double percentile) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(percentile / 100 * sorted.length) - 1)];
    }
}
