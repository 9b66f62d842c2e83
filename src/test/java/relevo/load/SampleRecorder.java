package relevo.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.samplers.SampleResult;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.ThreadListener;
import org.apache.jmeter.threads.JMeterContextService;
import relevo.observation.Answer;

/** Keeps every sample: the DSL's own statistics are estimates, and their percentiles are wrong. */
final class SampleRecorder extends AbstractTestElement implements SampleListener, ThreadListener, NoThreadClone {

    private static final String SERVED_BY = "X-Served-By:";
    /** Letters of a marker. */
    private static final int MARKER = 32;
    private static final ConcurrentMap<String, String> NAMES = new ConcurrentHashMap<>();
    private static final double NANOS_PER_MS = 1e6;

    private final long originNanos;
    private final long planned;
    private final Runnable allGone;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicLong gone = new AtomicLong();
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile double startMs = Double.NaN;

    /**
     * @param originNanos what times count from, on the {@link System#nanoTime} clock
     * @param planned     users that will come; 0 when they stay
     * @param allGone     called once that many have left
     */
    SampleRecorder(long originNanos, long planned, Runnable allGone) {
        this.originNanos = originNanos;
        this.planned = planned;
        this.allGone = allGone;
    }

    @Override
    public void sampleOccurred(SampleEvent event) {
        SampleResult sample = event.getResult();
        // JMeter's clock ticks in ms of its own; going back from now sets it on ours.
        double nowMs = (System.nanoTime() - originNanos) / NANOS_PER_MS;
        double atMs = nowMs - (sample.currentTimeInMillis() - sample.getStartTime());
        answers.add(answer(sample, atMs));
    }

    /** A sample in the suite's terms, sent then. */
    static Answer answer(SampleResult sample, double atMs) {
        String cause = Cause.of(sample.getResponseCode(), sample.getResponseMessage());
        return new Answer(atMs, sample.getTime(), cause.isEmpty() ? Integer.parseInt(sample.getResponseCode()) : 0,
                whose(sample), cause);
    }

    /** By its own word; of a server that says nothing, what it sent where that is so short that only a marker is. */
    private static String whose(SampleResult sample) {
        String named = servedBy(sample.getResponseHeaders());
        byte[] body = sample.getResponseData();
        if (!named.isEmpty() || body.length < MARKER || body.length > MARKER + 2) {
            return named;
        }
        String content = new String(body, StandardCharsets.ISO_8859_1).strip();
        return content.matches("[0-9a-f]+") ? NAMES.computeIfAbsent(content, name -> name) : "";
    }

    private static String servedBy(String headers) {
        for (int line = 0, end; line < headers.length(); line = end + 1) {
            end = headers.indexOf('\n', line) < 0 ? headers.length() : headers.indexOf('\n', line);
            if (headers.regionMatches(true, line, SERVED_BY, 0, SERVED_BY.length())) {
                // One string per server: what is kept of every request is what the collector moves about.
                return NAMES.computeIfAbsent(headers.substring(line + SERVED_BY.length(), end).strip(), name -> name);
            }
        }
        return "";
    }

    /** Counted down when the first user comes. */
    CountDownLatch begun() {
        return begun;
    }

    @Override
    public void threadStarted() {
        begun.countDown();
        if (Double.isNaN(startMs)) {
            startMs = (System.nanoTime() - originNanos) / NANOS_PER_MS
                    - (System.currentTimeMillis() - JMeterContextService.getTestStartTime());
        }
    }

    @Override
    public void threadFinished() {
        if (gone.incrementAndGet() == planned) {
            allGone.run();
        }
    }

    /** When JMeter began the plan, ms since the origin; not a number when nobody came. */
    double startMs() {
        return startMs;
    }

    /** Everything so far, by the time it was sent. */
    List<Answer> answers() {
        List<Answer> sorted = new ArrayList<>(answers);
        sorted.sort(Comparator.comparingDouble(Answer::atMs));
        return List.copyOf(sorted);
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
