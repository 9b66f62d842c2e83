package relevo.load;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.threads.JMeterContextService;
import org.apache.jmeter.threads.JMeterThread;
import org.apache.jmeter.timers.Timer;
import relevo.plan.Bounds;

/** Lets no more requests through than a plan may send, all users together: who asks once too often leaves without having sent anything. */
final class Brake extends AbstractTestElement implements Timer, NoThreadClone {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MS = 1_000_000L;

    private final int most;
    private final long gapNanos;
    private final long longestNanos;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    Brake(Bounds bounds) {
        most = bounds.requests();
        gapNanos = NANOS_PER_SECOND / bounds.perSecond();
        longestNanos = bounds.seconds() * NANOS_PER_SECOND;
    }

    /** How long this user waits for their turn, ms. */
    @Override
    public long delay() {
        JMeterThread user = JMeterContextService.getContext().getThread();
        long now = System.nanoTime();
        long turn = next.getAndUpdate(free -> Math.max(free, now) + gapNanos);
        if (asked.incrementAndGet() > most || turn - now > longestNanos) {
            user.stop();
            return 0;
        }
        return Math.max(0, turn - now) / NANOS_PER_MS;
    }
}
