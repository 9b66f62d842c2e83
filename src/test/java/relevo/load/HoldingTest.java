package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.observation.Answer;
import relevo.testing.ThisMachine;
import relevo.timing.Timing;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;

class HoldingTest {

    private static final Patience SHORT = new Patience(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofSeconds(5));
    private static final byte[] BEGIN = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @BeforeAll
    static void stretch() {
        ThisMachine.stretch();
    }

    @AfterAll
    static void forget() {
        ThisMachine.forget();
    }

    /** As Apache does for a file: begins in its turn, reads the body, and answers then. */
    static final class BodyReader implements NullServer.Behaviour {

        private final Semaphore workers;
        private final AtomicInteger atWork = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final Queue<Double> workedMs = new ConcurrentLinkedQueue<>();

        BodyReader(int workers) {
            this.workers = new Semaphore(workers, true);
        }

        /** How long it worked on each request, ms. */
        List<Double> worked() {
            return List.copyOf(workedMs);
        }

        @Override
        public boolean answer(Socket client) throws IOException, InterruptedException {
            workers.acquire();
            try {
                long began = System.nanoTime();
                most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                client.getOutputStream().write(BEGIN);
                int body = client.getInputStream().read();
                atWork.decrementAndGet();
                workedMs.add((System.nanoTime() - began) / 1e6);
                if (body < 0) {
                    return false;
                }
            } finally {
                workers.release();
            }
            client.getOutputStream().write(NullServer.response("200 OK", "X-Served-By: reader\r\n", "ok"));
            return true;
        }
    }

    @Test
    @DisplayName("open: a server works on each request for the time that was asked for, and the answer carries its name")
    void holds() {
        BodyReader reader = new BodyReader(1_000);
        try (NullServer server = new NullServer(reader)) {
            Generated seen = new Generator().holding(150).open(server.at("/"), 100, Duration.ofMillis(200), 7, System.nanoTime());

            assertThat(seen.planned()).isEqualTo(20);
            assertThat(seen.answers()).hasSize(20).allMatch(Answer::ok).allMatch(answer -> answer.server().equals("reader"))
                    .allMatch(answer -> answer.tookMs() >= 149 && answer.tookMs() < 150 + late());
            assertThat(reader.worked()).hasSize(20).allMatch(ms -> ms >= 149 && ms < 150 + late());
        }
    }

    @Test
    @DisplayName("who waits for a place does not work meanwhile: each request takes its whole time, one after the other")
    void queues() {
        BodyReader reader = new BodyReader(1);
        try (NullServer server = new NullServer(reader)) {
            List<Answer> answers = new Generator().holding(100).open(server.at("/"), 100, Duration.ofMillis(60), 7, System.nanoTime()).answers();

            assertThat(answers).hasSize(6).allMatch(Answer::ok);
            assertThat(reader.worked()).hasSize(6).allMatch(ms -> ms >= 99);
            assertThat(reader.most).hasValue(1);
            double endMs = answers.stream().mapToDouble(answer -> answer.atMs() + answer.tookMs()).max().orElseThrow();
            assertThat(endMs - answers.get(0).atMs()).isGreaterThanOrEqualTo(6 * 99);
        }
    }

    @Test
    @DisplayName("closed: as many at work as there are users, each on the connection it has kept")
    void usersKeepConnections() {
        BodyReader reader = new BodyReader(1_000);
        try (NullServer server = new NullServer(reader)) {
            Generated seen = new Generator().holding(100).closed(server.at("/"), 4, Duration.ofSeconds(1), System.nanoTime());

            assertThat(seen.answers()).hasSizeBetween(8, 44).hasSize(reader.worked().size()).allMatch(Answer::ok);
            assertThat(reader.most).hasValueBetween(2, 4);
            assertThat(server.connections()).isEqualTo(4);
        }
    }

