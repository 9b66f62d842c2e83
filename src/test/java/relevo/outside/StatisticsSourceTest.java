package relevo.outside;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StatisticsSourceTest {

    private static final Credentials CREDENTIALS = new Credentials("reader", "of-this-test");

    private HttpServer server;
    private URI door;
    private volatile Known known;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        door = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @DisplayName("the page is where its figures are: at the door, or at the address that HAProxy gives it, or at another usual one")
    void located() {
        for (var address : new String[] {"/", "/haproxy?stats", "/stats"}) {
            answers(address, 200, "# pxname,svname\nweb,FRONTEND\n");

            var source = new StatisticsSource(door, CREDENTIALS);
            source.locate(List.of(door), List.of(), List.of());

            assertThat(source.page()).isEqualTo(door.resolve(address));
            assertThat(source.read().servers()).isEmpty();
        }
    }

    @Test
    @DisplayName("one that refuses the credentials is found too, and the door is the page when there is none")
    void refusedOrAbsent() {
        answers("/stats", 401, "who are you?");
        var refusing = new StatisticsSource(door, CREDENTIALS);
        refusing.locate(List.of(door), List.of(), List.of());
        assertThat(refusing.page()).isEqualTo(door.resolve("/stats"));

        answers("/", 200, "<html>all is well</html>");
        var drawn = new StatisticsSource(door, CREDENTIALS);
        drawn.locate(List.of(door), List.of(), List.of());
        assertThat(drawn.page()).isEqualTo(door);

        server.stop(0);
        var closed = new StatisticsSource(door, CREDENTIALS);
        closed.locate(List.of(door), List.of(), List.of());
        assertThat(closed.page()).isEqualTo(door);
        assertThat(closed.csv().status()).isZero();
    }

    /** From now on this status and body are what this address and its figures have, and 503 what any other has. */
    private void answers(String address, int status, String body) {
        known = new Known(address, status, body);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = exchange.getRequestURI().toString();
        var found = asked.equals(known.address) || asked.equals(known.address + ";csv");
        var bytes = (found ? known.body : "no server").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(found ? known.status : 503, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Known(String address, int status, String body) {
    }
}
