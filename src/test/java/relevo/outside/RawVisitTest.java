package relevo.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.RawAnswer;

/** Against a server on loopback that says what it is told to, byte for byte. */
class RawVisitTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private ServerSocket server;
    private volatile Map<String, String> said = Map.of();
    private volatile String asked = "";

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                var request = new StringBuilder();
                for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    request.append(line).append('\n');
                }
                asked = request.toString();
                var answer = said.getOrDefault(asked.split(" ")[1], "");
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                if (answer.endsWith("…")) {
                    in.readLine();
                }
            } catch (IOException closed) {
                // The next client, or the end.
            }
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
    }

    private RawAnswer answers(String bytes) {
        said = Map.of("/", bytes);
        return RawVisit.open(address("/"));
    }

    @Test
    @DisplayName("head and body come byte for byte, and the empty line between them is in neither")
    void wholeResponses() {
        assertThat(answers("HTTP/1.1 503 Service Unavailable\r\nA: b\r\n\r\n\r\nPerd\u00f3n\r\n"))
                .isEqualTo(new RawAnswer("HTTP/1.1 503 Service Unavailable\r\nA: b", "\r\nPerd\u00f3n\r\n", ""));
        assertThat(answers("HTTP/1.0 503 Forbidden\nA: b\n\n<h1>")).isEqualTo(new RawAnswer("HTTP/1.0 503 Forbidden\nA: b", "<h1>", ""));
        assertThat(asked).startsWith("GET / HTTP/1.0\n").contains("Host: 127.0.0.1:" + server.getLocalPort() + "\n");
    }

    @Test
    @DisplayName("HTML without a status line is all body, and headers without an end are all head")
    void halves() {
        assertThat(answers("<h1>Lo sentimos</h1>\n\n")).isEqualTo(new RawAnswer("", "<h1>Lo sentimos</h1>\n\n", ""));
        assertThat(answers("HTTP/1.1 503 X\r\n<h1>")).isEqualTo(new RawAnswer("HTTP/1.1 503 X\r\n<h1>", "", ""));
    }

    @Test
    @DisplayName("no byte at all is told by why")
    void silence() throws IOException {
        assertThat(answers("")).isEqualTo(new RawAnswer("", "", "closed"));
        assertThat(answers("").silent()).isTrue();

        var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        nobody.close();
        assertThat(RawVisit.open(URI.create("http://127.0.0.1:" + nobody.getLocalPort() + "/"))).isEqualTo(new RawAnswer("", "", "connect refused"));
    }

    @Test
    @DisplayName("more bytes than anybody reads are cut, and an answer without end is left")
    void bounds() {
        said = Map.of("/", "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(50_000), "/endless", "HTTP/1.1 200 OK\r\n\r\nx…");

        var cut = RawVisit.read(address("/"), 10_000, LONG);
        assertThat(cut.ended()).isEqualTo("cut");
        assertThat(cut.body()).hasSize(10_000 - "HTTP/1.1 200 OK\r\n\r\n".length());

        assertThat(RawVisit.read(address("/endless"), 10_000, Duration.ofMillis(200)).ended()).endsWith("timed out");
        assertThat(RawVisit.read(address("/"), 10_000, Duration.ZERO).ended()).isEqualTo("connect timed out");
    }

    @Test
    @DisplayName("a redirect behind the same door is followed, another one is the answer, and a circle ends")
    void redirects() {
        said = Map.of("/", "HTTP/1.1 302 Found\r\nLocation: /sorry\r\n\r\n", "/sorry", "HTTP/1.1 200 OK\r\n\r\nLo sentimos",
                "/away", "HTTP/1.1 302 Found\r\nLocation: http://example.org/\r\n\r\n", "/round", "HTTP/1.1 302 Found\r\nLocation: /round\r\n\r\n",
                "/odd", "HTTP/1.1 302 Found\r\nLocation: a b\r\n\r\n", "/nowhere", "HTTP/1.1 302 Found\r\n\r\n",
                "/ok", "HTTP/1.1 200 OK\r\nLocation: /\r\n\r\nok");

        assertThat(RawVisit.open(address("/")).body()).isEqualTo("Lo sentimos");
        for (var path : new String[] {"/away", "/round", "/odd", "/nowhere"}) {
            assertThat(RawVisit.open(address(path)).head()).as(path).startsWith("HTTP/1.1 302");
        }
        assertThat(RawVisit.open(address("/ok")).body()).isEqualTo("ok");
    }

    @Test
    void theQueryIsAskedForToo() {
        said = Map.of("/a?b=c", "HTTP/1.1 200 OK\r\n\r\nyes");

        assertThat(RawVisit.open(address("/a?b=c")).body()).isEqualTo("yes");
    }
}
