package relevo.observation;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How long answers took, ms. Within 0.01 % of the exact nearest-rank percentiles; 0 when there was no answer.
 *
 * @param p50 the median
 * @param p90 what 90 % of the answers took at most
 * @param p95 what 95 % took at most
 * @param p99 what 99 % took at most
 * @param max the longest
 */
public record Percentiles(double p50, double p90, double p95, double p99, double max) {

    private static final double MICROS = 1_000;

    /** Of these answers; leave out the losses first if only responses are meant. */
    public static Percentiles of(List<Answer> answers) {
        Histogram micros = new Histogram(5);
        answers.forEach(answer -> micros.recordValue(Math.round(answer.tookMs() * MICROS)));
        return new Percentiles(at(micros, 50), at(micros, 90), at(micros, 95), at(micros, 99),
                answers.isEmpty() ? 0 : answers.stream().mapToDouble(Answer::tookMs).max().getAsDouble());
    }

    private static double at(Histogram micros, double percentile) {
        // The lower end of its bucket: whole ms stay whole, and none exceeds the longest.
        return micros.lowestEquivalentValue(micros.getValueAtPercentile(percentile)) / MICROS;
    }
}
