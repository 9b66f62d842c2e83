package relevo.load;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpException;
import org.apache.http.HttpResponse;
import org.apache.http.HttpStatus;
import org.apache.http.HttpVersion;
import org.apache.http.NoHttpResponseException;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.DefaultBHttpClientConnection;
import org.apache.http.impl.DefaultConnectionReuseStrategy;
import org.apache.http.message.BasicHttpEntityEnclosingRequest;
import org.apache.http.protocol.BasicHttpContext;

/**
 * A connection on which a request keeps its server waiting: its one byte of body follows so long after the server has said that it begins.
 *
 * <p>Apache reads the body of a request for a file before it serves the file, and answers {@code Expect: 100-continue} when it begins to read. A
 * body that comes so long after the request alone would hold less than that: the time in the balancer's queue would count, too. Measured with
 * Apache 2.4.71 (event and prefork, mod_reqtimeout as Debian sets it: 10 s for a body) behind HAProxy 2.6.12 with {@code maxconn 5} on each of
 * two servers, 30 requests/s of 500 ms: held 500 to 515 ms each, all ten places taken, up to 41 in the queue; without {@code Expect} no more than
 * 7 ever waited and every answer took 500 ms. Status 200 for GET and POST alike; 1.3 ms of processor time for HAProxy and Apache together (a slow
 * reader of 16 MB: 22 ms). {@code timeout server} counts, {@code timeout client} does not; connections that are refused are retried as ever, but
 * HAProxy cannot repeat a request whose server dies on it, as it can one without a body. nginx does not wait for the body of a GET.
 */
final class HoldingConnection implements Closeable {

    private static final int BUFFER = 8 * 1024;
    /** Enough to see whose page it is. */
    private static final int BEGINNING = 1024;
    private static final byte[] BODY = {'.'};

    /**
     * A whole answer.
     *
     * @param beginning of the body, {@link #BEGINNING} bytes at most
     * @param bytes     of the body
     */
    record Rest(byte[] beginning, long bytes) {
    }

    private final URI target;
    private final boolean keep;
    private final int responseMs;
    private final Socket socket = new Socket();
    private final DefaultBHttpClientConnection http = new DefaultBHttpClientConnection(BUFFER);
    private boolean held;

    /**
     * Connects to the target's host on the first request.
     *
     * @param keep       whether to ask for the connection to be kept
     * @param responseMs for a response to begin, from the request on, and for each piece of it; ms
     */
    HoldingConnection(URI target, boolean keep, int responseMs) {
        this.target = target;
        this.keep = keep;
        this.responseMs = responseMs;
    }

    /** @param connectMs for a connection, ms */
    void connect(int connectMs) throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(target.getHost(), target.getPort() < 0 ? 80 : target.getPort()), connectMs);
        http.bind(socket);
    }

    /**
     * Asks once, and keeps the end of the request back.
     *
     * @param holdMs    so long after the server has begun, unless it answers before, ms
     * @param meanwhile called when it has begun
     * @return the answer without its body, which must be read next
     */
    HttpResponse ask(long holdMs, Runnable meanwhile) throws IOException, HttpException {
        held = false;
        var patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(responseMs);
        var request = request();
        http.sendRequestHeader(request);
        http.flush();
        var response = next(patience);
        while (response.getStatusLine().getStatusCode() < HttpStatus.SC_OK) {
            if (response.getStatusLine().getStatusCode() == HttpStatus.SC_CONTINUE && !held) {
                var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(holdMs);
                meanwhile.run();
                held = !answersBefore(end, patience);
                if (held) {
                    http.sendRequestEntity(request);
                    http.flush();
                }
            }
            response = next(patience);
        }
        return response;
    }

    private HttpEntityEnclosingRequest request() {
        var path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        var request = new BasicHttpEntityEnclosingRequest("GET", target.getRawQuery() == null ? path : path + "?" + target.getRawQuery(), HttpVersion.HTTP_1_1);
        request.addHeader("Host", target.getRawAuthority());
        request.addHeader("Connection", keep ? "keep-alive" : "close");
        request.addHeader("User-Agent", "relevo");
        request.addHeader("Content-Length", String.valueOf(BODY.length));
        request.addHeader("Expect", "100-continue");
        request.setEntity(new ByteArrayEntity(BODY));
        return request;
    }

    private HttpResponse next(long patience) throws IOException, HttpException {
        http.setSocketTimeout((int) Math.max(1, msUntil(patience)));
        return http.receiveResponseHeader();
    }

    private boolean answersBefore(long end, long patience) throws IOException {
        do {
            if (http.isResponseAvailable((int) Math.max(1, Math.min(msUntil(end), msUntil(patience))))) {
                return true;
            }
            // A connection that was closed ends the wait as well.
            if (msUntil(end) > 0 && http.isStale()) {
                throw new NoHttpResponseException(target.getRawAuthority() + " failed to respond");
            }
            if (msUntil(patience) <= 0) {
                throw new SocketTimeoutException("Read timed out");
            }
        } while (msUntil(end) > 0);
        return false;
    }

    private static long msUntil(long nanos) {
        // Rounded up: a wait of less than 1 ms is one.
        return (nanos - System.nanoTime() + 999_999) / 1_000_000;
    }

    /** Whether the server waited for the end of the last request, as far as anybody could see. */
    boolean held() {
        return held;
    }

    /** Reads the body of an answer, and closes the connection where it cannot be used again. */
    Rest rest(HttpResponse answer) throws IOException, HttpException {
        http.setSocketTimeout(responseMs);
        var status = answer.getStatusLine().getStatusCode();
        var rest = status == HttpStatus.SC_NO_CONTENT || status == HttpStatus.SC_NOT_MODIFIED ? new Rest(new byte[0], 0) : body(answer);
        if (!held || !keep || !DefaultConnectionReuseStrategy.INSTANCE.keepAlive(answer, new BasicHttpContext())) {
            close();
        }
        return rest;
    }

    private Rest body(HttpResponse answer) throws IOException, HttpException {
        http.receiveResponseEntity(answer);
        HttpEntity entity = answer.getEntity();
        var content = entity.getContent();
        var beginning = content.readNBytes(BEGINNING);
        long bytes = beginning.length;
        var piece = new byte[BUFFER];
        for (var read = content.read(piece); read >= 0; read = content.read(piece)) {
            bytes += read;
        }
        return new Rest(beginning, bytes);
    }

    /** Its status line and headers, a line each. */
    static String headers(HttpResponse answer) {
        var lines = new StringBuilder(answer.getStatusLine().toString()).append('\n');
        for (var header : answer.getAllHeaders()) {
            lines.append(header.getName()).append(": ").append(header.getValue()).append('\n');
        }
        return lines.toString();
    }

    static long size(String headers) {
        return headers.getBytes(StandardCharsets.ISO_8859_1).length;
    }

    boolean isOpen() {
        return http.isOpen();
    }

    /** At once, whatever it waits for. */
    @Override
    public void close() throws IOException {
        socket.close();
        http.shutdown();
    }
}