    @Test
    @DisplayName("as many at once as arrive within the time: none waits for another")
    void atOnce() {
        AtomicInteger begun = new AtomicInteger();
        try (NullServer server = new NullServer(client -> {
            client.getOutputStream().write(BEGIN);
            begun.incrementAndGet();
            int body = client.getInputStream().read();
            // All ten had begun before the first was over.
            client.getOutputStream().write(NullServer.response("200 OK", "X-Served-By: " + begun.get() + "\r\n", "ok"));
            return body >= 0;
        })) {
            Duration hold = Timing.stretched(Duration.ofSeconds(2));

            Generated seen = new Generator().holding(hold.toMillis()).open(server.at("/"), 200, Duration.ofMillis(50), 7, System.nanoTime());

            assertThat(seen.answers()).hasSize(10).allMatch(answer -> answer.server().equals("10"));
        }
    }

    @Test
    @DisplayName("without keep-alive every request has a connection of its own")
    void newConnections() {
        BodyReader reader = new BodyReader(1_000);
        try (NullServer server = new NullServer(reader)) {
            Generated seen = new Generator().holding(100).keepingAlive(false).closed(server.at("/"), 4, Duration.ofSeconds(1), System.nanoTime());

            assertThat(seen.answers()).hasSizeBetween(8, 44).allMatch(Answer::ok);
            assertThat(server.connections()).isEqualTo(seen.answers().size());
        }
    }

    @Test
    @DisplayName("a server that says it closes is believed: the next request has a new connection")
    void serverCloses() {
        AtomicInteger requests = new AtomicInteger();
        try (NullServer server = new NullServer(client -> {
            requests.incrementAndGet();
            client.getOutputStream().write(BEGIN);
            client.getInputStream().read();
            client.getOutputStream().write(NullServer.response("200 OK", "Connection: close\r\n", "ok"));
            return false;
        })) {
            Generated seen = new Generator().holding(100).closed(server.at("/"), 1, Duration.ofSeconds(1), System.nanoTime());

            assertThat(seen.answers()).hasSizeGreaterThan(1).hasSize(requests.get()).allMatch(Answer::ok);
            assertThat(server.connections()).isEqualTo(requests.get());
        }
    }

    @Test
    @DisplayName("an answer that does not wait for the end is an answer, with the time that it took; so is a refusal before the beginning")
    void answersBefore() {
        Duration hold = Timing.stretched(Duration.ofSeconds(3));
        for (byte[] before : List.of(BEGIN, new byte[0])) {
            AtomicInteger requests = new AtomicInteger();
            List<Answer> answers = tenFrom(hold.toMillis(), Patience.usual(), client -> {
                requests.incrementAndGet();
                client.getOutputStream().write(before);
                client.getOutputStream().write(NullServer.response("503 Service Unavailable", "X-Served-By: apology\r\n", "sorry"));
                return true;
            });

            assertThat(answers).hasSize(10).allMatch(answer -> answer.status() == 503 && answer.error().isEmpty() && answer.server().equals("apology"))
                    .allMatch(answer -> answer.tookMs() < hold.toMillis());
            assertThat(requests).hasValue(10);
        }
    }

    @Test
    @DisplayName("a connection closed without a word, before the beginning, while it is held or afterwards: closed, at once and not repeated")
    void closed() {
        lost("closed", client -> false);
        lost("closed", client -> {
            client.getOutputStream().write(BEGIN);
            return false;
        });
        lost("closed", client -> {
            client.getOutputStream().write(BEGIN);
            client.getInputStream().read();
            return false;
        }, 50);
    }

    private static void lost(String cause, NullServer.Behaviour behaviour) {
        lost(cause, behaviour, Timing.stretched(Duration.ofSeconds(3)).toMillis());
    }

    private static void lost(String cause, NullServer.Behaviour behaviour, long holdMs) {
        AtomicInteger requests = new AtomicInteger();
        List<Answer> answers = tenFrom(holdMs, Patience.usual(), client -> {
            requests.incrementAndGet();
            return behaviour.answer(client);
        });

        assertThat(answers).hasSize(10).allMatch(answer -> answer.status() == 0 && answer.error().equals(cause))
                .allMatch(answer -> answer.tookMs() < late());
        assertThat(requests).hasValue(10);
    }

