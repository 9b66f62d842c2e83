package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.Page;
import relevo.observation.ServerRow;
import relevo.observation.Statistics;
import relevo.testing.ThisMachine;
import relevo.verdict.CannotCheck;

class HoldQuestionTest {

    private static final Patience SHORT = new Patience(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(5));

    @BeforeAll
    static void stretch() {
        ThisMachine.stretch();
    }

    @AfterAll
    static void forget() {
        ThisMachine.forget();
    }

    private static Page page(int status, String body) {
        return new Page(status, Map.of(), body);
    }

    @Test
    @DisplayName("the resource exists where the first server that speaks has it; a page for any address is no such resource")
    void exists() {
        assertThat(HoldQuestion.exists(Stream.of(page(200, "held for 1ms\n")))).isTrue();
        assertThat(HoldQuestion.exists(Stream.of(page(0, ""), page(200, "held for 1ms\n")))).isTrue();
        assertThat(HoldQuestion.exists(Stream.of(page(404, "use /hold/200ms\n")))).isFalse();
        assertThat(HoldQuestion.exists(Stream.of(page(200, "<h1>web1</h1>")))).isFalse();
        assertThat(HoldQuestion.exists(Stream.of(page(0, "")))).isFalse();
        assertThat(HoldQuestion.exists(Stream.of())).isFalse();
    }

    @Test
    @DisplayName("those are the words of the resource in the images")
    void wordsOfTheResource() {
        assertThat(Path.of("infra/images/web/files/etc/apache2/hold.lua")).content().contains("r:puts(\"held for \"");
    }

    @Test
    @DisplayName("whoever has no such resource is asked for any one, for the same time; a plain page stays plain")
    void takenByRequest() {
        assertThat(new Hold("/hold/3s", 3_000).takenByRequest()).isEqualTo(new Hold("/", 3_000, true));
        assertThat(new Hold("/page", 0).takenByRequest()).isEqualTo(new Hold("/page", 0));
        assertThat(new Hold("/hold/3s", 3_000).words()).isEqualTo("/hold/3s");
        assertThat(new Hold("/hold/3s", 3_000).takenByRequest().words()).isEqualTo("/, held by the request itself for 3000 ms");
    }

    @Test
    @DisplayName("a request that keeps a server at work holds; the statistics are read while it does")
    void holds() {
        try (NullServer server = new NullServer(new HoldingTest.BodyReader(1))) {
            AtomicInteger read = new AtomicInteger();

            HoldQuestion.mustHold(server.at("/"), SHORT.stretched(), () -> {
                read.incrementAndGet();
                return working(1);
            });

            assertThat(read).hasValue(1);
        }
    }

    private static Statistics working(long current) {
        return new Statistics(List.of(row("web1", 0), row("web2", current)));
    }

    private static ServerRow row(String name, long current) {
        return new ServerRow("main", name, "", false, "UP", current, OptionalLong.empty(), 0, 0, 0, 0, 0, 0, "");
    }

    @Test
    @DisplayName("an answer that does not wait for the end, whether it was asked to begin or not, keeps nobody busy: could not be checked")
    void doesNotWait() {
        try (NullServer server = new NullServer()) {
            assertThatThrownBy(() -> HoldQuestion.mustHold(server.at("/"), SHORT.stretched(), () -> working(1)))
                    .isInstanceOf(CannotCheck.class).hasMessageContaining("without waiting for the end of the request");
        }
        try (NullServer server = new NullServer(client -> {
            client.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n".getBytes());
            return true;
        })) {
            assertThatThrownBy(() -> HoldQuestion.mustHold(server.at("/"), SHORT.stretched(), () -> working(1)))
                    .isInstanceOf(CannotCheck.class).hasMessageContaining("without waiting for the end of the request");
        }
    }

    @Test
    @DisplayName("a balancer that waits for the whole request itself keeps no server busy: could not be checked")
    void nobodyWorks() {
        try (NullServer server = new NullServer(new HoldingTest.BodyReader(1))) {
            assertThatThrownBy(() -> HoldQuestion.mustHold(server.at("/"), SHORT.stretched(), () -> working(0)))
                    .isInstanceOf(CannotCheck.class).hasMessageContaining("no server works on it");
            assertThatCode(() -> HoldQuestion.mustHold(server.at("/"), SHORT.stretched(), () -> new Statistics(List.of()))).doesNotThrowAnyException();
        }
    }

    @Test
    @DisplayName("nobody who says that they begin: could not be checked")
    void neverBegins() {
        try (NullServer server = new NullServer(client -> {
            client.getInputStream().read();
            return false;
        })) {
            assertThatThrownBy(() -> HoldQuestion.mustHold(server.at("/"), SHORT.stretched(), () -> working(1)))
                    .isInstanceOf(CannotCheck.class).hasMessageContaining("does not say when it begins");
        }
    }

    @Test
    @DisplayName("what fails says nothing of that: the load will show it")
    void fails() throws IOException {
        URI nowhere;
        // One that never accepted anything: where a thread does, the last connection is still let in.
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = URI.create("http://127.0.0.1:" + gone.getLocalPort() + "/");
        }
        assertThatCode(() -> HoldQuestion.mustHold(nowhere, SHORT.stretched(), () -> working(0))).doesNotThrowAnyException();
        try (NullServer server = new NullServer(client -> {
            client.getOutputStream().write(NullServer.response("503 Service Unavailable", "", "sorry"));
            return true;
        })) {
            assertThatCode(() -> HoldQuestion.mustHold(server.at("/"), SHORT.stretched(), () -> working(0))).doesNotThrowAnyException();
        }
    }
}
