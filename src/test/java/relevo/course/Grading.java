package relevo.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import relevo.archive.Folder;
import relevo.archive.SavedDefence;
import relevo.machine.Command;
import relevo.machine.Output;
import relevo.words.Text;

/**
 * Grades one delivery in a process of its own, so that whatever becomes of it is its own affair. It is ended when a phase takes too long or the disk
 * fills up; it then puts away what it brought up, as on Ctrl-C.
 */
final class Grading {

    private static final Duration FOREVER = Duration.ofDays(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Command command;
    private final Path reports;
    private final GradingLimits limits;
    private final BiConsumer<Phase, Duration> told;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private volatile Output output;

    /**
     * @param command runs the specification; its reports go to {@code reports}
     * @param told    the phase that it is at, and how long already, about once a second
     */
    Grading(Command command, Path reports, GradingLimits limits, BiConsumer<Phase, Duration> told) {
        this.command = command;
        this.reports = reports;
        this.limits = limits;
        this.told = told;
    }

    /**
     * How it went.
     *
     * @param trouble   why it was ended, or left no checklist; empty in both languages when it came to its own end
     * @param startedAt ISO 8601
     * @param seconds   of each phase that was begun, s
     */
    record Ended(Text trouble, String startedAt, Map<String, Double> seconds) {
    }

    /** @throws InterruptedException when this thread is interrupted; the delivery was put away then */
    Ended run() throws IOException, InterruptedException {
        var startedAt = OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString();
        // A defence that was held is no result of a run, and no run has it again.
        Folder.empty(reports, SavedDefence.PREFIX);
        Files.createDirectories(reports);
        try (var log = new Log(reports.resolve("log.txt"))) {
            var worker = new Thread(() -> output = command.within(FOREVER).telling(log::line, log::line).run(), "relevo-grading");
            worker.start();
            try {
                var trouble = watched(worker);
                return new Ended(trouble.es().isEmpty() ? unfinished(log) : trouble, startedAt, seconds);
            } finally {
                end(worker);
            }
        }
    }

    /** Until it ends; why it has to be ended where it does not. */
    private Text watched(Thread worker) throws InterruptedException {
        var phase = Phase.UP;
        var begun = System.nanoTime();
        while (worker.isAlive()) {
            worker.join(LOOK_EVERY.toMillis());
            var now = Phase.of(reports);
            seconds.merge(phase.key(), (System.nanoTime() - begun) / 1e9, (before, all) -> all);
            if (now != phase) {
                phase = now;
                begun = System.nanoTime();
            }
            var since = Duration.ofNanos(System.nanoTime() - begun);
            told.accept(phase, since);
            if (worker.isAlive() && since.compareTo(limits.of(phase)) > 0) {
                return Text.of("En %1$d min %2$s.", "Within %1$d min it %3$s.", limits.of(phase).toMinutes(), phase.missed().es(), phase.missed().en());
            }
            if (worker.isAlive() && free() < limits.freeBytes()) {
                return Text.of("Llenaba el disco: quedaban %d MB libres.", "It was filling the disk: %d MB were left free.", free() >> 20);
            }
        }
        return Text.same("");
    }

    private long free() {
        try {
            return Files.getFileStore(reports).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private Text unfinished(Log log) {
        if (Phase.of(reports) == Phase.AWAY) {
            return Text.same("");
        }
        return Text.of("La ejecución acabó sin lista (estado %d): %s", "The run ended without a checklist (status %d): %s", output.exit(), log.last());
    }

    /** Asks it to end, as Ctrl-C would, and waits until it has put away what it brought up; what goes on after that is killed. */
    private void end(Thread worker) {
        if (!worker.isAlive()) {
            return;
        }
        // Maven is gone before the JVM that it started: that one puts away.
        var started = ProcessHandle.current().descendants().toList();
        var interrupted = Thread.interrupted();
        worker.interrupt();
        try {
            CompletableFuture.allOf(started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(limits.away().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException again) {
            interrupted = true;
        } catch (ExecutionException | TimeoutException goesOn) {
            // It is killed next.
        }
        started.stream().filter(ProcessHandle::isAlive).forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
