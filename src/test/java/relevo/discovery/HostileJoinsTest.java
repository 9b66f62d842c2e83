package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.machine.Command;
import relevo.machine.Output;
import relevo.machine.Script;
import relevo.observation.InstanceState;
import relevo.observation.Known;
import relevo.observation.Role;
import relevo.observation.Server;
import relevo.outside.RawResponse;
import relevo.testing.RecordedNode;
import relevo.testing.Untrusted;

/** Servers that answer a question for their own page with what no server answers. */
class HostileJoinsTest {

    private static final int BALANCER = 42;

    private static List<Server> joined(String said, String address) {
        var servers = List.of(new Server("farm", "s", address, Role.PRODUCTION, Known.found(""), "", Known.unknown("")));
        var instances = List.of(new InstanceState("u1", "vm1", "container", "Running", List.of("10.0.0.1"), false));
        var node = new RecordedNode("vm1").answers(new Output(0, said, ""), "42 / " + address);
        return Untrusted.read(() -> new Joins(node, BALANCER, instances).joined(servers, "/", page -> page.body().startsWith("u1") ? "u1" : "")).orElseThrow();
    }

    private static String answer(String answer) {
        return "{\"address\":\"10.0.0.9:80\",\"answer\":\"" + answer + "\"}\n";
    }

    static Stream<Named<String>> lines() {
        return Stream.of(named("nothing", ""), named("null", "null\n[]\n{}\n1\n\"x\"\n"), named("fields that are null", "{\"address\":null,\"answer\":null}"),
                named("an answer that is null", "{\"address\":\"10.0.0.9:80\",\"answer\":null,\"error\":null}"),
                named("an answer that is an object", "{\"address\":\"10.0.0.9:80\",\"answer\":{\"a\":[]}}"), named("HTML", "<html>\n<h1>x"),
                named("truncated", "{\"address\":\"10.0.0.9:80\",\"ans"), named("deep", "{\"address\":" + "[".repeat(100_000)),
                named("a line of 10 MB", answer("x".repeat(10 << 20))), named("an error of 10 MB", "{\"address\":\"10.0.0.9:80\",\"error\":\""
                        + "x".repeat(10 << 20) + "\"}"), named("a status line of 1 MB", answer("HTTP/1.1 200 " + "x".repeat(1 << 20))),
                named("a million headers", answer("HTTP/1.1 200 OK\\r\\n" + "a:b\\r\\n".repeat(1_000_000))), named("terminal escapes",
                        answer("HTTP/1.1 500 \\u001b[2J\\u202e")), named("only a name", answer("HTTP/")), named("NUL", "\u0000\n" + answer("\\u0000")),
                named("a status out of range", answer("HTTP/1.1 99999999999 OK\\r\\n\\r\\nu1")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    @DisplayName("what is no answer names nobody, in few words")
    void answers(String said) {
        assertThat(joined(said, "10.0.0.9:80")).singleElement().satisfies(server -> {
            assertThat(server.instance()).isEmpty();
            assertThat(server.evidence().by()).hasSizeLessThan(1_000);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "[", "[]:80", "a:99999999999", "*:80", "unix@/run/x.sock", "%[var(x)]:80", "\u0000", "-rf", "$(id)", "${X}:80", "::::::"})
    @DisplayName("an address that is none is nobody's")
    void addresses(String address) {
        assertThat(joined("", address)).singleElement().satisfies(server -> assertThat(server.instance()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n", "\r\n\r\n", "HTTP/", "HTTP/1.1 20", "HTTP/1.1 200\n:x\n: \n\n", "HTTP/2 200 OK\n\n", "HTTP/1.1 200 OK\u0000\n\n"})
    @DisplayName("a response of nothing but ends is one without status")
    void responses(String raw) {
        Untrusted.read(() -> RawResponse.parse(raw)).orElseThrow();
    }

    @Test
    @DisplayName("the script answers for each address, also for those that no machine can have")
    void script() {
        var nowhere = List.of("127.0.0.1:99999", "127.0.0.1:²", "ñandú:80", "a".repeat(300) + ":80", "a..b:80", "[::1:80", ":", "127.0.0.1:1");

        assertThat(fetched(Script.text("fetch"), nowhere)).isEqualTo(nowhere.size());
    }

    @Test
    @DisplayName("a server that answers by the drop is left, and those after it are asked")
    void drops() throws Exception {
        try (var server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
            var thread = new Thread(() -> drip(server), "drops");
            thread.setDaemon(true);
            thread.start();
            var impatient = Script.text("fetch").replace("SECONDS = 5", "SECONDS = 0.3");

            assertThat(fetched(impatient, List.of("127.0.0.1:" + server.getLocalPort(), "127.0.0.1:1"))).isEqualTo(2);
        }
    }

    private static void drip(ServerSocket server) {
        try (var client = server.accept()) {
            client.setSoTimeout(50);
            while (true) {
                client.getOutputStream().write('x');
                try {
                    // Nothing more comes: this is the pause between two drops.
                    while (client.getInputStream().read() >= 0) {
                        continue;
                    }
                } catch (SocketTimeoutException next) {
                    continue;
                }
            }
        } catch (java.io.IOException left) {
            // Whoever was read to has gone.
        }
    }

    private static long fetched(String script, List<String> addresses) {
        Consumer<String> nobody = line -> { };
        var command = Stream.concat(Stream.of("python3", "-c", script, String.valueOf(ProcessHandle.current().pid()), "/"), addresses.stream())
                .toArray(String[]::new);
        var output = Untrusted.read(() -> Command.of(command).with(Map.of()).telling(nobody, nobody).within(java.time.Duration.ofSeconds(15)).run());
        return output.orElseThrow().out().lines().filter(line -> line.contains("\"address\"")).count();
    }
}
