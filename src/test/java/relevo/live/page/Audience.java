package relevo.live.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import relevo.timing.Daemon;

/** All pages that are told what changes. One thread tells them all, each view is written once for all of them, and not more often than an eye follows. */
final class Audience implements AutoCloseable {

    /** How often readers are looked after, of the heartbeat. */
    private static final int BEATS = 4;

    private final LiveStage stage;
    private final PageBounds bounds;
    private final List<EventStream> streams = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(Daemon.named("live-events"));
    private final AtomicBoolean due = new AtomicBoolean();
    private final LiveStage.Subscription subscription;
    private volatile long lastNs;
    private int told;

    Audience(LiveStage stage, PageBounds bounds) {
        this.stage = stage;
        this.bounds = bounds;
        lastNs = System.nanoTime() - bounds.pace().toNanos();
        var beat = bounds.heartbeat().toMillis() / BEATS;
        teller.scheduleWithFixedDelay(() -> streams.forEach(this::lookAfter), beat, beat, TimeUnit.MILLISECONDS);
        subscription = stage.onChange(this::changed);
    }

    /** Lets one more page in, unless there are too many. @param teacher whether it shows the teacher's part */
    synchronized boolean join(Request request, Response response, Callback callback, boolean teacher) {
        if (streams.size() >= bounds.streams()) {
            return false;
        }
        response.setStatus(200);
        Reply.protect(response);
        response.getHeaders().put("Content-Type", "text/event-stream");
        // It is silent for long and must not be taken for idle: it has a limit of its own.
        request.getConnectionMetaData().getConnection().getEndPoint().setIdleTimeout(0);
        request.addIdleTimeoutListener(timeout -> false);
        var stream = new EventStream(request, response, callback, teacher, this::left);
        streams.add(stream);
        later(() -> {
            count();
            stream.offer(event(stage.view(), teacher));
        }, 0);
        return true;
    }

    private void lookAfter(EventStream stream) {
        try {
            stream.beat(bounds);
        } catch (RuntimeException broken) {
            // The others are looked after all the same.
            stream.end();
        }
    }

    private void left(EventStream stream) {
        streams.remove(stream);
        later(this::count, 0);
    }

    private void count() {
        var now = streams.size();
        if (now != told) {
            told = now;
            stage.audience(now);
        }
    }

    private void changed() {
        if (due.compareAndSet(false, true)) {
            later(this::tell, Math.max(0, bounds.pace().toNanos() - (System.nanoTime() - lastNs)));
        }
    }

    private void tell() {
        due.set(false);
        lastNs = System.nanoTime();
        if (streams.isEmpty()) {
            return;
        }
        var view = stage.view();
        for (var teacher : List.of(true, false)) {
            var of = streams.stream().filter(stream -> stream.teacher() == teacher).toList();
            if (!of.isEmpty()) {
                var event = event(view, teacher);
                of.forEach(stream -> stream.offer(event));
            }
        }
    }

    private static byte[] event(View view, boolean teacher) {
        return ("retry: 1000\ndata: " + ViewJson.render(view, teacher) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private void later(Runnable task, long nanos) {
        try {
            teller.schedule(task, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // Nobody is told any more.
        }
    }

    /** Ends all of them; the stage is told that nobody looks. */
    @Override
    public void close() {
        subscription.close();
        streams.forEach(EventStream::end);
        later(this::count, 0);
        teller.shutdown();
        try {
            teller.awaitTermination(bounds.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
