package relevo.live.page;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One page that is told what changes. What it has not taken yet is replaced, never queued: one view is all that a slow one costs. */
final class EventStream {

    /** A reader is alive that takes so many bytes in time. */
    private static final int SLICE = 16_384;
    private static final byte[] HEARTBEAT = {':', '\n', '\n'};

    private final Request request;
    private final Response response;
    private final Callback ended;
    private final Consumer<EventStream> gone;
    private final boolean teacher;

    private ByteBuffer current = ByteBuffer.allocate(0);
    private byte[] next;
    private boolean writing;
    private boolean over;
    private long sinceNs = System.nanoTime();

    /** @param teacher whether it is to see what only the teacher sees @param gone told once, when it has ended */
    EventStream(Request request, Response response, Callback ended, boolean teacher, Consumer<EventStream> gone) {
        this.request = request;
        this.response = response;
        this.ended = ended;
        this.teacher = teacher;
        this.gone = gone;
    }

    boolean teacher() {
        return teacher;
    }

    /** Sends this as soon as what is on its way has been taken, unless something newer comes before. */
    void offer(byte[] event) {
        synchronized (this) {
            next = event;
        }
        go();
    }

    /** Looks whether it is still taken from; to be called now and then. */
    void beat(PageBounds bounds) {
        boolean deaf;
        boolean still;
        synchronized (this) {
            deaf = writing && since(bounds.patience());
            still = !writing && next == null && since(bounds.heartbeat());
        }
        if (deaf) {
            end();
        } else if (still) {
            offer(HEARTBEAT);
        }
    }

    private boolean since(Duration time) {
        return System.nanoTime() - sinceNs > time.toNanos();
    }

    private void go() {
        ByteBuffer slice;
        synchronized (this) {
            if (writing || over) {
                return;
            }
            if (!current.hasRemaining()) {
                if (next == null) {
                    return;
                }
                current = ByteBuffer.wrap(next);
                next = null;
            }
            slice = current.slice(current.position(), Math.min(SLICE, current.remaining()));
            current.position(current.position() + slice.remaining());
            writing = true;
            sinceNs = System.nanoTime();
        }
        response.write(false, slice, Callback.from(this::taken, failure -> end()));
    }

    private void taken() {
        synchronized (this) {
            writing = false;
            sinceNs = System.nanoTime();
        }
        go();
    }

    /** Closes its connection. */
    void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        // Not by ending the answer: that would wait for the reader, too.
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        ended.failed(new java.io.EOFException("the page is gone"));
        gone.accept(this);
    }
}