    @Test
    @DisplayName("a connection that is reset while it is held: reset")
    void reset() {
        lost("reset", client -> {
            client.getOutputStream().write(BEGIN);
            client.setSoLinger(true, 0);
            return false;
        });
    }

    @Test
    @DisplayName("half an answer: cut short; none at all in HTTP: not http")
    void cutShort() {
        lost("cut short", saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"), 50);
        lost("not http", saying("good morning\r\n\r\n"), 50);
    }

    private static NullServer.Behaviour saying(String answer) {
        return client -> {
            client.getOutputStream().write(BEGIN);
            client.getInputStream().read();
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            return false;
        };
    }

    @Test
    @DisplayName("nobody listens: refused")
    void refused() {
        NullServer server = new NullServer();
        URI gone = server.at("/");
        server.close();

        assertThat(tenFrom(gone, 100, Patience.usual())).hasSize(10).allMatch(answer -> answer.error().equals("connect refused"));
    }

    @Test
    @DisplayName("a server that never begins, or never answers, is waited for as long as patience says, from the request on")
    void timedOut() {
        for (byte[] before : List.of(BEGIN, new byte[0])) {
            List<Answer> answers = tenFrom(50, SHORT.stretched(), client -> {
                client.getOutputStream().write(before);
                Thread.sleep(60_000);
                return false;
            });

            assertThat(answers).hasSize(10).allSatisfy(answer -> {
                assertThat(answer.error()).isEqualTo("read timed out");
                assertThat(answer.tookMs()).isBetween(195.0 * Timing.slowness(), 1_500.0 * Timing.slowness());
            });
        }
    }

    @Test
    @DisplayName("an answer that patience does not wait for is not held longer than it")
    void holdBeyondPatience() {
        BodyReader reader = new BodyReader(1_000);

        assertThat(tenFrom(60_000, SHORT.stretched(), reader)).hasSize(10).allMatch(answer -> answer.error().equals("read timed out"));
        assertThat(Collections.max(reader.worked())).isLessThan(60_000);
    }

    @Test
    @DisplayName("a plan that is stopped stops waiting, and no thread is left")
    void stopped() {
        Patience little = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMillis(200)).stretched();

        assertThat(tenFrom(300_000, little, new BodyReader(5))).hasSize(10).allMatch(answer -> answer.status() == 0 && answer.error().equals(Cause.STOPPED));
        Awaitility.await().atMost(Timing.stretched(Duration.ofSeconds(3))).pollInterval(Duration.ofMillis(20)).untilAsserted(() ->
                assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                        .noneMatch(name -> name.matches("load-plan|null-server|arrivals .*")));
    }

    @Test
    @DisplayName("the plan that it writes is read back by JMeter, where its class is known; its results read like any")
    void writesFiles(@TempDir Path folder) throws IOException {
        Path jtl = folder.resolve("held.jtl");
        try (NullServer server = new NullServer(new BodyReader(1_000))) {
            new Generator().holding(50).writing(jtl).open(server.at("/"), 100, Duration.ofMillis(100), 7, System.nanoTime());
        }

        assertThat(Files.readAllLines(jtl)).hasSize(11).filteredOn(line -> line.contains(",request,200,OK,")).hasSize(10);
        assertThat(jtl.resolveSibling("held.jmx")).content().contains("relevo.load.HoldingSampler", "HoldingSampler.hold_ms\">50<");
        assertThat(DslTestPlan.fromJmx(jtl.resolveSibling("held.jmx").toString())).isNotNull();
    }

    private static List<Answer> tenFrom(long holdMs, Patience patience, NullServer.Behaviour behaviour) {
        try (NullServer server = new NullServer(behaviour)) {
            return tenFrom(server.at("/"), holdMs, patience);
        }
    }

    private static List<Answer> tenFrom(URI target, long holdMs, Patience patience) {
        return new Generator().waiting(patience).holding(holdMs).open(target, 200, Duration.ofMillis(50), 7, System.nanoTime()).answers();
    }

    /** What a machine that has enough to do may be late, ms. */
    private static double late() {
        return Timing.stretched(Duration.ofSeconds(2)).toMillis();
    }
}
