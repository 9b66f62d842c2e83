package relevo.cluster;

import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import relevo.observation.Page;
import relevo.outside.Visitor;
import relevo.timing.Daemon;

/**
 * Light traffic in the background: one request after the other at a fixed rate, each on a connection of its own. Requests do not wait for
 * earlier answers (open model), so a server that hangs does not hide what happens to the next visitor.
 */
final class Traffic implements AutoCloseable {

    /** More than a light rate ever needs; beyond it requests are not sent, rather than piled up without bound. */
    private static final int MOST_AT_ONCE = 200;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Daemon.named("relevo-traffic"));
    private final ExecutorService visitors = Executors.newCachedThreadPool(Daemon.named("relevo-traffic"));
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    Traffic(URI page, double perSecond, Function<Page, String> server, Recorder recorder) {
        var visitor = Visitor.withNewConnections();
        clock.scheduleAtFixedRate(() -> {
            if (places.tryAcquire()) {
                visitors.execute(() -> {
                    try {
                        recorder.add(visitor.visit(page, recorder.originNanos(), server));
                    } finally {
                        places.release();
                    }
                });
            }
        }, 0, Math.round(1_000_000 / perSecond), TimeUnit.MICROSECONDS);
    }

    /** Sends no more, and waits for the answers that are still to come; each has its own time-out. */
    @Override
    public void close() {
        clock.shutdownNow();
        visitors.shutdown();
        try {
            if (!visitors.awaitTermination(30, TimeUnit.SECONDS)) {
                visitors.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            visitors.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
