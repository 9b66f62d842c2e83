package relevo.live.page;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The page's server, for browsers on this host that have its address: 127.0.0.1 alone, a token that nobody guesses, no page of another origin, and bounds
 * on all that it takes.
 */
public final class PageServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int THREADS = 12;
    private static final int HEADERS = 8_192;
    private static final int SEND_BUFFER = 65_536;

    private final Server server;
    private final ServerConnector connector;
    private final NetworkConnectionLimit limit;
    private final Audience audience;
    private final String token;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile int port;

    private PageServer(LiveStage stage, int port, String token, PageBounds bounds) {
        this.token = token;
        var threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("live-page");
        threads.setDaemon(true);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(protocol()));
        connector.setHost(HOST);
        connector.setPort(port);
        connector.setIdleTimeout(bounds.idle().toMillis());
        connector.setAcceptQueueSize(bounds.connections());
        // What a page has not read yet is kept here once, and not again and again by the kernel.
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        server.addConnector(connector);
        limit = new NetworkConnectionLimit(bounds.connections(), connector);
        limit.setEndPointIdleTimeout(Math.min(1_000, bounds.idle().toMillis()));
        server.addBean(limit);
        audience = new Audience(stage, bounds);
        server.setHandler(new Routes(stage, audience, token, connector));
        server.setErrorHandler((request, response, callback) -> {
            Reply.line(response.getStatus(), "This was not understood.").send(true, response, callback);
            return true;
        });
    }

    private static HttpConfiguration protocol() {
        var protocol = new HttpConfiguration();
        protocol.setSendServerVersion(false);
        protocol.setSendXPoweredBy(false);
        protocol.setSendDateHeader(false);
        protocol.setRequestHeaderSize(HEADERS);
        return protocol;
    }

    /**
     * Starts one with an address of its own.
     *
     * @param port 0 for any that is free
     * @throws IOException when the port is taken
     */
    public static PageServer start(LiveStage stage, int port) throws IOException {
        return start(stage, port, newToken());
    }

    /**
     * Starts one with the address of one that was closed, so that open pages go on by themselves.
     *
     * @param token what {@link #newToken} gave
     * @throws IOException when the port is taken
     */
    public static PageServer start(LiveStage stage, int port, String token) throws IOException {
        return start(stage, port, token, PageBounds.USUAL);
    }

    static PageServer start(LiveStage stage, int port, String token, PageBounds bounds) throws IOException {
        var page = new PageServer(stage, port, token, bounds);
        try {
            page.server.start();
            page.port = page.connector.getLocalPort();
            return page;
        } catch (Exception e) {
            page.close();
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }

    /** A token that nobody guesses, to be kept where only this user reads. */
    public static String newToken() {
        return Doorkeeper.newToken();
    }

    /** What is opened in a browser; whoever has it may give orders. */
    public URI address() {
        return URI.create("http://" + HOST + ":" + port + "/" + token + "/");
    }

    /** How many connections there are now. */
    int connections() {
        return limit.getNetworkConnectionCount();
    }

    /** Ends every connection; the stage is told that nobody looks any more. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            audience.close();
            try {
                server.stop();
            } catch (Exception e) {
                throw new IllegalStateException("the page's server does not stop", e);
            }
        }
    }
}
