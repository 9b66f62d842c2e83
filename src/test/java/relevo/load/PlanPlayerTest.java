package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.Jmx.defaults;
import static relevo.testing.Jmx.element;
import static relevo.testing.Jmx.get;
import static relevo.testing.Jmx.plan;
import static relevo.testing.Jmx.property;
import static relevo.testing.Jmx.users;
import static relevo.testing.Jmx.usersFor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.observation.Answer;
import relevo.observation.PlanResult;
import relevo.plan.Bounds;
import relevo.plan.Plan;
import relevo.plan.PlanFiles;
import relevo.testing.ThisMachine;
import relevo.timing.Timing;

class PlanPlayerTest {

    private static final Bounds SHORT = new Bounds(2, 50, 300, 400);

    @TempDir
    private Path folder;

    @BeforeAll
    static void warm() {
        ThisMachine.stretch();
        Generator.warmUp();
    }

    @AfterAll
    static void nothingIsLeftRunning() {
        Awaitility.await().atMost(Timing.stretched(Duration.ofSeconds(3))).pollInterval(Duration.ofMillis(20)).untilAsserted(() ->
                assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).noneMatch(name -> name.matches("load-plan|null-server|users .*"
                        + "|StandardJMeterEngine.*")));
        ThisMachine.forget();
    }

    private Plan handedIn(String... parts) throws IOException {
        Files.write(folder.resolve("x.jmx"), plan(parts));
        return PlanFiles.in(folder).plans().get(0);
    }

    private PlanResult play(URI balancer, Bounds bounds, String... parts) throws IOException {
        return PlanPlayer.play(handedIn(parts), balancer, bounds, folder.resolve("as-run.txt"));
    }

    @Test
    @DisplayName("a plan that ends by its rounds sends each of its requests to the balancer, wherever it was aimed")
    void rounds() throws IOException {
        try (NullServer server = new NullServer()) {
            var seen = play(server.at("/"), SHORT, defaults("192.0.2.1", 81), users(5, 0, 4, get("", "", "/a"), get("192.0.2.2", 82, "/b")),
                    users(1, 0, 1, element("OnceOnlyController", "", "", get("", "", "/c")), element("LoopController", "",
                            property("LoopController.loops", 3), get("http://192.0.2.3/", "", "/d"))));

            assertThat(seen.failure()).isEmpty();
            assertThat(seen.samples()).isEqualTo(44);
            assertThat(seen.answered()).isEqualTo(44);
            assertThat(seen.errors()).isEmpty();
            assertThat(seen.perSecond()).isPositive();
            assertThat(folder.resolve("as-run.txt")).content().contains("127.0.0.1").doesNotContain("192.0.2");
        }
    }

    @Test
    @DisplayName("one without end stops at its bounds: by time, and by requests, of which not one more is sent")
    void endless() throws IOException {
        try (NullServer server = new NullServer()) {
            long began = System.nanoTime();
            var byTime = play(server.at("/"), SHORT, users(10, 0, -1, element("ConstantTimer", "", property("ConstantTimer.delay", 100)), get("h", 80, "/")));
            var byRequests = play(server.at("/"), SHORT, usersFor(500, 0, 3_600, get("h", 80, "/")));

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Timing.stretched(Duration.ofSeconds(12)));
            assertThat(byTime.samples()).isBetween(20L, 250L);
            assertThat(byTime.errors()).isEmpty();
            assertThat(byRequests.samples()).isEqualTo(300);
            assertThat(byRequests.errors()).isEmpty();
            assertThat(byRequests.seconds()).isGreaterThan(0.6);
            assertThat(server.connections()).isLessThanOrEqualTo(60);
        }
    }

    @Test
    @DisplayName("a plan of which only the first round would ask anything comes to its end")
    void onlyTheFirstRound() throws IOException {
        try (NullServer server = new NullServer()) {
            var seen = play(server.at("/"), SHORT, users(2, 0, -1, element("OnceOnlyController", "", "", get("h", 80, "/"),
                    element("LoopController", "", property("LoopController.loops", -1)))));

            assertThat(seen.samples()).isPositive();
            assertThat(seen.failure()).isEmpty();
        }
    }

    @Test
    @DisplayName("a redirect elsewhere is not followed")
    void redirect() throws IOException {
        try (NullServer elsewhere = new NullServer();
                NullServer server = new NullServer(client -> {
                    client.getOutputStream().write(NullServer.response("302 Found", "Location: " + elsewhere.at("/") + "\r\n", ""));
                    return true;
                })) {
            var seen = play(server.at("/"), SHORT, users(2, 0, 2, get("h", 80, "/").replace("HTTPSampler.method",
                    "HTTPSampler.follow_redirects\">true</stringProp><stringProp name=\"HTTPSampler.method")));

            assertThat(seen.samples()).isEqualTo(4);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    @DisplayName("failures are told by their cause, and are answers where there was a response")
    void failures() throws IOException {
        URI nobody;
        try (NullServer server = new NullServer(client -> {
            client.getOutputStream().write(NullServer.response("503 Service Unavailable", "", "sorry"));
            return true;
        })) {
            nobody = server.at("/");
            var refused = play(server.at("/"), SHORT, users(1, 0, 3, get("h", 80, "/")));

            assertThat(refused).extracting(PlanResult::samples, PlanResult::answered, PlanResult::errors).containsExactly(3L, 3L, Map.of("HTTP 503", 3L));
        }
        var closed = play(nobody, SHORT, users(1, 0, 3, get("h", 80, "/")));

        assertThat(closed).extracting(PlanResult::samples, PlanResult::answered, PlanResult::errors).containsExactly(3L, 0L, Map.of("connect refused", 3L));
    }

    @Test
    @DisplayName("the reference's own plans run, and differ in what they ask for")
    void reference() {
        var plans = PlanFiles.in(Path.of("infra")).plans();
        try (NullServer server = new NullServer()) {
            var seen = plans.stream().map(plan -> PlanPlayer.play(plan, server.at("/"), SHORT.within(1), folder.resolve("y.jmx"))).toList();

            assertThat(plans).extracting(plan -> plan.description().file()).containsExactly("jmeter/average.jmx", "jmeter/overload.jmx");
            assertThat(seen).allMatch(result -> result.answered() > 0 && result.errors().isEmpty());
        }
    }

    @Test
    @DisplayName("figures are of all requests, also those that failed")
    void figures() {
        var result = PlanPlayer.result(List.of(new Answer(1_000, 100, 200, "", ""),
                new Answer(1_500, 500, 404, "", ""), new Answer(1_200, 300, 0, "", "reset")));

        assertThat(result.seconds()).isEqualTo(1.0);
        assertThat(result.perSecond()).isEqualTo(3.0);
        assertThat(result.meanMs()).isEqualTo(300);
        assertThat(result.latency().p50()).isEqualTo(300);
        assertThat(result.answered()).isEqualTo(2);
        assertThat(result.errors()).containsExactlyInAnyOrderEntriesOf(Map.of("HTTP 404", 1L, "reset", 1L));
        assertThat(PlanPlayer.result(List.of()).samples()).isZero();
    }

    @Test
    @DisplayName("a file's name makes a folder that stays where it belongs")
    void folders() {
        assertThat(DeliveredPlans.folder(3, "tests/Prueba de carga (1).JMX")).isEqualTo("03-Prueba-de-carga-1");
        assertThat(DeliveredPlans.folder(4, "..jmx")).isEqualTo("04-");
        assertThat(DeliveredPlans.folder(5, "../" + "x".repeat(90))).isEqualTo("05-" + "x".repeat(40));
    }
}
