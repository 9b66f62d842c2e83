package relevo.outside;

import static io.restassured.RestAssured.given;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;
import static io.restassured.config.RestAssuredConfig.newConfig;

import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.params.HttpParams;
import relevo.observation.Answer;
import relevo.observation.Page;
import relevo.timing.Daemon;
import relevo.timing.Timing;

/** Somebody who opens pages from the host. It never tries a request twice, so that no loss is hidden. */
public final class Visitor {

    private static final int HTTP_PORT = 80;
    /** Times {@link Timing#slowness}. */
    private static final int CONNECT_MS = 2_000;
    /** Until the next byte comes; times {@link Timing#slowness}. */
    private static final int READ_MS = 5_000;
    /** From the request to the last byte of an answer; times {@link Timing#slowness}. */
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** Bytes of an answer, packed and unpacked. */
    private static final int MOST = 16 << 20;
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*+\"?([\\w.:+-]+)");

    private final RestAssuredConfig config;
    private final String connection;
    private final int most;

    private Visitor(boolean keepAlive, Duration longest, int most) {
        this.most = most;
        var client = httpClientConfig()
                .httpClientFactory(() -> withoutRetries(longest, most))
                .setParam("http.connection.timeout", (int) (CONNECT_MS * Timing.slowness()))
                .setParam("http.socket.timeout", (int) (READ_MS * Timing.slowness()));
        config = newConfig()
                .httpClient(keepAlive ? client.reuseHttpClientInstance() : client)
                .redirect(redirectConfig().followRedirects(false));
        connection = keepAlive ? "keep-alive" : "close";
    }

    /** A new connection for each page. */
    public static Visitor withNewConnections() {
        return new Visitor(false, Timing.stretched(LONGEST), MOST);
    }

    /** One connection for all pages; for one thread. */
    public static Visitor keepingAlive() {
        return new Visitor(true, Timing.stretched(LONGEST), MOST);
    }

    /** A new connection for each page, and other limits for an answer. */
    static Visitor within(Duration longest, int most) {
        return new Visitor(false, longest, most);
    }

    /** Loads what a first visit needs, which takes seconds, on a thread of its own: to be called while there is something else to wait for. */
    public static void warmUp() {
        Daemon.start("relevo-warm-up", () -> withNewConnections().visit(URI.create("http://127.0.0.1:1/"), System.nanoTime(), page -> ""));
    }

    @SuppressWarnings("deprecation") // the only client type that REST Assured takes
    private static org.apache.http.client.HttpClient withoutRetries(Duration longest, int most) {
        var client = new org.apache.http.impl.client.DefaultHttpClient();
        client.getConnectionManager().getSchemeRegistry().register(new Scheme("http", HTTP_PORT, new PlainSocketFactory() {
            @Override
            public Socket createSocket(HttpParams unused) {
                return new RationedSocket(longest, most);
            }
        }));
        client.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
        return client;
    }

    /** Opens a page. Where no response comes, or none that comes to an end, its status is 0 and its body the cause in a word or two. */
    public Page open(URI page) {
        return answered(() -> request().get(page));
    }

    /** Opens a page that asks who one is. */
    public Page open(URI page, Credentials credentials) {
        return answered(() -> request().auth().preemptive().basic(credentials.user(), credentials.password()).get(page));
    }

    /** Submits a form to a page that asks who one is. */
    public Page submit(URI page, Credentials credentials, Map<String, String> form) {
        return answered(() -> request().auth().preemptive().basic(credentials.user(), credentials.password()).formParams(form).post(page));
    }

    private Page answered(Supplier<Response> request) {
        try {
            return page(request.get());
        } catch (Exception noResponse) {
            return new Page(0, Map.of(), cause(noResponse));
        }
    }

    /**
     * Opens a page and says how it went, also when no response came.
     *
     * @param originNanos {@link System#nanoTime} at the observation's beginning
     * @param server      tells from the page which instance's content it is; empty for none
     */
    public Answer visit(URI page, long originNanos, Function<Page, String> server) {
        var sent = System.nanoTime();
        var atMs = (sent - originNanos) / 1e6;
        var seen = open(page);
        var tookMs = (System.nanoTime() - sent) / 1e6;
        return seen.status() == 0
                ? new Answer(atMs, tookMs, 0, "", seen.body())
                : new Answer(atMs, tookMs, seen.status(), server.apply(seen), "");
    }

    /** Why no response came, in a word or two. */
    private static String cause(Throwable failure) {
        for (var e = failure; e != null; e = e.getCause()) {
            var message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            if (e instanceof SocketTimeoutException) {
                return message.contains("connect") ? "connect timed out" : "read timed out";
            }
            if (e instanceof RationedSocket.TooMuch) {
                return e.getMessage();
            }
            if (e instanceof ConnectException) {
                return "connect refused";
            }
            if (e instanceof org.apache.http.NoHttpResponseException || message.contains("connection reset")) {
                return "closed";
            }
        }
        return failure.getClass().getSimpleName();
    }

    private io.restassured.specification.RequestSpecification request() {
        return given().config(config).urlEncodingEnabled(false).header("Connection", connection);
    }

    private Page page(Response response) throws IOException {
        var headers = new TreeMap<String, String>();
        response.getHeaders().forEach(header -> headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
        byte[] body;
        try (var stream = response.asInputStream()) {
            body = stream == null ? new byte[0] : stream.readNBytes(most + 1);
        }
        if (body.length > most) {
            throw new RationedSocket.TooMuch();
        }
        return new Page(response.statusCode(), headers, new String(body, charset(headers.getOrDefault("content-type", ""))));
    }

    /** The one that a header names, where there is one of that name. */
    private static Charset charset(String contentType) {
        var named = CHARSET.matcher(contentType);
        try {
            return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
