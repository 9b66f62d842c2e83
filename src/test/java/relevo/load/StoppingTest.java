package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.Answer;
import relevo.testing.ThisMachine;
import relevo.timing.Timing;

class StoppingTest {

    private static final Patience LITTLE = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMillis(200));
    private static final NullServer.Behaviour SILENT = client -> {
        Thread.sleep(600_000);
        return false;
    };

    @BeforeAll
    static void warm() {
        ThisMachine.stretch();
        Generator.warmUp();
    }

    @AfterAll
    static void nothingIsLeftRunning() {
        Awaitility.await().atMost(Timing.stretched(Duration.ofSeconds(3))).pollInterval(Duration.ofMillis(20)).untilAsserted(() ->
                assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                        .noneMatch(name -> name.matches("load-plan|null-server|arrivals .*|users .*|open-model-.*|StandardJMeterEngine.*|pool-.*")));
        ThisMachine.forget();
    }

    @Test
    @DisplayName("an open plan whose server never answers is stopped, and every request counts as lost")
    void openPlan() {
        try (NullServer server = new NullServer(SILENT)) {
            long began = System.nanoTime();

            Generated seen = new Generator().waiting(LITTLE.stretched()).open(server.at("/"), 100, Duration.ofMillis(100), 7, began);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Timing.stretched(Duration.ofSeconds(10)));
            lost(seen, 10);
        }
    }

    @Test
    @DisplayName("a server that drips its answer, and so never times out, is no exception")
    void drippingServer() {
        try (NullServer server = new NullServer(client -> {
            client.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n".getBytes());
            while (true) {
                client.getOutputStream().write('.');
                Thread.sleep(20);
            }
        })) {
            Patience dripped = new Patience(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(200));

            lost(new Generator().waiting(dripped.stretched()).open(server.at("/"), 100, Duration.ofMillis(100), 7, System.nanoTime()), 10);
        }
    }

    @Test
    @DisplayName("a caller that is interrupted leaves no plan behind; a closed one, this time")
    void interruptedCaller() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        try (NullServer server = new NullServer(SILENT)) {
            Thread caller = new Thread(() -> {
                try {
                    new Generator().closed(server.at("/"), 3, Duration.ofSeconds(60), System.nanoTime());
                } catch (IllegalStateException e) {
                    thrown.set(e);
                    flag.set(Thread.currentThread().isInterrupted());
                }
            }, "caller");
            caller.start();
            Awaitility.await().atMost(Timing.stretched(Duration.ofSeconds(5))).until(() -> server.connections() == 3);
            caller.interrupt();
            caller.join(Timing.stretched(Duration.ofSeconds(5)).toMillis());

            assertThat(thrown.get()).hasMessageContaining("interrupted");
            assertThat(flag.get()).isTrue();
        }
    }

    private static void lost(Generated seen, int requests) {
        List<Answer> answers = seen.answers();
        assertThat(answers).hasSize(requests).allMatch(answer -> answer.status() == 0 && answer.error().equals(Cause.STOPPED));
    }
}
