package relevo.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The real script, between this network and one that has nothing but a loopback of its own, as root of a user namespace. */
class RelayScriptTest {

    /** Answers each connection with what it was sent, once that has ended. */
    private static final String ECHO = """
            import os, socket
            door = socket.create_server(("127.0.0.1", 0))
            print(os.getpid(), door.getsockname()[1], flush=True)
            while True:
                visitor, _ = door.accept()
                said = b""
                while True:
                    part = visitor.recv(65536)
                    if not part:
                        break
                    said += part
                visitor.sendall(said)
                visitor.close()
            """;

    private static Process started(String... command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String line(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    @Test
    @DisplayName("what is sent comes to the process's own network and back, many at a time; the relay ends with its standard input")
    void thereAndBack() throws IOException, InterruptedException {
        var server = started("unshare", "--map-root-user", "--net", "sh", "-c", "ip link set lo up && exec python3 -c \"$1\"", "sh", ECHO);
        try {
            var at = line(server).split(" ");
            var relay = started("nsenter", "--user", "--preserve-credentials", "--target", at[0], "python3", "-c", Script.text("relay"),
                    at[0], "127.0.0.1", at[1]);
            var port = Integer.parseInt(line(relay));

            for (var said : new String[] {"a", "b".repeat(3_000_000), ""}) {
                assertThat(echoed(port, said)).isEqualTo(said);
            }
            server.destroyForcibly().waitFor();
            assertThat(closed(port)).as("nobody listens there any more").isTrue();

            relay.getOutputStream().close();
            assertThat(relay.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.destroyForcibly();
        }
    }

    private static String echoed(int port, String said) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean closed(int port) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    @DisplayName("a process that is no more is said in a line")
    void noSuchProcess() throws IOException, InterruptedException {
        var relay = started("python3", "-c", Script.text("relay"), "0", "127.0.0.1", "80");

        assertThat(new String(relay.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).contains("/proc/0/ns/net");
        assertThat(relay.waitFor()).isNotZero();
    }
}
