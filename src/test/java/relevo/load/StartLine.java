package relevo.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Where servers that have their plan wait for the others: none begins without all of them. */
final class StartLine {

    private final CountDownLatch missing;
    private final CountDownLatch notBegun;
    private final AtomicReference<Exception> brokenUp = new AtomicReference<>();

    StartLine(int servers) {
        missing = new CountDownLatch(servers);
        notBegun = new CountDownLatch(servers);
    }

    /** @throws IllegalStateException when one will not come */
    void await() {
        missing.countDown();
        try {
            missing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the load began", e);
        }
        if (brokenUp.get() != null) {
            throw new IllegalStateException(brokenUp.get().getMessage(), brokenUp.get());
        }
    }

    /** Sends home whoever waits, or will. */
    void breakUp(Exception reason) {
        brokenUp.compareAndSet(null, reason);
        open(missing);
        open(notBegun);
    }

    private static void open(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            latch.countDown();
        }
    }

    /** One of them runs its plan. */
    void begun() {
        notBegun.countDown();
    }

    /** Until all of them do, or have been sent home. */
    void awaitBeginning(Duration atMost) throws InterruptedException {
        notBegun.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
