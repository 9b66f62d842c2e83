package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.observation.Answer;
import relevo.observation.Stage;
import relevo.testing.ThisMachine;
import relevo.timing.Timing;

class DistributedTest {

    private static final List<Process> PROCESSES = new ArrayList<>();
    private static RmiKeystore keystore;
    private static Servers servers;

    @BeforeAll
    static void startTwoServers(@TempDir Path folder) throws IOException {
        ThisMachine.stretch();
        keystore = RmiKeystore.make();
        keystore.use();
        List<String> names = new ArrayList<>();
        for (int port : freePorts()) {
            Path told = folder.resolve(port + ".txt");
            ProcessBuilder server = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), JmeterServer.class.getName(), String.valueOf(port))
                    .redirectErrorStream(true).redirectOutput(told.toFile());
            server.environment().putAll(keystore.environment());
            server.environment().put("RELEVO_SLOWNESS", String.valueOf(Timing.slowness()));
            PROCESSES.add(server.start());
            names.add("127.0.0.1:" + port);
        }
        servers = Servers.of(String.join(", ", names));
        for (String name : names) {
            Path told = folder.resolve(name.substring(name.indexOf(':') + 1) + ".txt");
            Awaitility.await().atMost(Timing.stretched(Duration.ofSeconds(30)))
                    .until(() -> Files.readString(told), text -> text.lines().anyMatch(JmeterServer.READY::equals));
        }
    }

    private static List<Integer> freePorts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(one.getLocalPort(), other.getLocalPort());
        }
    }

    @AfterAll
    static void nothingIsLeft() throws Exception {
        PROCESSES.get(0).getOutputStream().close();
        PROCESSES.get(1).destroy();
        try {
            for (Process process : PROCESSES) {
                assertThat(process.waitFor(Timing.stretched(Duration.ofSeconds(10)).toMillis(), TimeUnit.MILLISECONDS)).isTrue();
            }
            for (String name : servers.names()) {
                assertThatThrownBy(() -> connection(name)).hasMessageContaining("refused");
            }
            Awaitility.await().atMost(Timing.stretched(Duration.ofSeconds(5))).untilAsserted(() -> {
                assertThat(listening(ProcessHandle.current())).isEmpty();
                assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).noneMatch(name -> name.matches("load-.*|RMI Reaper"));
            });
        } finally {
            PROCESSES.forEach(Process::destroyForcibly);
            keystore.close();
            ThisMachine.forget();
        }
        assertThat(Path.of(keystore.environment().get(RmiKeystore.FILE_VARIABLE)).getParent()).doesNotExist();
    }

    @Test
    @DisplayName("open: every planned arrival, from both servers, when it was due and not all at once")
    void openPlan(@TempDir Path folder) throws IOException {
        Path jtl = folder.resolve("open.jtl");
        try (NullServer server = new NullServer()) {
            long origin = System.nanoTime();

            Map<String, Generated> seen = new DistributedGenerator(new Generator().sharedBy(servers).writing(jtl))
                    .openOnEach(server.at("/"), List.of(Stage.flat(200, 1)), 7, origin);

            double endMs = (System.nanoTime() - origin) / 1e6;
            assertThat(seen).containsOnlyKeys(servers.names()).allSatisfy((name, share) -> {
                assertThat(share.planned()).isBetween(99L, 101L);
                assertThat(share.answers()).hasSize((int) share.planned()).allMatch(Answer::ok).allMatch(answer -> answer.server().equals("null"))
                        .allMatch(answer -> answer.atMs() > 0 && answer.atMs() + answer.tookMs() < endMs && answer.tookMs() < late());
                assertThat(share.worstLagMs()).isBetween(0.0, late());
                assertThat(last(share) - share.answers().get(0).atMs()).isBetween(800.0, 1_000 + 2 * share.worstLagMs() + 100);
            });
            // The same seed on both would make pairs.
            assertThat(gaps(seen.get(servers.names().get(0)))).isNotEqualTo(gaps(seen.get(servers.names().get(1))));
        }
        assertThat(Files.readAllLines(jtl)).hasSize(201);
    }

    private static double last(Generated share) {
        return share.answers().get(share.answers().size() - 1).atMs();
    }

    private static List<Long> gaps(Generated share) {
        return share.answers().stream().map(answer -> Math.round((answer.atMs() - share.answers().get(0).atMs()) / 50)).toList();
    }

    @Test
    @DisplayName("closed: users are divided, and each keeps its connection")
    void closedPlan() {
        AtomicInteger requests = new AtomicInteger();
        try (NullServer server = new NullServer(client -> {
            requests.incrementAndGet();
            return GeneratorTest.slow(20).answer(client);
        })) {
            // Long enough for as many also where the processor is emulated.
            Generated seen = new Generator().sharedBy(servers).closed(server.at("/"), 5, Duration.ofSeconds(3), System.nanoTime());

            assertThat(seen.answers()).hasSize(requests.get()).hasSizeBetween(50, 760).allMatch(Answer::ok)
                    .allMatch(answer -> answer.server().equals("slow") && answer.tookMs() >= 19);
            assertThat(server.connections()).isEqualTo(5);
        }
    }

    @Test
    @DisplayName("requests that hold do so from both servers, too")
    void holding() {
        HoldingTest.BodyReader reader = new HoldingTest.BodyReader(1_000);
        try (NullServer server = new NullServer(reader)) {
            Generated seen = new Generator().sharedBy(servers).holding(100).open(server.at("/"), 100, Duration.ofMillis(200), 7, System.nanoTime());

            assertThat(seen.answers()).hasSize(20).allMatch(Answer::ok)
                    .allMatch(answer -> answer.server().equals("reader") && answer.tookMs() >= 99 && answer.tookMs() < 100 + late());
            assertThat(reader.worked()).hasSize(20).allMatch(ms -> ms >= 99);
        }
    }

    @Test
    @DisplayName("a request that is lost is not repeated by a server either")
    void noRetry() {
        AtomicInteger requests = new AtomicInteger();
        try (NullServer server = new NullServer(client -> {
            requests.incrementAndGet();
            return false;
        })) {
            Generated seen = new Generator().sharedBy(servers).open(server.at("/"), 100, Duration.ofMillis(200), 7, System.nanoTime());

            assertThat(seen.answers()).hasSize(20).allMatch(answer -> answer.error().equals("closed"));
            assertThat(requests).hasValue(20);
        }
    }

    @Test
    @DisplayName("a target that never answers: the plan is stopped on both servers, every request counts as lost, and they take the next plan")
    void silentTarget() {
        Patience little = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMillis(200)).stretched();
        try (NullServer silent = new NullServer(client -> {
            Thread.sleep(600_000);
            return false;
        }); NullServer server = new NullServer()) {
            Generator generator = new Generator().sharedBy(servers);
            long began = System.nanoTime();

            Generated seen = generator.waiting(little).open(silent.at("/"), 100, Duration.ofMillis(100), 7, began);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Timing.stretched(Duration.ofSeconds(10)));
            assertThat(seen.answers()).hasSize(10).allMatch(answer -> answer.status() == 0 && answer.error().equals(Cause.STOPPED));
            assertThat(generator.open(server.at("/"), 100, Duration.ofMillis(100), 7, System.nanoTime()).answers()).hasSize(10).allMatch(Answer::ok);
        }
    }

    @Test
    @DisplayName("a server that is not there: said so at once, and the other one sends nothing")
    void missingServer() throws IOException {
        Servers half = Servers.of(servers.names().get(0) + ",127.0.0.1:" + freePorts().get(0));
        try (NullServer server = new NullServer()) {
            assertThatThrownBy(() -> new Generator().sharedBy(half).open(server.at("/"), 100, Duration.ofSeconds(1), 7, System.nanoTime()))
                    .hasMessageContaining(half.names().get(1));
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    @DisplayName("servers listen on the loopback address alone, and speak to nobody without a key")
    void loopbackAndKey() throws IOException {
        for (Process process : PROCESSES) {
            assertThat(listening(process.toHandle())).hasSize(2).allMatch(address -> address.matches("(127\\.0\\.0\\.1|\\[::ffff:127\\.0\\.0\\.1]):\\d+"));
        }
        try (Socket plain = connection(servers.names().get(0))) {
            plain.setSoTimeout(2_000);
            // How RMI begins where there is no TLS, and how it would be answered: 'N'.
            plain.getOutputStream().write("JRMI\0\2K".getBytes(StandardCharsets.US_ASCII));
            assertThat(plain.getInputStream().read()).isNotEqualTo('N');
        }
    }

    private static Socket connection(String name) throws IOException {
        URI where = URI.create("rmi://" + name);
        return new Socket(where.getHost(), where.getPort());
    }

    /** Addresses on which a process waits for connections. */
    private static List<String> listening(ProcessHandle process) throws IOException {
        Process ss = new ProcessBuilder("ss", "-Hltnp").redirectErrorStream(true).start();
        String told = new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return told.lines().filter(line -> line.contains("pid=" + process.pid() + ",")).map(line -> line.trim().split("\\s+")[3]).toList();
    }

    /** What a machine that has enough to do may be late, ms. */
    private static double late() {
        return Timing.stretched(Duration.ofSeconds(2)).toMillis();
    }
}
