package relevo.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.testing.Untrusted;

/** A server on loopback that answers as no server should: by the drop, without end, with more than it says, or with something else. */
class HostilePagesTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final int MOST = 100_000;
    private static final Duration LONGEST = Duration.ofMillis(400);

    /** Says something to whoever asked. */
    private interface Script {

        void to(Socket client) throws IOException;
    }

    private ServerSocket server;
    private volatile Script script = client -> { };
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 99, InetAddress.getLoopbackAddress());
        var thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (var client = server.accept()) {
                    asked.incrementAndGet();
                    request(client);
                    script.to(client);
                } catch (IOException left) {
                    // Whoever asked has gone, or the test is over.
                }
            }
        }, "hostile-server");
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private static void request(Socket client) throws IOException {
        var last = 0;
        for (int next = client.getInputStream().read(); next >= 0 && last < 2; next = last == 2 ? 0 : client.getInputStream().read()) {
            last = next == '\n' ? last + 1 : next == '\r' ? last : 0;
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    private static Script text(String text) {
        return client -> client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Script endless(String head, String more) {
        return client -> {
            text(head).to(client);
            var bytes = more.repeat(1 + 8_192 / more.length()).getBytes(StandardCharsets.ISO_8859_1);
            while (true) {
                client.getOutputStream().write(bytes);
            }
        };
    }

    /** A drop whenever nothing came for a moment. */
    private static Script dripping(String head, String drop) {
        return client -> {
            text(head).to(client);
            client.setSoTimeout(20);
            while (true) {
                try {
                    if (client.getInputStream().read() < 0) {
                        return;
                    }
                } catch (SocketTimeoutException moment) {
                    text(drop).to(client);
                }
            }
        };
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        var zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    private static Script bomb(String encoding, int bytes, int times) {
        return client -> {
            var body = new byte[bytes];
            for (int i = 0; i < times; i++) {
                body = zipped(body);
            }
            text(OK + "Content-Type: text/html\r\nContent-Encoding: " + encoding + "\r\nContent-Length: " + body.length + "\r\n\r\n").to(client);
            client.getOutputStream().write(body);
        };
    }

    static Stream<Named<Script>> endless() {
        return Stream.of(named("a body by the drop", dripping(OK + "\r\n", "x")), named("headers by the drop", dripping(OK, "a")),
                named("a status line by the drop", dripping("", "H")), named("chunks by the drop", dripping(OK + "Transfer-Encoding: chunked\r\n\r\n",
                        "1\r\nx\r\n")), named("a body without end", endless(OK + "\r\n", "x")), named("chunks without end",
                        endless(OK + "Transfer-Encoding: chunked\r\n\r\n", "5\r\nhello\r\n")), named("headers without end", endless(OK, "a: b\r\n")),
                named("a header without end", endless(OK + "a: ", "x")), named("a status line without end", endless("HTTP/1.1 200 ", "x")),
                named("wait without end", endless("", "HTTP/1.1 100 Continue\r\n\r\n")), named("lines before the status without end", endless("", "x\r\n")),
                named("a chunk's own words without end", endless(OK + "Transfer-Encoding: chunked\r\n\r\n5;", "x")),
                named("50 MB that unpack from a few", bomb("gzip", 50 << 20, 1)),
                named("a length without end", endless(OK + "Content-Length: 9999999999999\r\n\r\n", "x")));
    }

    @ParameterizedTest
    @MethodSource("endless")
    @DisplayName("whoever never comes to an end is left, in time and before the memory is full")
    void left(Script hostile) {
        script = hostile;

        var page = Untrusted.read(() -> Visitor.within(LONGEST, MOST).open(address())).orElseThrow();

        assertThat(page.status()).isZero();
        assertThat(page.body()).hasSizeLessThan(100);
    }

    @Test
    @DisplayName("what is packed again and again is not unpacked to its end")
    void packed() {
        script = bomb("gzip, gzip, gzip", 50 << 20, 3);

        var page = Untrusted.read(() -> Visitor.within(LONGEST, MOST).open(address())).orElseThrow();

        assertThat(page.body()).hasSizeLessThanOrEqualTo(MOST);
    }

    @ParameterizedTest
    @MethodSource("endless")
    @DisplayName("over a bare socket too")
    void leftRaw(Script hostile) {
        script = hostile;

        var answer = Untrusted.read(() -> RawVisit.read(address(), MOST, LONGEST)).orElseThrow();

        assertThat(answer.head().length() + answer.body().length()).isLessThanOrEqualTo(MOST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n\r\n", "HTTP/1.1 9999999999 X\r\n\r\n", "HTTP/9.9 200 OK\r\n\r\n", "HTTP/1.1 -1\r\n\r\n", "HTTP/1.1\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n", "<html>", OK + "Content-Length: -5\r\n\r\nx", OK + "Content-Length: many\r\n\r\nx", OK + "Content-Length: 9\r\n\r\nx",
        OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\nx", OK + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx",
        OK + "Transfer-Encoding: chunked, chunked\r\n\r\n1\r\nx", OK + "Content-Encoding: gzip\r\n\r\nnot packed", OK + "Content-Encoding: gzip\r\n\r\n",
        OK + "Content-Encoding: br, zstd, x\r\n\r\nx", OK + "no header\r\n\r\nx", OK + " folded\r\n\r\nx", OK + "a: \u0000\u001b[2J\r\n\r\nx",
        OK + ": x\r\n\r\nx", OK + "Set-Cookie: ;;;=;expires=x\r\nSet-Cookie: \r\n\r\nx", "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Digest \r\n\r\nx", "HTTP/1.1 407 Proxy\r\nProxy-Authenticate: NTLM\r\n\r\nx"})
    @DisplayName("an answer that is none, or that lies about itself, is told in a word or two, or taken as it came")
    void odd(String answer) {
        script = text(answer);

        var page = Untrusted.read(() -> Visitor.within(Duration.ofSeconds(3), MOST).open(address())).orElseThrow();

        assertThat(page.body()).hasSizeLessThan(100);
        Untrusted.read(() -> RawVisit.open(address())).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=evil", "text/html; charset=", "text/html; charset=\"", "text/html; charset=../../x", ";;;", "",
        "text/html; charset=UTF-8; charset=UTF-16", "text/html;charset=\u00ff", "application/json; charset=x"})
    @DisplayName("a charset that nobody has keeps no page from being seen")
    void charsets(String type) {
        script = text(OK + "Content-Type: " + type + "\r\nContent-Length: 5\r\n\r\nhello");

        var page = Untrusted.read(() -> Visitor.withNewConnections().open(address())).orElseThrow();

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "http://192.0.2.1/", "//192.0.2.1/", "https://127.0.0.1/", "http://127.0.0.1:1/", "http://x@127.0.0.1/",
        "javascript:alert(1)", "http://[::1", "\u0000", "mailto:x", "jar:file:/x!/", "ftp://127.0.0.1/", "http:", "////"})
    @DisplayName("nobody is followed off the balancer's door")
    void redirects(String target) {
        script = text("HTTP/1.1 302 Found\r\nLocation: " + target + "\r\nContent-Length: 0\r\n\r\n");

        assertThat(Untrusted.read(() -> Visitor.withNewConnections().open(address())).orElseThrow().status()).isEqualTo(302);
        assertThat(Untrusted.read(() -> RawVisit.open(address())).orElseThrow().head()).startsWith("HTTP/1.1 302");
    }

    @Test
    @DisplayName("an address in a megabyte of spaces is looked for once")
    void spaces() {
        script = text("HTTP/1.1 302 Found\r\nLocation: /a" + " ".repeat(1_000_000) + "b\r\n\r\n");

        assertThat(Untrusted.read(() -> RawVisit.open(address()))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.2:1/stats", "//192.0.2.1/stats", "file:///etc/passwd", "https://127.0.0.1/", "http://x y", "\u0000", "mailto:x",
            "%",
        "#", "", "?", ";csv"})
    @DisplayName("the page of statistics is looked for behind the balancer's own door, wherever the configuration sends us")
    void statisticsElsewhere(String path) {
        script = text(OK + "Content-Length: 3\r\n\r\nabc");
        var source = new StatisticsSource(address(), new Credentials("a", "b"));

        Untrusted.read(() -> {
            source.locate(List.of(address()), List.of(path), List.of());
            return source.page();
        }).orElseThrow();

        assertThat(source.page()).isEqualTo(address());
        assertThat(StatisticsSource.places(address(), List.of(path))).allSatisfy(place -> assertThat(place.getAuthority()).isEqualTo(address().getAuthority()));
    }

    @Test
    @DisplayName("a configuration that names thousands of pages and passwords is not tried through")
    void manyPages() {
        script = text("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        var paths = IntStream.range(0, 5_000).mapToObj(i -> "/stats" + i).toList();
        var known = IntStream.range(0, 5_000).mapToObj(i -> new Credentials("u" + i, "p")).toList();
        var source = new StatisticsSource(address(), new Credentials("a", "b"));

        Untrusted.read(() -> {
            source.locate(List.of(address()), paths, known);
            return source.page();
        });

        assertThat(asked.get()).isLessThan(500);
    }
}
