package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.observation.Answer;
import relevo.observation.Stage;
import relevo.testing.ThisMachine;
import relevo.timing.Timing;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;

class GeneratorTest {

    private static final Duration HALF_SECOND = Duration.ofMillis(500);

    @BeforeAll
    static void stretch() {
        ThisMachine.stretch();
    }

    @AfterAll
    static void forget() {
        ThisMachine.forget();
    }

    @Test
    @DisplayName("open: the planned arrivals, all of them, when they are due")
    void arrivesAsPlanned() {
        try (NullServer server = new NullServer()) {
            long origin = System.nanoTime();

            Generated seen = new Generator().open(server.at("/"), 200, HALF_SECOND, 7, origin);

            assertThat(seen.planned()).isEqualTo(100);
            assertThat(seen.seconds()).isEqualTo(0.5);
            assertThat(seen.answers()).hasSize(100).allMatch(Answer::ok).allMatch(answer -> answer.server().equals("null"));
            assertThat(between(seen, 0, 99)).isCloseTo(495, within(100 + seen.worstLagMs()));
            assertThat(seen.worstLagMs()).isBetween(0.0, 2_000.0 * Timing.slowness());
            assertThat(seen.answers().get(0).atMs()).isPositive();
            assertThat(seen.answers().get(99).atMs()).isLessThan((System.nanoTime() - origin) / 1e6);
        }
    }

    @Test
    @DisplayName("open: a spike is where the schedule puts it")
    void followsAShape() {
        try (NullServer server = new NullServer()) {
            List<Stage> spike = List.of(Stage.flat(20, 0.2), Stage.flat(200, 0.3), Stage.flat(20, 0.2));

            Generated seen = new Generator().open(server.at("/"), spike, 7, System.nanoTime());

            assertThat(seen.planned()).isEqualTo(68);
            assertThat(seen.answers()).hasSize(68);
            // The spike's first and last arrival; at an even rate they would be 610 ms apart.
            assertThat(between(seen, 4, 63)).isCloseTo(295, within(100 + seen.worstLagMs()));
        }
    }

    @Test
    @DisplayName("open: arrivals do not wait for answers")
    void doesNotWait() {
        try (NullServer server = new NullServer(slow(300))) {
            Generated seen = new Generator().open(server.at("/"), 200, Duration.ofMillis(100), 7, System.nanoTime());

            assertThat(seen.answers()).hasSize(20).allMatch(Answer::ok)
                    .allSatisfy(answer -> assertThat(answer.tookMs()).isBetween(295.0, 5_000.0));
            // One after the other they would take 6 s.
            assertThat(between(seen, 0, 19)).isLessThan(3_000);
        }
    }

    @Test
    @DisplayName("closed: every user waits for an answer before asking again, on the connection it has kept")
    void usersWait() {
        AtomicInteger requests = new AtomicInteger();
        try (NullServer server = cacheable(requests)) {
            // Long enough for each to come round twice where the processor is emulated.
            Generated seen = new Generator().closed(server.at("/"), 4, Duration.ofSeconds(3), System.nanoTime());

            assertThat(seen.planned()).isZero();
            assertThat(seen.answers()).hasSizeBetween(8, 244).hasSize(requests.get()).allMatch(Answer::ok);
            assertThat(server.connections()).isEqualTo(4);
        }
    }

    @Test
    @DisplayName("without keep-alive every request has a connection of its own")
    void newConnections() {
        AtomicInteger requests = new AtomicInteger();
        try (NullServer server = cacheable(requests)) {
            Generated seen = new Generator().keepingAlive(false).closed(server.at("/"), 4, Duration.ofSeconds(1), System.nanoTime());

            assertThat(seen.answers()).hasSizeBetween(8, 84).hasSize(requests.get());
            assertThat(server.connections()).isEqualTo(requests.get());
        }
    }

    /** Counts what really reaches it: a cache on the way would show. */
    private static NullServer cacheable(AtomicInteger requests) {
        return new NullServer(client -> {
            requests.incrementAndGet();
            Thread.sleep(50);
            client.getOutputStream().write(NullServer.response("200 OK", "Cache-Control: max-age=60\r\nETag: \"a\"\r\n", "ok"));
            return true;
        });
    }

