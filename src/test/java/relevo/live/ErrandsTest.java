package relevo.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import relevo.live.page.Order;
import relevo.live.page.Order.Verb;

/** The test's own thread is the worker. */
class ErrandsTest {

    /** A guard against waiting for ever, and no measurement. */
    private static final Duration FOR_EVER = Duration.ofMinutes(4);
    private static final Order STOP = new Order(Verb.STOP, "web1", "");
    private static final Order PLAY = new Order(Verb.PLAY, "B2", "");

    @TempDir
    private Path folder;

    private Errands errands;

    @BeforeEach
    void begin() {
        errands = errands(Thread.currentThread(), false);
    }

    private Errands errands(Thread worker, boolean looksInside) {
        var made = new Errands(new Edits(folder, List.of("haproxy.cfg", "503.http")), looksInside);
        made.worker(worker);
        return made;
    }

    @AfterEach
    void end() {
        errands.close();
        assertThat(Thread.interrupted()).as("an interrupt is left").isFalse();
    }

    private void save(String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Goes on until it is interrupted. */
    private static String untilInterrupted() {
        try {
            return new CountDownLatch(1).await(FOR_EVER.toSeconds(), TimeUnit.SECONDS) ? "?" : "went on";
        } catch (InterruptedException brokenOff) {
            throw new IllegalStateException("broken off", brokenOff);
        }
    }

    @Test
    @DisplayName("what nobody disturbs is done, and says what came of it")
    void undisturbed() {
        assertThat(errands.interruptibly(() -> "done")).contains("done");
        assertThatThrownBy(() -> errands.interruptibly(() -> {
            throw new IllegalStateException("failed");
        })).hasMessage("failed");
    }

    @ParameterizedTest
    @EnumSource(value = Verb.class, mode = Mode.EXCLUDE, names = {"PLAY", "PLAY_ALL"})
    @DisplayName("an order breaks off what may be broken off, and is done next; the interrupt is the work's alone")
    void orderBreaksOff(Verb verb) {
        var order = new Order(verb, "web1", "");

        var result = errands.interruptibly(() -> {
            errands.take(order);
            return untilInterrupted();
        });

        assertThat(result).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(errands.order()).contains(order);
        assertThat(errands.order()).isEmpty();
        assertThat(errands.interruptibly(() -> "the next one")).contains("the next one");
    }

    @ParameterizedTest
    @EnumSource(value = Verb.class, names = {"PLAY", "PLAY_ALL"})
    @DisplayName("what is to be played next waits for what is being played")
    void playingWaits(Verb verb) {
        var order = new Order(verb, "B2", "");

        var result = errands.interruptibly(() -> {
            errands.take(order);
            return Thread.currentThread().isInterrupted() ? "disturbed" : "done";
        });

        assertThat(result).contains("done");
        assertThat(errands.order()).contains(order);
    }

    @Test
    @DisplayName("a file that is saved breaks off what may be broken off")
    void savedBreaksOff() {
        var result = assertTimeoutPreemptively(FOR_EVER, () -> {
            try (var here = errands(Thread.currentThread(), false)) {
                var played = here.interruptibly(() -> {
                    save("haproxy.cfg", "global\n");
                    return untilInterrupted();
                });
                assertThat(here.saved()).containsExactly("haproxy.cfg");
                assertThat(here.saved()).as("told once").isEmpty();
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                return played;
            }
        });

        assertThat(result).isEmpty();
    }

    @Test
    @DisplayName("what came to an end all the same does not count once it was broken off, well or not, nor does its interrupt outlive it")
    void endedAllTheSame() {
        assertThat(errands.interruptibly(() -> {
            errands.take(STOP);
            return "half";
        })).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        errands.order();

        assertThat(errands.interruptibly(() -> {
            errands.take(STOP);
            throw new IllegalStateException("by the interrupt");
        })).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    @DisplayName("what may not be broken off is not: neither before nor after what may be, even when that failed")
    void unbreakable() {
        errands.take(STOP);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        errands.order();

        errands.interruptibly(() -> "done");
        errands.take(STOP);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        errands.order();

        assertThatThrownBy(() -> errands.interruptibly(() -> {
            throw new IllegalStateException("failed");
        })).hasMessage("failed");
        errands.take(STOP);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    @DisplayName("nothing that may be broken off is begun while something waits")
    void notBegun() {
        errands.take(PLAY);

        assertThat(errands.interruptibly(() -> {
            throw new IllegalStateException("begun");
        })).isEmpty();

        errands.order();
        assertThat(errands.interruptibly(() -> "done")).contains("done");
    }

    @Test
    @DisplayName("an interrupt that is somebody else's is left to the worker")
    void somebodyElses() {
        assertThat(errands.interruptibly(() -> {
            Thread.currentThread().interrupt();
            return "done";
        })).contains("done");

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @DisplayName("orders are done in their order, and no more than twenty wait: one too many is refused and disturbs nobody")
    void bound() {
        for (var i = 0; i < 20; i++) {
            assertThat(errands.take(new Order(Verb.PLAY, "B" + i, ""))).isEmpty();
        }
        assertThat(errands.take(STOP)).hasValueSatisfying(why -> {
            assertThat(why.es()).contains("demasiadas");
            assertThat(why.en()).contains("Too many");
        });

        assertThat(errands.order()).map(Order::target).contains("B0");
        assertThat(errands.take(STOP)).isEmpty();
        for (var i = 1; i < 20; i++) {
            assertThat(errands.order()).map(Order::target).contains("B" + i);
        }
        assertThat(errands.order()).contains(STOP);
        assertThat(errands.order()).isEmpty();
    }

    @Test
    @DisplayName("one too many does not break off what is being done")
    void refusedDisturbsNobody() {
        var result = errands.interruptibly(() -> {
            for (var i = 0; i < 20; i++) {
                errands.take(PLAY);
            }
            errands.take(STOP);
            return Thread.currentThread().isInterrupted() ? "disturbed" : "done";
        });

        assertThat(result).contains("done");
    }

    @Test
    @DisplayName("files that are saved together are told in the order in which they are watched, each once")
    void fileOrder() {
        var edits = new Edits(folder, List.of("haproxy.cfg", "503.http"));
        save("503.http", "a");
        save("haproxy.cfg", "b");

        var told = assertTimeoutPreemptively(FOR_EVER, () -> {
            try (var here = new Errands(edits, false)) {
                here.worker(Thread.currentThread());
                var saved = here.saved();
                while (saved.isEmpty()) {
                    here.await();
                    saved = here.saved();
                }
                return saved;
            }
        });

        assertThat(told).containsExactly("haproxy.cfg", "503.http");
    }

    @Test
    @DisplayName("whoever waits wakes up when interrupted, which is no concern of what comes next")
    void waiting() {
        Thread.currentThread().interrupt();
        errands.await();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    @DisplayName("it is time to look inside now and then, and never where nobody else changes anything")
    void lookingInside() {
        assertThat(errands.isTimeToLook()).isFalse();

        try (var here = errands(Thread.currentThread(), true)) {
            assertThat(here.isTimeToLook()).isTrue();
            assertThat(here.isTimeToLook()).as("at once again").isFalse();
        }
    }

    @Test
    @DisplayName("however orders and work meet, no interrupt is left to what comes after")
    void race() {
        var orders = 2_000;
        var leaked = assertTimeoutPreemptively(FOR_EVER, () -> {
            var leaks = 0;
            try (var here = errands(Thread.currentThread(), false)) {
                var page = new Thread(() -> {
                    for (var i = 0; i < orders; i++) {
                        while (here.take(STOP).isPresent()) {
                            Thread.onSpinWait();
                        }
                    }
                });
                page.start();
                for (var done = 0; done < orders;) {
                    here.interruptibly(() -> "quick");
                    leaks += Thread.interrupted() ? 1 : 0;
                    done += here.order().isPresent() ? 1 : 0;
                }
                page.join();
            }
            return leaks;
        });

        assertThat(leaked).isZero();
    }
}
