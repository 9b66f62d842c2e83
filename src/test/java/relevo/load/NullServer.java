package relevo.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import relevo.timing.Daemon;

/** The cheapest web server there is, on a free port of 127.0.0.1: what it costs to ask it is the asker's own cost. */
final class NullServer implements AutoCloseable {

    /** What to do once a request's headers have been read. */
    @FunctionalInterface
    interface Behaviour {

        /** Answers on the socket, or does not. Returns whether the connection stays open for another request. */
        boolean answer(Socket client) throws IOException, InterruptedException;
    }

    private static final byte[] OK = response("200 OK", "X-Served-By: null\r\n", "ok");

    private final ServerSocket door;
    private final Behaviour behaviour;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    /** Answers 200 at once. */
    NullServer() {
        this(client -> {
            client.getOutputStream().write(OK);
            return true;
        });
    }

    NullServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            door = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException("no free port on 127.0.0.1 for the null server", e);
        }
        start(this::accept);
    }

    /** A whole response with a length, so that the connection can be kept. */
    static byte[] response(String status, String headers, String body) {
        return ("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n" + headers + "\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + path);
    }

    /** Connections accepted so far. */
    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                connections.incrementAndGet();
                open.add(client);
                start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            while (readHeaders(in) && behaviour.answer(client)) {
                // the next request of a kept connection
            }
        } catch (IOException e) {
            // The client went away: its own business.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static boolean readHeaders(InputStream in) throws IOException {
        int tail = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            tail = tail << 8 | b;
            if (tail == 0x0d0a0d0a) {
                return true;
            }
        }
        return false;
    }

    private void start(Runnable work) {
        Thread thread = Daemon.named("null-server").newThread(() -> {
            try {
                work.run();
            } finally {
                threads.remove(Thread.currentThread());
            }
        });
        threads.add(thread);
        thread.start();
    }

    @Override
    public void close() {
        closeQuietly(door);
        open.forEach(NullServer::closeQuietly);
        threads.forEach(Thread::interrupt);
    }

    private static void closeQuietly(AutoCloseable what) {
        try {
            what.close();
        } catch (Exception e) {
            // Closed is all it had to be.
        }
    }
}
