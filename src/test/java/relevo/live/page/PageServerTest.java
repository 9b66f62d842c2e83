package relevo.live.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.testing.LiveSamples;
import relevo.testing.StageDouble;
import relevo.words.Text;

class PageServerTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final PageBounds QUICK = new PageBounds(8, 3, Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(600), Duration.ofSeconds(2));
    private static final String JSON = "Content-Type: application/json";
    private static final String STOP = "{\"verb\":\"stop\",\"target\":\"web1\",\"text\":\"\"}";

    private final StageDouble stage = new StageDouble(LiveSamples.calm());
    private final String token = PageServer.newToken();
    private PageServer server;

    @BeforeEach
    void start() throws IOException {
        server = PageServer.start(stage, 0, token, QUICK);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** An answer: its status and headers, and what followed. */
    private record Got(int status, String head, String body) {

        String header(String name) {
            return head.lines().filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":")).map(line -> line.substring(name.length()
                    + 1).strip())
                    .findFirst().orElse("");
        }
    }

    private int port() {
        return server.address().getPort();
    }

    private String own() {
        return "http://127.0.0.1:" + port();
    }

    private Got ask(String method, String path, String body, String... headers) throws IOException {
        return askAs("127.0.0.1:" + port(), method, path, body, headers);
    }

    private Got askAs(String host, String method, String path, String body, String... headers) throws IOException {
        var request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Length: ").append(body.getBytes(UTF_8).length).append("\r\n");
        }
        return raw(request.append("\r\n").append(body).toString());
    }

    private Got raw(String request) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            var all = new String(socket.getInputStream().readAllBytes(), UTF_8);
            var end = all.indexOf("\r\n\r\n");
            return new Got(Integer.parseInt(all.split(" ")[1]), all.substring(0, end), all.substring(end + 4));
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port()), (int) LONG.toMillis());
        socket.setSoTimeout((int) LONG.toMillis());
        return socket;
    }

    private Got get(String name, String... headers) throws IOException {
        return ask("GET", "/" + token + "/" + name, "", headers);
    }

    private Got post(String body, String... headers) throws IOException {
        return ask("POST", "/" + token + "/orders", body, headers);
    }

    /** A page that is told what changes. */
    private Socket listen() throws IOException {
        var socket = connect();
        socket.getOutputStream().write(("GET /" + token + "/events HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\n\r\n").getBytes(UTF_8));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    private static String until(BufferedReader reader, String words) throws IOException {
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.contains(words)) {
                return line;
            }
        }
        throw new AssertionError("ended before " + words);
    }

    @Test
    @DisplayName("the page and its parts are there, with everything forbidden that they do not need")
    void page() throws IOException {
        var page = get("");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).startsWith("<!doctype html>");
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self';").contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.head()).doesNotContainIgnoringCase("jetty");
        assertThat(get("live.js").header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(get("page.css").body()).contains("--paper");
        var head = ask("HEAD", "/" + token + "/", "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        var bare = ask("GET", "/" + token, "");
        assertThat(bare.status()).isEqualTo(302);
        assertThat(bare.header("Location")).isEqualTo("/" + token + "/");
    }

    @Test
    @DisplayName("it listens on 127.0.0.1 alone")
    void loopbackAlone() throws IOException {
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            for (var address : network.inetAddresses().filter(one -> !one.equals(InetAddress.getLoopbackAddress())).toList()) {
                assertThatThrownBy(() -> {
                    try (var socket = new Socket()) {
                        socket.connect(new InetSocketAddress(address, port()), 5_000);
                    }
                }).as(address.toString()).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    @DisplayName("without the token, or with another, nothing is there; not even what the page is made of")
    void token() throws IOException {
        var wrong = token.substring(1) + (token.charAt(0) == 'A' ? 'B' : 'A');
        for (var path : List.of("/", "/live.js", "/events", "/orders", "/visitor", "/" + wrong + "/", "/" + wrong + "/events", "/" + token + "x/", "//"
                + token + "/",
                "/" + token.substring(0, 20) + "/", "/%20/", "/?" + token + "/")) {
            var got = ask("GET", path, "");
            assertThat(got.status()).as(path).isIn(403, 400);
            assertThat(got.body().lines()).as(path).hasSize(1);
            assertThat(got.body()).doesNotContain(token).doesNotContainIgnoringCase("jetty");
        }
        assertThat(ask("POST", "/" + wrong + "/orders", STOP, JSON, "Origin: " + own()).status()).isEqualTo(403);
        assertThat(stage.orders()).isEmpty();
        assertThat(PageServer.newToken()).isNotEqualTo(PageServer.newToken()).matches("[A-Za-z0-9_-]{32}");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(strings = {"evil.example", "127.0.0.1", "localhost", "127.0.0.1:1", "evil.example:PORT", "127.0.0.1.evil.example:PORT", "[::1]:PORT",
            "0.0.0.0:PORT"})
    @DisplayName("a name that leads here by DNS is not this server")
    void rebinding(String host) throws IOException {
        var got = askAs(host.replace("PORT", String.valueOf(port())), "GET", "/" + token + "/", "");

        assertThat(got.status()).isEqualTo(421);
        assertThat(got.body().lines()).hasSize(1);
    }

    @Test
    @DisplayName("no name at all, two of them, or one in the request line that is another, is refused too")
    void namesThatLie() throws IOException {
        assertThat(raw("GET /" + token + "/ HTTP/1.0\r\n\r\n").status()).isEqualTo(421);
        assertThat(raw("GET /" + token + "/ HTTP/1.1\r\nConnection: close\r\n\r\n").status()).isEqualTo(400);
        assertThat(raw("GET /" + token + "/ HTTP/1.1\r\nHost: 127.0.0.1:" + port()
                + "\r\nHost: evil.example\r\nConnection: close\r\n\r\n").status()).isEqualTo(400);
        assertThat(raw("GET http://evil.example/" + token + "/ HTTP/1.1\r\nHost: 127.0.0.1:" + port()
                + "\r\nConnection: close\r\n\r\n").status()).isIn(400, 421);
        assertThat(askAs("localhost:" + port(), "GET", "/" + token + "/", "").status()).isEqualTo(200);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", "https://127.0.0.1:PORT", "http://localhost:PORT",
            "http://127.0.0.1:PORT.evil.example", "http://127.0.0.1:PORT, http://evil.example"})
    @DisplayName("another page's requests are refused, whatever they ask for")
    void origin(String origin) throws IOException {
        var header = "Origin: " + origin.replace("PORT", String.valueOf(port()));

        assertThat(post(STOP, JSON, header).status()).isEqualTo(403);
        assertThat(post(STOP, JSON, header, "Sec-Fetch-Site: same-origin").status()).isEqualTo(403);
        assertThat(get("events", header).status()).isEqualTo(403);
        assertThat(get("", header).head()).doesNotContainIgnoringCase("Access-Control");
        assertThat(ask("OPTIONS", "/" + token + "/orders", "", header, "Access-Control-Request-Method: POST").status()).isEqualTo(405);
        assertThat(stage.orders()).isEmpty();
    }

    @Test
    @DisplayName("an order comes from the page itself, as JSON, and not too long")
    void orders() throws IOException {
        assertThat(post(STOP, JSON, "Origin: " + own()).status()).isEqualTo(202);
        assertThat(post(STOP, JSON + "; charset=UTF-8", "Sec-Fetch-Site: same-origin").status()).isEqualTo(202);
        assertThat(stage.orders()).hasSize(2).containsOnly(new Order(Order.Verb.STOP, "web1", ""));

        assertThat(post(STOP, JSON).status()).isEqualTo(403);
        assertThat(post(STOP, JSON, "Sec-Fetch-Site: cross-site").status()).isEqualTo(403);
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonx",
                "text/plain; application/json")) {
            assertThat(post(STOP, "Content-Type: " + type, "Origin: " + own()).status()).as(type).isEqualTo(415);
        }
        assertThat(post(STOP, "Origin: " + own()).status()).isEqualTo(415);
        assertThat(get("orders").status()).isEqualTo(405);
        assertThat(ask("POST", "/" + token + "/", STOP, JSON, "Origin: " + own()).status()).isEqualTo(405);
        assertThat(ask("PUT", "/" + token + "/orders", STOP, JSON, "Origin: " + own()).status()).isEqualTo(405);
        assertThat(stage.orders()).hasSize(2);
    }

    @Test
    @DisplayName("a body that is too large is not read to its end, whether it says how long it is or not")
    void tooLarge() throws IOException {
        var notes = "{\"verb\":\"defence-notes\",\"text\":\"" + "n".repeat(8_000) + "\"}";
        assertThat(post(notes, JSON, "Origin: " + own()).status()).isEqualTo(202);
        assertThat(post(notes.replace("nnn", "nnnn"), JSON, "Origin: " + own()).status()).isEqualTo(413);
        var chunk = "2000\r\n" + "x".repeat(0x2000) + "\r\n";
        assertThat(raw("POST /" + token + "/orders HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\nConnection: close\r\n" + JSON + "\r\nOrigin: " + own()
                + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk + chunk + "0\r\n\r\n").status()).isEqualTo(413);
        assertThat(get("", "X-Long: " + "x".repeat(10_000)).status()).isEqualTo(431);
        assertThat(stage.orders()).hasSize(1);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(strings = {"{\"verb\":\"explode\"}", "{\"verb\":\"STOP\",\"target\":\"web1\"}", "{\"verb\":\"stop\"}",
            "{\"verb\":\"stop\",\"target\":\" \"}", "{", "[]",
            "\"stop\"", "null", " ", "{}", "{\"verb\":7}", "{\"verb\":\"stop\",\"target\":{\"a\":1}}", "{\"verb\":\"stop\",\"target\":\"web1\"} x",
            "{\"verb\":\"stop\",\"target\":\"web1\",\"text\":null}"})
    @DisplayName("an order that makes no sense is answered in both languages")
    void nonsense(String body) throws IOException {
        var got = post(body, JSON, "Origin: " + own());

        assertThat(got.status()).isEqualTo(400);
        assertThat(got.body()).contains("\"es\":\"", "\"en\":\"");
        assertThat(stage.orders()).isEmpty();
    }

    @Test
    @DisplayName("an order that is not taken is answered with the reason")
    void refusedOrder() throws IOException {
        stage.refuse(Optional.of(Text.of("web1 ya está detenido.", "web1 is stopped already.")));

        var got = post(STOP, JSON, "Origin: " + own());

        assertThat(got.status()).isEqualTo(409);
        assertThat(got.body()).isEqualTo("{\"es\":\"web1 ya está detenido.\",\"en\":\"web1 is stopped already.\"}");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(strings = {"../pom.xml", "..%2fpom.xml", "%2e%2e/pom.xml", "live/../live.js", "./live.js", "live.js/", "live.js;x", "live.js%00",
            "live/live.js",
            "index.html", "words.js%2f..", "../../../../etc/passwd", "\\..\\x", "%c0%ae%c0%ae/x", "log4j2-test.xml"})
    @DisplayName("no path leads out of the page")
    void traversal(String path) throws IOException {
        var got = get(path);

        assertThat(got.status()).isIn(400, 403, 404);
        assertThat(got.body().lines()).hasSize(1);
        assertThat(got.head() + got.body()).doesNotContainIgnoringCase("jetty").doesNotContain("at org.", "Exception");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @ValueSource(strings = {"nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET  HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost : x\r\n\r\n"})
    @DisplayName("what is no request is refused in one line, which does not tell what program that is")
    void noRequest(String request) throws IOException {
        var got = raw(request);

        assertThat(got.status()).isIn(400, 421, 505);
        assertThat(got.head() + got.body()).doesNotContainIgnoringCase("jetty").doesNotContain("Exception", "<");
    }

    @Test
    @DisplayName("a page is told the whole view at once and after each change, and what is only the teacher's where the teacher asks for it")
    void events() throws IOException {
        stage.show(LiveSamples.defended(LiveSamples.calm(), Optional.of(LiveSamples.sheet(DefenceSheet.Search.HIDDEN))));
        try (var socket = listen()) {
            var lines = reader(socket);
            assertThat(until(lines, "Content-Type:")).endsWith("text/event-stream");
            assertThat(until(lines, "data: ")).contains("\"project\":\"reference\"", "web1 is frozen").doesNotContain("312", "bien los cupos", "k7-ab");
            stage.change(view -> LiveSamples.doing(view, Text.of("Se comprueba B2", "Checking B2")));
            assertThat(until(lines, "Checking B2")).startsWith("data: ");
            assertThat(until(lines, ":")).as("heartbeat").isEqualTo(":");
        }
        try (var socket = connect()) {
            socket.getOutputStream().write(("GET /" + token + "/events?teacher HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\n\r\n").getBytes(UTF_8));
            assertThat(until(reader(socket), "data: ")).contains("None of 312", "bien los cupos", "k7-ab");
        }
    }

    @Test
    @DisplayName("many changes at once are one event, and it is the last")
    void coalesced() throws IOException {
        try (var socket = listen()) {
            var lines = reader(socket);
            until(lines, "data: ");
            for (int i = 1; i <= 1_000; i++) {
                stage.show(LiveSamples.withVisitor(LiveSamples.calm(), i));
            }
            var events = new ArrayList<String>();
            do {
                events.add(until(lines, "data: "));
            } while (!events.get(events.size() - 1).contains("\"visitorPage\":1000,"));
            assertThat(events).hasSizeLessThan(500);
        }
    }

    @Test
    @DisplayName("who looks is counted, also when a page is closed without a word; one too many is turned away and nobody else disturbed")
    void audience() throws IOException {
        var sockets = new ArrayList<Socket>();
        for (int i = 0; i < QUICK.streams(); i++) {
            sockets.add(listen());
            until(reader(sockets.get(i)), "data: ");
        }
        await().atMost(LONG).until(() -> last(stage.audiences()) == 3);
        var turnedAway = get("events");
        assertThat(turnedAway.status()).isEqualTo(503);
        assertThat(turnedAway.body().lines()).hasSize(1);

        sockets.get(0).close();
        await().atMost(LONG).until(() -> last(stage.audiences()) == 2);
        sockets.add(listen());
        await().atMost(LONG).until(() -> last(stage.audiences()) == 3);
        server.close();
        assertThat(last(stage.audiences())).isZero();
        for (var socket : sockets) {
            socket.close();
        }
    }

    private static int last(List<Integer> counts) {
        return counts.isEmpty() ? 0 : counts.get(counts.size() - 1);
    }

    @Test
    @DisplayName("a reader that takes nothing is closed, keeps one view waiting and no more, and the others go on being told")
    void deafReader() throws IOException {
        var heavy = LiveSamples.withVisitor(LiveSamples.doing(LiveSamples.rich(), Text.same("x".repeat(400_000))), 1);
        try (var deaf = new Socket(); var other = listen()) {
            deaf.setReceiveBufferSize(4_096);
            deaf.connect(new InetSocketAddress("127.0.0.1", port()));
            deaf.getOutputStream().write(("GET /" + token + "/events HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\n\r\n").getBytes(UTF_8));
            var lines = reader(other);
            until(lines, "data: ");
            await().atMost(LONG).until(() -> last(stage.audiences()) == 2);
            stage.show(heavy);
            var shown = new AtomicInteger(1);
            await("the deaf one is closed").atMost(LONG).pollInterval(Duration.ofMillis(10)).until(() -> {
                stage.show(LiveSamples.withVisitor(heavy, shown.incrementAndGet()));
                until(lines, "\"visitorPage\":" + shown.get() + ",");
                return last(stage.audiences()) == 1;
            });
            stage.show(LiveSamples.withVisitor(heavy, 999_999));
            until(lines, "\"visitorPage\":999999,");
        }
    }

    @Test
    @DisplayName("of a thousand connections few are taken at once; who was there before goes on being served, and a newcomer is served afterwards")
    void thousandConnections() throws IOException {
        var opened = new ArrayList<SocketChannel>();
        try (var before = listen()) {
            var lines = reader(before);
            until(lines, "data: ");
            for (int i = 0; i < 1_000; i++) {
                var channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress("127.0.0.1", port()));
                opened.add(channel);
            }
            await().atMost(LONG).until(() -> server.connections() >= QUICK.connections() - 1);
            for (int i = 1; i <= 20; i++) {
                stage.show(LiveSamples.withVisitor(LiveSamples.calm(), i));
                until(lines, "\"visitorPage\":" + i + ",");
                assertThat(server.connections()).isLessThanOrEqualTo(QUICK.connections() + 1);
            }
            for (var channel : opened) {
                channel.close();
            }
            assertThat(get("").status()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("idle connections do not keep a newcomer out for long, and a page that is told nothing for as long is not taken for one of them")
    void idleConnections() throws IOException {
        server.close();
        server = PageServer.start(stage, 0, token, new PageBounds(8, 3, QUICK.pace(), Duration.ofMinutes(1), QUICK.patience(), QUICK.idle()));
        var opened = new ArrayList<Socket>();
        try (var before = listen()) {
            var lines = reader(before);
            until(lines, "data: ");
            for (int i = 0; i < QUICK.connections(); i++) {
                opened.add(connect());
            }
            assertThat(get("").status()).isEqualTo(200);
            stage.show(LiveSamples.withVisitor(LiveSamples.calm(), 5));
            until(lines, "\"visitorPage\":5,");
        }
        for (var socket : opened) {
            socket.close();
        }
    }

    @Test
    @DisplayName("the visitor's page comes as it came, in a cage")
    void visitor() throws IOException {
        assertThat(get("visitor").status()).isEqualTo(404);
        stage.visitorGets(503, "text/html; charset=iso-8859-1", new byte[] {'<', 'p', '>', (byte) 0xE9});
        try (InputStream in = URI.create(own() + "/" + token + "/visitor?1").toURL().openStream()) {
            assertThat(in.readAllBytes()).containsExactly('<', 'p', '>', 0xE9);
        }
        var got = get("visitor?7");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Visitor-Status")).isEqualTo("503");
        assertThat(got.header("Content-Type")).isEqualTo("text/html; charset=iso-8859-1");
        assertThat(got.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
                .doesNotContain("script");
        for (var type : List.of("", "application/x-sh", "text/html\r\nSet-Cookie: a=b", "text/javascript", "\u00e9")) {
            stage.visitorGets(200, type, new byte[] {'x'});
            var odd = get("visitor");
            assertThat(odd.header("Content-Type")).as(type).isEqualTo("text/plain");
            assertThat(odd.head()).doesNotContain("Set-Cookie");
        }
    }

    @Test
    @DisplayName("a server that is started again may have the address of the one before; nobody else gets its port meanwhile")
    void again() throws IOException {
        var address = server.address();
        assertThatThrownBy(() -> PageServer.start(stage, address.getPort())).isInstanceOf(IOException.class);
        server.close();
        assertThat(server.address()).isEqualTo(address);
        server = PageServer.start(stage, address.getPort(), token);
        assertThat(server.address()).isEqualTo(address);
        assertThat(get("").status()).isEqualTo(200);
    }
}
