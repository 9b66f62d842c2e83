package relevo.outside;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A connection whose answers may take so long and be so large, head and all: a limit for each read alone never ends one that comes by the drop. */
final class RationedSocket extends Socket {

    /** An answer that went on beyond its ration. */
    static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("too long");
        }
    }

    private final long longestNanos;
    private final int most;
    private long until;
    private long left;

    /**
     * @param longest from the last that was said through it to the last byte of the answer
     * @param most    bytes of the answer
     */
    RationedSocket(Duration longest, int most) {
        this.longestNanos = longest.toNanos();
        this.most = most;
        begin();
    }

    private synchronized void begin() {
        until = System.nanoTime() + longestNanos;
        left = most;
    }

    private synchronized void before() throws IOException {
        if (left <= 0) {
            throw new TooMuch();
        }
        if (System.nanoTime() - until > 0) {
            throw new SocketTimeoutException("read timed out");
        }
    }

    private synchronized int came(int count) {
        left -= Math.max(0, count);
        return count;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                before();
                return came(super.read(bytes, from, count));
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {

            @Override
            public void write(int octet) throws IOException {
                begin();
                out.write(octet);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                begin();
                out.write(bytes, from, count);
            }
        };
    }
}
