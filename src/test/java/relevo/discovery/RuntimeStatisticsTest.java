package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.observation.Balancer;
import relevo.observation.Statistics;
import relevo.testing.LocalNode;

class RuntimeStatisticsTest {

    private static final String CSV = "# pxname,svname,type,status\nweb,web1,2,UP\n";

    @TempDir
    private Path folder;
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());

    private RuntimeStatistics of(String... sockets) {
        var pid = (int) ProcessHandle.current().pid();
        return new RuntimeStatistics(new LocalNode(), new Balancer("here", "", pid, List.of(), List.of(), List.of(sockets), List.of()));
    }

    /** A process that answers one command on each connection, as HAProxy does. */
    private ServerSocketChannel answering(Path socket, String answer) throws IOException {
        return answering(socket, answer, false);
    }

    /** @param open whether the connection stays open until the other end closes it */
    private ServerSocketChannel answering(Path socket, String answer, boolean open) throws IOException {
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        var thread = new Thread(() -> {
            try {
                while (true) {
                    try (var connection = server.accept()) {
                        var command = ByteBuffer.allocate(100);
                        connection.read(command);
                        commands.add(new String(command.array(), 0, command.position(), StandardCharsets.UTF_8));
                        connection.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
                        while (open && connection.read(command.clear()) >= 0) {
                            Thread.onSpinWait();
                        }
                    }
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    @Test
    @DisplayName("the first socket that answers with statistics is read; a master is told whom to ask")
    void read() throws IOException {
        var own = folder.resolve("admin.sock");
        var master = folder.resolve("master.sock");
        try (var first = answering(own, "Permission denied\n"); var second = answering(master, CSV)) {
            assertThat(of(folder + "/nobody", own.toString(), "@" + master).read().servers()).singleElement()
                    .satisfies(row -> assertThat(row.label()).isEqualTo("web/web1"));
            assertThat(commands).containsExactly("show stat\n", "@1 show stat\n");
        }
    }

    @Test
    @DisplayName("an empty line ends the statistics, also where the connection stays open")
    void leftOpen() throws IOException {
        var master = folder.resolve("master.sock");
        try (var server = answering(master, CSV + "\n", true)) {
            assertThat(of("@" + master).read().servers()).singleElement().satisfies(row -> assertThat(row.label()).isEqualTo("web/web1"));
        }
    }

    @Test
    @DisplayName("without a socket that answers it says which was tried, and what it said")
    void unreadable() throws IOException {
        var own = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> of(own.toString()).read()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("file: ");
        assertThatThrownBy(() -> of().read()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no runtime socket");
    }

    @Test
    @DisplayName("it is read again and again until that is closed, and nobody is left reading")
    void every() throws Exception {
        var seen = Collections.synchronizedList(new ArrayList<Statistics>());
        var own = folder.resolve("admin.sock");
        try (var server = answering(own, CSV)) {
            try (var reading = of(own.toString()).every(Duration.ofMillis(10), seen::add, why -> { })) {
                await().until(() -> seen.size() >= 3);
            }
            var then = seen.size();
            of(own.toString()).read();
            var asked = commands.size();

            // What was asked just before closing need not have been seen any more; nothing is asked after it.
            await().during(Duration.ofMillis(300)).until(() -> commands.size() == asked);
            assertThat(asked).isBetween(then + 1, then + 2);
            assertThat(seen).hasSize(then);
        }
    }
}
