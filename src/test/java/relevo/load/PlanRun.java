package relevo.load;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.jmeter.engine.StandardJMeterEngine;
import relevo.timing.Daemon;
import relevo.timing.Timing;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;

/** One plan, run to its end or to the end of patience. Plans wait for one another: JMeter's engine is a singleton. */
final class PlanRun {

    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock(true);
    /** Times {@link Timing#slowness}. */
    private static final Duration BEGINNING = Duration.ofSeconds(20);
    /** Times {@link Timing#slowness}. */
    private static final int STOP_ATTEMPTS = 40;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    private final Runnable stop;

    private PlanRun(Runnable stop) {
        this.stop = stop;
    }

    /**
     * Runs it in this JVM, and stops it when it takes longer than it may, or when the calling thread is interrupted.
     *
     * @param begun  counted down when the first user comes: what JMeter takes to start is not the plan's
     * @param atMost from its beginning
     * @throws IllegalStateException when JMeter failed, would not stop, or the caller was interrupted
     */
    static void of(DslTestPlan plan, QuietEngine engine, CountDownLatch begun, Duration atMost) {
        of(() -> {
            try {
                return engine.run(plan);
            } finally {
                begun.countDown();
            }
        }, limit -> begun.await(limit.toMillis(), TimeUnit.MILLISECONDS), StandardJMeterEngine::stopEngineNow, atMost);
    }

    /** The beginning of a plan, wherever it runs. */
    @FunctionalInterface
    interface Beginning {

        /** Returns when the plan has begun or has failed, or when the time is over. */
        void await(Duration atMost) throws InterruptedException;
    }

    /**
     * As {@link #of(DslTestPlan, QuietEngine, CountDownLatch, Duration)}, wherever it runs.
     *
     * @param stop   tries to end it, and returns soon
     * @param atMost from its beginning
     */
    static void of(Callable<?> plan, Beginning beginning, Runnable stop, Duration atMost) {
        ONE_AT_A_TIME.lock();
        try {
            new PlanRun(stop).run(plan, beginning, atMost);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private void run(Callable<?> plan, Beginning beginning, Duration atMost) {
        Thread runner = Daemon.start("load-plan", () -> {
            try {
                plan.call();
            } catch (Exception e) {
                failure.set(e);
            } finally {
                ended.countDown();
            }
        });
        try {
            beginning.await(Timing.stretched(BEGINNING));
            if (!ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                stop();
            }
        } catch (InterruptedException e) {
            interrupted(e);
        }
        if (failure.get() != null) {
            throw new IllegalStateException("JMeter could not run the plan: " + failure.get(), failure.get());
        }
    }

    private void interrupted(InterruptedException e) {
        try {
            stop();
        } catch (InterruptedException again) {
            e.addSuppressed(again);
        }
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a load plan ran, which was stopped", e);
    }

    /** An interrupt does not reach a plan; this does, once its engine has begun: hence more than one attempt. */
    private void stop() throws InterruptedException {
        int attempts = (int) Math.ceil(STOP_ATTEMPTS * Timing.slowness());
        for (int attempt = 0; attempt < attempts; attempt++) {
            stop.run();
            if (ended.await(BETWEEN_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        throw new IllegalStateException("a load plan did not stop within "
                + BETWEEN_ATTEMPTS.multipliedBy(attempts).toSeconds() + " s");
    }
}
