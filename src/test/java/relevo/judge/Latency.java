package relevo.judge;

import java.util.List;
import org.HdrHistogram.Histogram;
import relevo.observation.Answer;

/** Response times of some requests, failed ones included, kept in µs with three significant digits. */
final class Latency {

    private final Histogram micros = new Histogram(3);

    private Latency() {
        micros.setAutoResize(true);
    }

    static Latency of(List<Answer> answers) {
        Latency latency = new Latency();
        answers.forEach(a -> latency.micros.recordValue(Math.max(0, Math.round(a.tookMs() * 1000))));
        return latency;
    }

    /** The time within which this percentage of the requests ended, ms; 0 without any. */
    double percentile(double percent) {
        return micros.getValueAtPercentile(percent) / 1000.0;
    }
}