    private static double between(Generated seen, int one, int other) {
        return seen.answers().get(other).atMs() - seen.answers().get(one).atMs();
    }

    @Test
    @DisplayName("plans that are started at once run one after the other")
    void onePlanAtATime() {
        try (NullServer server = new NullServer(slow(5))) {
            Generator.warmUp();
            CompletableFuture<Generated> one = CompletableFuture.supplyAsync(() -> tenOneByOne(server.at("/one")));
            CompletableFuture<Generated> two = CompletableFuture.supplyAsync(() -> tenOneByOne(server.at("/two")));

            assertThat(one.join().answers()).hasSize(10).allMatch(Answer::ok);
            assertThat(two.join().answers()).hasSize(10).allMatch(Answer::ok);
            Generated earlier = one.join().answers().get(0).atMs() < two.join().answers().get(0).atMs() ? one.join() : two.join();
            Generated later = earlier == one.join() ? two.join() : one.join();
            assertThat(earlier.answers().get(9).atMs()).isLessThan(later.answers().get(0).atMs());
        }
    }

    private static Generated tenOneByOne(URI target) {
        return new Generator().open(target, 100, Duration.ofMillis(100), 7, 0);
    }

    @Test
    @DisplayName("writes JMeter's results anew, and the plan next to them, which JMeter reads back; and its dashboard, as often as it is asked to")
    void writesFiles(@TempDir Path folder) throws Exception {
        Path jtl = folder.resolve("deep/stress.jtl");
        try (NullServer server = new NullServer()) {
            Files.createDirectories(jtl.getParent());
            Files.writeString(jtl, "of an earlier run");
            new Generator().writing(jtl).open(server.at("/"), 100, Duration.ofMillis(100), 7, System.nanoTime());
        }

        assertThat(Files.readAllLines(jtl)).hasSize(11).first().asString().contains("timeStamp", "elapsed", "responseCode");
        assertThat(jtl.resolveSibling("stress.jmx")).content().contains("OpenModelThreadGroup", "rate(100.0/sec)")
                .doesNotContain("CookieManager", "CacheManager");
        assertThat(DslTestPlan.fromJmx(jtl.resolveSibling("stress.jmx").toString())).isNotNull();
        try (var files = Files.list(jtl.getParent())) {
            assertThat(files).hasSize(2);
        }
        Dashboard.write(jtl);
        Dashboard.write(jtl);
        assertThat(jtl.resolveSibling("dashboard/index.html")).content().contains("Apache JMeter Dashboard");
    }

    @Test
    @DisplayName("the plan it writes keeps connections wherever it is run")
    void writesAPlanForElsewhere(@TempDir Path folder) {
        try (NullServer server = new NullServer(slow(100))) {
            new Generator().writing(folder.resolve("closed.jtl")).closed(server.at("/"), 1, Duration.ofSeconds(1), System.nanoTime());
        }

        assertThat(folder.resolve("closed.jmx")).content().contains("same_user_on_next_iteration\">true<");
    }

    @Test
    @DisplayName("its own ceiling is found quickly, and only once")
    void ceiling() {
        Generator.warmUp();
        long began = System.nanoTime();

        double ceiling = new Generator().ceilingPerSecond();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Timing.stretched(Duration.ofSeconds(4)));
        assertThat(ceiling).isBetween(50.0 / Timing.slowness(), 100_000.0).isEqualTo(new Generator().ceilingPerSecond());
    }

    @Test
    @DisplayName("refuses what makes no sense before JMeter sees it")
    void refuses() {
        URI nowhere = URI.create("http://127.0.0.1:1/");
        assertThatThrownBy(() -> new Generator().open(nowhere, 0.5, HALF_SECOND, 7, 0)).hasMessageContaining("not between 1 and 1000000");
        assertThatThrownBy(() -> new Generator().open(nowhere, 50, HALF_SECOND, 0, 0)).hasMessageContaining("seed of 0");
    }

    static NullServer.Behaviour slow(long millis) {
        return client -> {
            Thread.sleep(millis);
            client.getOutputStream().write(NullServer.response("200 OK", "X-Served-By: slow\r\n", "ok"));
            return true;
        };
    }
}
