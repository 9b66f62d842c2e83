package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.machine.Command;
import relevo.machine.Output;
import relevo.machine.Script;
import relevo.outside.Visitor;

/** The scripts that hurt a web server, run on this machine: the stand-in itself, and in Apache's place another stand-in that answers at once. */
class FaultScriptsTest {

    private static final String STAND_IN = Script.text("faults/stand-in");
    private static final String WEB_SERVER = Script.text("faults/web-server");

    @TempDir
    private Path run;

    private int port;

    @BeforeEach
    void apacheRuns() throws IOException {
        port = free();
        Files.createDirectories(run.resolve("apache2"));
        Files.createDirectories(run.resolve("bin"));
        Files.writeString(run.resolve("stand-in"), STAND_IN);
        // As systemd would: a server whose process is in Apache's own file, and which TERM ends.
        Files.writeString(run.resolve("bin/systemctl"), """
                #!/bin/sh
                case $1 in
                    is-active) exit 0 ;;
                    start) set -- $(perl -e "$(cat "$RELEVO_RUN/stand-in")" slow 0 %d) && echo "$1" >"$RELEVO_RUN/apache2/apache2.pid" ;;
                esac
                """.formatted(port));
        assertThat(run.resolve("bin/systemctl").toFile().setExecutable(true)).isTrue();
        assertThat(sh(run.resolve("bin/systemctl").toString(), "start").ok()).isTrue();
        assertThat(status()).isEqualTo(200);
    }

    @AfterEach
    void apacheEnds() {
        webServer("mend");
        sh("sh", "-c", "kill \"$(cat \"$RELEVO_RUN/apache2/apache2.pid\")\"");
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Output sh(String... command) {
        return Command.of(command).with(Map.of("RELEVO_RUN", run.toString(), "PATH", run.resolve("bin") + ":" + System.getenv("PATH"))).run();
    }

    private Output webServer(String... words) {
        var line = new ArrayList<>(List.of("sh", "-c", WEB_SERVER, "web-server"));
        line.addAll(Arrays.asList(words));
        return sh(line.toArray(String[]::new));
    }

    private int status() {
        return Visitor.withNewConnections().open(URI.create("http://127.0.0.1:" + port + "/anything")).status();
    }

    private void hurt(String how) {
        var output = webServer(how, "1", STAND_IN);
        assertThat(output.ok()).as(output.complaint()).isTrue();
    }

    private void mended() {
        var output = webServer("mend");
        assertThat(output.ok()).as(output.complaint()).isTrue();
        assertThat(status()).isEqualTo(200);
        assertThat(run.resolve("relevo-fault")).doesNotExist();
        assertThat(run.resolve("relevo-fault.pid")).doesNotExist();
    }

    @Test
    @DisplayName("dead: nobody listens any more; mended, it answers as before, and mending once more changes nothing")
    void dead() {
        hurt("dead");
        assertThat(status()).isZero();
        assertThat(run.resolve("relevo-fault")).content().startsWith("unit\n" + "%04X".formatted(port));

        mended();
        mended();
    }

    @Test
    @DisplayName("sick: status 500 to everything")
    void sick() {
        hurt("sick");
        assertThat(status()).isEqualTo(500);
        assertThat(status()).isEqualTo(500);

        mended();
    }

    @Test
    @DisplayName("slow: a good answer after the seconds that were asked for")
    void slow() {
        hurt("slow");
        var sent = System.nanoTime();
        assertThat(status()).isEqualTo(200);
        assertThat((System.nanoTime() - sent) / 1e9).isBetween(0.9, 4.0);

        mended();
    }

    @Test
    @DisplayName("silent: the connection is accepted, and nothing is said on it")
    void silent() throws IOException {
        hurt("silent");
        try (var visitor = new Socket()) {
            visitor.connect(new InetSocketAddress("127.0.0.1", port), 2_000);
            visitor.setSoTimeout(300);
            visitor.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> visitor.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }

        mended();
    }

    @Test
    @DisplayName("an Apache that does not run cannot be hurt: that is said, and nothing is noted")
    void noApache() throws IOException {
        Files.move(run.resolve("apache2/apache2.pid"), run.resolve("apache2/other.pid"));
        try {
            assertThat(webServer("sick", "1", STAND_IN).ok()).isFalse();
            assertThat(run.resolve("relevo-fault")).doesNotExist();
        } finally {
            Files.move(run.resolve("apache2/other.pid"), run.resolve("apache2/apache2.pid"));
        }
    }
}
