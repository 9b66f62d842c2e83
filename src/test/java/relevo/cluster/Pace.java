package relevo.cluster;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import relevo.timing.Daemon;

/**
 * Lets one thing happen after the other, at most so often a second: what comes late is not made up for.
 *
 * @param perSecond how often; without bound for as fast as it goes
 */
record Pace(double perSecond) {

    static final Pace FREE = new Pace(Double.MAX_VALUE);
    /** Fewest times, however slow: as many as clear an entrance whose backups take their turns, and some more. */
    private static final int FEWEST = 20;
    /** Longest that a slow pace may take, s, beyond the fewest. */
    private static final double LONGEST_SECONDS = 30;
    private static final double MICROS = 1e6;

    private boolean free() {
        return perSecond == Double.MAX_VALUE;
    }

    /** So many, or fewer where the pace is so slow that they would take too long. */
    int within(int count) {
        return free() ? count : (int) Math.min(count, Math.max(FEWEST, perSecond * LONGEST_SECONDS));
    }

    /** Does it so many times. An exception ends it, and is thrown here. */
    void times(int count, Runnable deed) {
        if (free()) {
            for (var i = 0; i < count; i++) {
                deed.run();
            }
            return;
        }
        var clock = Executors.newSingleThreadScheduledExecutor(Daemon.named("relevo-pace"));
        var left = new CountDownLatch(count);
        try {
            var going = clock.scheduleWithFixedDelay(() -> {
                if (left.getCount() > 0) {
                    deed.run();
                    left.countDown();
                }
            }, 0, Math.round(MICROS / perSecond), TimeUnit.MICROSECONDS);
            while (!left.await(1, TimeUnit.SECONDS)) {
                if (going.isDone()) {
                    going.get();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            clock.shutdownNow();
        }
    }
}
