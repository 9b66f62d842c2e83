package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.Answer;
import relevo.testing.ThisMachine;
import relevo.timing.Timing;

class LossTest {

    private static final Patience SHORT = new Patience(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofSeconds(5));

    @BeforeAll
    static void stretch() {
        ThisMachine.stretch();
    }

    @AfterAll
    static void forget() {
        ThisMachine.forget();
    }

    @Test
    @DisplayName("nobody listens: refused")
    void refused() {
        NullServer server = new NullServer();
        URI gone = server.at("/");
        server.close();

        assertThat(tenFrom(gone)).hasSize(10).allMatch(answer -> answer.status() == 0 && answer.error().equals("connect refused"));
    }

    @Test
    @DisplayName("an answer that never comes: read timed out, after the response time-out")
    void timedOut() {
        assertThat(tenFrom(client -> {
            Thread.sleep(60_000);
            return false;
        })).hasSize(10).allSatisfy(answer -> {
            assertThat(answer.error()).isEqualTo("read timed out");
            assertThat(answer.tookMs()).isBetween(195.0 * Timing.slowness(), 1_500.0 * Timing.slowness());
        });
    }

    @Test
    @DisplayName("a connection closed without a word: closed, and the request is not repeated")
    void closed() {
        AtomicInteger requests = new AtomicInteger();

        assertThat(tenFrom(client -> {
            requests.incrementAndGet();
            return false;
        })).hasSize(10).allMatch(answer -> answer.status() == 0 && answer.error().equals("closed"));
        assertThat(requests).hasValue(10);
    }

    @Test
    @DisplayName("a kept connection closed instead of a second answer: closed, and the request is not repeated")
    void closedLater() {
        AtomicInteger requests = new AtomicInteger();
        try (NullServer server = new NullServer(client -> {
            if (requests.incrementAndGet() % 2 == 0) {
                return false;
            }
            return GeneratorTest.slow(50).answer(client);
        })) {
            List<Answer> answers = new Generator().closed(server.at("/"), 1, Duration.ofSeconds(1), System.nanoTime()).answers();

            assertThat(answers).hasSize(requests.get());
            assertThat(answers.stream().filter(answer -> answer.error().equals("closed")).count()).isEqualTo(requests.get() / 2);
        }
    }

    @Test
    @DisplayName("a reset connection: reset")
    void reset() {
        assertThat(tenFrom(client -> {
            client.setSoLinger(true, 0);
            return false;
        })).hasSize(10).allMatch(answer -> answer.error().equals("reset"));
    }

    @Test
    @DisplayName("half a body: cut short, not a 200")
    void cutShort() {
        assertThat(tenFrom(client -> {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
            return false;
        })).hasSize(10).allMatch(answer -> answer.status() == 0 && answer.error().equals("cut short"));
    }

    @Test
    @DisplayName("no HTTP at all: not http")
    void notHttp() {
        assertThat(tenFrom(client -> {
            client.getOutputStream().write("good morning\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return false;
        })).hasSize(10).allMatch(answer -> answer.status() == 0 && answer.error().equals("not http"));
    }

    @ParameterizedTest(name = "{0} is an answer, not a loss, and nothing is fetched besides")
    @CsvSource({"503, Service Unavailable", "302, Found", "404, Not Found"})
    void otherStatuses(int status, String reason) {
        AtomicInteger requests = new AtomicInteger();

        assertThat(tenFrom(client -> {
            requests.incrementAndGet();
            return whole(client, status + " " + reason, "Location: /elsewhere\r\n");
        })).hasSize(10).allMatch(answer -> answer.status() == status && answer.error().isEmpty() && answer.server().isEmpty());
        assertThat(requests).hasValue(10);
    }

    @Test
    @DisplayName("the server is who the header says, however it is written")
    void servedBy() {
        assertThat(tenFrom(client -> whole(client, "200 OK", "x-served-by:  web1 \r\nX-Other: b\r\n")))
                .hasSize(10).allMatch(answer -> answer.server().equals("web1"));
    }

    @ParameterizedTest
    @CsvSource({
        "java.net.NoRouteToHostException, Cannot assign requested address, generator: no free port",
        "java.net.SocketException, Too many open files, generator: too many open files",
        "java.net.NoRouteToHostException, No route to host, unreachable",
        "org.apache.http.conn.ConnectTimeoutException, Connect to 127.0.0.1:1 failed: connect timed out, connect timed out",
        "java.net.UnknownHostException, nowhere.invalid, unknown host",
        "org.example.OddException, never heard of it, OddException",
    })
    void words(String exception, String message, String cause) {
        assertThat(Cause.of("Non HTTP response code: " + exception, "Non HTTP response message: " + message)).isEqualTo(cause);
        assertThat(Cause.of("500", message)).isEmpty();
    }

    private static boolean whole(Socket client, String status, String headers) throws java.io.IOException {
        client.getOutputStream().write(NullServer.response(status, headers, "said"));
        return true;
    }

    private static List<Answer> tenFrom(NullServer.Behaviour behaviour) {
        try (NullServer server = new NullServer(behaviour)) {
            return tenFrom(server.at("/"));
        }
    }

    private static List<Answer> tenFrom(URI target) {
        return new Generator().waiting(SHORT.stretched()).open(target, 200, Duration.ofMillis(50), 7, System.nanoTime()).answers();
    }
}
