package relevo.outside;

import static io.restassured.RestAssured.given;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;
import static io.restassured.config.RestAssuredConfig.newConfig;

import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import relevo.observation.Answer;
import relevo.observation.Page;
import relevo.timing.Timing;

/** Somebody who opens pages from the host. It never tries a request twice, so that no loss is hidden. */
public final class Visitor {

    /** Times {@link Timing#slowness}. */
    private static final int CONNECT_MS = 2_000;
    /** Times {@link Timing#slowness}. */
    private static final int READ_MS = 5_000;

    private final RestAssuredConfig config;
    private final String connection;

    private Visitor(boolean keepAlive) {
        var client = httpClientConfig()
                .httpClientFactory(Visitor::withoutRetries)
                .setParam("http.connection.timeout", (int) (CONNECT_MS * Timing.slowness()))
                .setParam("http.socket.timeout", (int) (READ_MS * Timing.slowness()));
        config = newConfig()
                .httpClient(keepAlive ? client.reuseHttpClientInstance() : client)
                .redirect(redirectConfig().followRedirects(false));
        connection = keepAlive ? "keep-alive" : "close";
    }

    /** A new connection for each page. */
    public static Visitor withNewConnections() {
        return new Visitor(false);
    }

    /** One connection for all pages; for one thread. */
    public static Visitor keepingAlive() {
        return new Visitor(true);
    }

    /** Loads what a first visit needs, which takes seconds, on a thread of its own: to be called while there is something else to wait for. */
    public static void warmUp() {
        var thread = new Thread(() -> withNewConnections().visit(URI.create("http://127.0.0.1:1/"), System.nanoTime(), page -> ""), "relevo-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    @SuppressWarnings("deprecation") // the only client type that REST Assured takes
    private static org.apache.http.client.HttpClient withoutRetries() {
        var client = new org.apache.http.impl.client.DefaultHttpClient();
        client.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
        return client;
    }

    /** Opens a page. Where no response comes, its status is 0 and its body the cause in a word or two. */
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

    private static Page answered(Supplier<Response> request) {
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

    private static Page page(Response response) {
        var headers = new TreeMap<String, String>();
        response.getHeaders().forEach(header -> headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
        return new Page(response.statusCode(), headers, response.asString());
    }
}
