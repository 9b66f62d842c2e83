package relevo.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleResult;
import relevo.observation.Answer;

/**
 * Keeps every sample of one server, whose clock may be wrong. It is believed unless it says that a sample came in before it was over, or was
 * sent before the server was told to begin; then it is put right by the sample that was the least time on its way.
 */
final class RemoteRecorder implements SampleListener {

    private static final double NANOS_PER_MS = 1e6;

    private final List<Answer> answers = new ArrayList<>();
    /** The origin on this machine's clock of day, ms. */
    private final double originMs;
    private final long toldMs;
    private long earliestMs = Long.MAX_VALUE;
    private long leastOnItsWayMs = Long.MAX_VALUE;

    /** @param originNanos what times count from, on the {@link System#nanoTime} clock */
    RemoteRecorder(long originNanos) {
        this(System.currentTimeMillis() - (System.nanoTime() - originNanos) / NANOS_PER_MS, System.currentTimeMillis());
    }

    RemoteRecorder(double originMs, long toldMs) {
        this.originMs = originMs;
        this.toldMs = toldMs;
    }

    @Override
    public void sampleOccurred(SampleEvent event) {
        received(event.getResult(), System.currentTimeMillis());
    }

    synchronized void received(SampleResult sample, long nowMs) {
        answers.add(SampleRecorder.answer(sample, sample.getStartTime()));
        earliestMs = Math.min(earliestMs, sample.getStartTime());
        leastOnItsWayMs = Math.min(leastOnItsWayMs, nowMs - sample.getEndTime());
    }

    /** Everything so far, by the time it was sent. */
    synchronized List<Answer> answers() {
        long wrongBy = leastOnItsWayMs < 0 || earliestMs < toldMs ? leastOnItsWayMs : 0;
        return answers.stream()
                .map(answer -> new Answer(answer.atMs() + wrongBy - originMs, answer.tookMs(), answer.status(), answer.server(), answer.error()))
                .sorted(Comparator.comparingDouble(Answer::atMs))
                .toList();
    }

    @Override
    public void sampleStarted(SampleEvent event) {
        // Only transactions send it.
    }

    @Override
    public void sampleStopped(SampleEvent event) {
        // Only transactions send it.
    }
}
