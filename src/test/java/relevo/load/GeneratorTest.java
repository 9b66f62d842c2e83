package relevo.load;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.load.Scenario.Model;
import relevo.load.Scenario.Step;
import relevo.observation.Answer;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class GeneratorTest {

    private static final Duration HALF_SECOND = Duration.ofMillis(500);

    @Test
    @DisplayName("open: the planned arrivals, all of them, when they are due")
    void arrivesAsPlanned() {
        try (NullServer server = new NullServer()) {
            long origin = System.nanoTime();

            Generated seen = new Generator().open(server.at("/"), 100, Duration.ofSeconds(1), 7, origin);

            assertThat(seen.planned()).isEqualTo(100);
            assertThat(seen.answers()).hasSize(100).allMatch(Answer::ok).allMatch(answer -> answer.server().equals("null"));
            double span = seen.answers().get(99).atMs() - seen.answers().get(0).atMs();
            assertThat(span).isCloseTo(990, within(60.0));
            assertThat(seen.worstLagMs()).isBetween(0.0, 200.0);
            assertThat(seen.answers().get(0).atMs()).isPositive();
            assertThat(seen.answers().get(99).atMs()).isLessThan((System.nanoTime() - origin) / 1e6);
        }
    }

    @Test
    @DisplayName("open: a spike is where the schedule puts it")
    void followsAShape() {
        try (NullServer server = new NullServer()) {
            List<Stage> spike = List.of(Stage.flat(20, 0.5), Stage.flat(200, 0.5), Stage.flat(20, 0.5));

            Generated seen = new Generator().open(server.at("/"), spike, 7, System.nanoTime());

            double begin = seen.answers().get(0).atMs();
            assertThat(seen.planned()).isEqualTo(120);
            assertThat(seen.answers().stream().filter(answer -> answer.atMs() - begin >= 475 && answer.atMs() - begin < 975).count())
                    .isCloseTo(100, within(10L));
        }
    }

    @Test
    @DisplayName("open: arrivals do not wait for answers")
    void doesNotWait() {
        try (NullServer server = new NullServer(slow(400))) {
            Generated seen = new Generator().open(server.at("/"), 40, HALF_SECOND, 7, System.nanoTime());

            assertThat(seen.answers()).hasSize(20).allMatch(Answer::ok)
                    .allSatisfy(answer -> assertThat(answer.tookMs()).isBetween(395.0, 900.0));
            assertThat(seen.answers().get(19).atMs() - seen.answers().get(0).atMs()).isCloseTo(475, within(100.0));
        }
    }

    @Test
    @DisplayName("closed: every user waits for an answer before asking again")
    void usersWait() {
        try (NullServer server = new NullServer(slow(100))) {
            Generated seen = new Generator().closed(server.at("/"), 3, Duration.ofSeconds(1), System.nanoTime());

            assertThat(seen.answers()).hasSizeBetween(15, 33).allMatch(Answer::ok);
            assertThat(seen.planned()).isZero();
        }
    }

    @Test
    @DisplayName("kept connections are used again, others are not")
    void keepsConnections() {
        assertThat(connectionsPerRequest(true)).isLessThan(0.2);
        assertThat(connectionsPerRequest(false)).isEqualTo(1);
    }

    private static double connectionsPerRequest(boolean keptAlive) {
        ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
        try (NullServer server = new NullServer(client -> {
            requests.add("one");
            slow(20).answer(client);
            return true;
        })) {
            int answers = new Generator().keepingAlive(keptAlive).closed(server.at("/"), 4, Duration.ofSeconds(1), System.nanoTime())
                    .answers().size();

            assertThat(requests).hasSize(answers);
            return (double) server.connections() / answers;
        }
    }

    @Test
    @DisplayName("plays a scenario of either model")
    void playsScenarios() {
        List<Step> open = List.of(new Step(new Rate(0.5, true), new Rate(0.5, true), 0.5));
        List<Step> closed = List.of(new Step(new Rate(0.5, true), new Rate(0.5, true), 1));
        ConcurrentLinkedQueue<Thread> serving = new ConcurrentLinkedQueue<>();
        try (NullServer server = new NullServer(client -> {
            serving.add(Thread.currentThread());
            return slow(100).answer(client);
        })) {
            Generated seen = new Generator().play(new Scenario("a", Model.OPEN, open, true, "/hold/100ms", 100, java.util.Optional.empty()),
                    server.at("/"), 80, 7, System.nanoTime());
            assertThat(seen.planned()).isEqualTo(20);
            serving.clear();
            new Generator().play(new Scenario("b", Model.CLOSED, closed, true, "/hold/100ms", 100, java.util.Optional.empty()),
                    server.at("/"), 80, 7, System.nanoTime());
            assertThat(serving.stream().distinct()).hasSize(4);
        }
    }

    @Test
    @DisplayName("plans that are started at once run one after the other")
    void onePlanAtATime() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (NullServer server = new NullServer(client -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            slow(5).answer(client);
            now.decrementAndGet();
            return true;
        })) {
            Generator.warmUp();
            CompletableFuture<Generated> one = CompletableFuture.supplyAsync(() -> tenOneByOne(server.at("/one")));
            CompletableFuture<Generated> two = CompletableFuture.supplyAsync(() -> tenOneByOne(server.at("/two")));

            assertThat(one.join().answers()).hasSize(10).allMatch(Answer::ok);
            assertThat(two.join().answers()).hasSize(10).allMatch(Answer::ok);
            List<Answer> all = List.of(one.join().answers().get(0), one.join().answers().get(9), two.join().answers().get(0),
                    two.join().answers().get(9));
            assertThat(all.get(1).atMs() < all.get(2).atMs() || all.get(3).atMs() < all.get(0).atMs()).isTrue();
        }
    }

    private static Generated tenOneByOne(URI target) {
        return new Generator().open(target, 50, Duration.ofMillis(200), 7, 0);
    }

    @Test
    @DisplayName("writes JMeter's results anew, and the plan next to them, which JMeter reads back")
    void writesFiles(@TempDir Path folder) throws Exception {
        Path jtl = folder.resolve("deep/stress.jtl");
        try (NullServer server = new NullServer()) {
            for (int run = 0; run < 2; run++) {
                new Generator().writing(jtl).open(server.at("/"), 50, Duration.ofMillis(200), 7, System.nanoTime());
            }
        }

        assertThat(Files.readAllLines(jtl)).hasSize(11).first().asString().contains("timeStamp", "elapsed", "responseCode");
        assertThat(jtl.resolveSibling("stress.jmx")).content().contains("OpenModelThreadGroup", "rate(50.0/sec)");
        assertThat(DslTestPlan.fromJmx(jtl.resolveSibling("stress.jmx").toString())).isNotNull();
        try (var files = Files.list(jtl.getParent())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    @DisplayName("its own ceiling is found quickly, and only once")
    void ceiling() {
        Generator.warmUp();
        long began = System.nanoTime();

        double ceiling = new Generator().ceilingPerSecond();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
        assertThat(ceiling).isBetween(50.0, 100_000.0).isEqualTo(new Generator().ceilingPerSecond());
    }

    @Test
    @DisplayName("refuses what makes no sense before JMeter sees it")
    void refuses() {
        URI nowhere = URI.create("http://127.0.0.1:1/");
        assertThatThrownBy(() -> new Generator().open(nowhere, 0.5, HALF_SECOND, 7, 0)).hasMessageContaining("not between 1 and 1000000");
        assertThatThrownBy(() -> new Generator().open(nowhere, 50, HALF_SECOND, 0, 0)).hasMessageContaining("seed of 0");
        assertThatThrownBy(() -> SupportedJava.require(25)).hasMessageContaining("Java 17 or 21 and this is 25").hasMessageContaining("JAVA_HOME");
    }

    static NullServer.Behaviour slow(long millis) {
        return client -> {
            Thread.sleep(millis);
            client.getOutputStream().write(NullServer.response("200 OK", "X-Served-By: slow\r\n", "ok"));
            return true;
        };
    }
}
