package relevo.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import relevo.live.page.Order;
import relevo.live.page.Order.Verb;
import relevo.timing.Daemon;
import relevo.words.Text;

/**
 * What waits to be done: orders, and files that were saved. Whoever waits for a requirement to be played would wait for nothing: what is played is
 * broken off for them.
 */
final class Errands implements AutoCloseable {

    private static final int MOST_ORDERS = 20;
    private static final long LOOK_EVERY_MS = 50;
    private static final long LOOK_INSIDE_EVERY_MS = 2_000;
    /** These change what is played next, not what is played now. */
    private static final Set<Verb> PATIENT = Set.of(Verb.PLAY, Verb.PLAY_ALL);

    /** A page that is loaded anew is gone for a moment, ms. */
    private static final long LEAVING_MS = 10_000;

    private final boolean looksInside;
    private final Deque<Order> orders = new ArrayDeque<>();
    private final Set<String> saved = new LinkedHashSet<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Daemon.named("relevo-edits"));
    private Thread worker;
    private long leftMs;
    private boolean breakable;
    private boolean brokenOff;
    private long lookedInsideMs;

    /**
     * @param edits       told when files are saved
     * @param looksInside whether it is to be looked now and then whether somebody else has changed something
     */
    Errands(Edits edits, boolean looksInside) {
        this.looksInside = looksInside;
        clock.scheduleWithFixedDelay(() -> saved(edits.saved()), LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Takes the thread that does them. */
    synchronized void worker(Thread one) {
        worker = one;
    }

    /** Takes how many pages are open. */
    synchronized void watchedBy(int pages) {
        leftMs = pages > 0 ? 0 : System.currentTimeMillis();
    }

    /** Whether the last one who looked has gone; says so once. */
    synchronized boolean isLeft() {
        var left = leftMs > 0 && System.currentTimeMillis() - leftMs > LEAVING_MS;
        if (left) {
            leftMs = 0;
        }
        return left;
    }

    private synchronized void saved(List<String> files) {
        if (saved.addAll(files)) {
            breakOff();
        }
    }

    /** @return why it is not taken; empty when it is */
    synchronized Optional<Text> take(Order order) {
        if (orders.size() >= MOST_ORDERS) {
            return Optional.of(Text.of("Hay demasiadas órdenes en espera.", "Too many orders are waiting."));
        }
        orders.add(order);
        if (!PATIENT.contains(order.verb())) {
            breakOff();
        }
        notifyAll();
        return Optional.empty();
    }

    private void breakOff() {
        notifyAll();
        if (breakable) {
            brokenOff = true;
            worker.interrupt();
        }
    }

    synchronized Optional<Order> order() {
        return Optional.ofNullable(orders.poll());
    }

    /** Files that were saved since it was asked last, in the order in which they were. */
    synchronized List<String> saved() {
        var files = List.copyOf(saved);
        saved.clear();
        return files;
    }

    /** Whether it is time to look whether somebody else has changed something. */
    synchronized boolean isTimeToLook() {
        if (!looksInside || System.currentTimeMillis() - lookedInsideMs < LOOK_INSIDE_EVERY_MS) {
            return false;
        }
        lookedInsideMs = System.currentTimeMillis();
        return true;
    }

    /** Waits a moment for something to be done, or until the worker is interrupted. */
    synchronized void await() {
        try {
            if (orders.isEmpty() && saved.isEmpty()) {
                wait(LOOK_EVERY_MS);
            }
        } catch (InterruptedException ended) {
            // Whoever wants an end has said so elsewhere.
        }
    }

    /** Does what may be broken off, on the worker's thread. @return what came of it; empty when it was broken off */
    <T> Optional<T> interruptibly(Supplier<T> work) {
        synchronized (this) {
            if (!orders.isEmpty() || !saved.isEmpty()) {
                return Optional.empty();
            }
            breakable = true;
            brokenOff = false;
        }
        T result = null;
        RuntimeException failure = null;
        try {
            result = work.get();
        } catch (RuntimeException failed) {
            failure = failed;
        }
        synchronized (this) {
            breakable = false;
            if (brokenOff) {
                // Meant for the work alone.
                Thread.interrupted();
                return Optional.empty();
            }
        }
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(result);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
