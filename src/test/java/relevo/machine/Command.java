package relevo.machine;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import relevo.timing.Daemon;

/**
 * A program of this host, run to its end without standard input. It never throws: what went wrong is in the {@link Output}.
 *
 * @param words       program and arguments
 * @param folder      where it runs
 * @param environment added to this process's own
 * @param limit       it is ended after this long
 * @param onOut       told each line of its standard output as it comes
 * @param onErr       told each line of its standard error as it comes
 */
public record Command(List<String> words, Path folder, Map<String, String> environment, Duration limit, Consumer<String> onOut, Consumer<String> onErr) {

    private static final Duration USUAL = Duration.ofMinutes(1);

    /** A minute at most, in this process's folder, with nobody to tell. */
    public static Command of(String... words) {
        return new Command(List.of(words), Path.of(""), Map.of(), USUAL, line -> { }, line -> { });
    }

    /** The same in another folder. */
    public Command in(Path other) {
        return new Command(words, other, environment, limit, onOut, onErr);
    }

    /** The same with these variables added to its environment. */
    public Command with(Map<String, String> variables) {
        return new Command(words, folder, variables, limit, onOut, onErr);
    }

    /** The same with another limit. */
    public Command within(Duration other) {
        return new Command(words, folder, environment, other, onOut, onErr);
    }

    /** The same with somebody who is told each line as it comes. */
    public Command telling(Consumer<String> ofOut, Consumer<String> ofErr) {
        return new Command(words, folder, environment, limit, ofOut, ofErr);
    }

    /** Runs it. Interrupted, it is ended, the thread stays interrupted, and the status is {@link Output#INTERRUPTED}. */
    public Output run() {
        Process process;
        try {
            var builder = new ProcessBuilder(words).directory(folder.toAbsolutePath().toFile());
            builder.environment().putAll(environment);
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException absent) {
            return new Output(Output.NOT_RUN, "", absent.getMessage());
        }
        var out = CompletableFuture.supplyAsync(() -> heard(process.inputReader(StandardCharsets.UTF_8), onOut), Daemon.each("relevo-command"));
        var err = CompletableFuture.supplyAsync(() -> heard(process.errorReader(StandardCharsets.UTF_8), onErr), Daemon.each("relevo-command"));
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
                return new Output(Output.NO_END, out.join().kept(), err.join().kept() + "no end after " + limit.toSeconds() + " s");
            }
        } catch (InterruptedException interrupted) {
            end(process);
            Thread.currentThread().interrupt();
            return new Output(Output.INTERRUPTED, out.join().kept(), "interrupted");
        }
        // What is not whole is no answer.
        var much = process.exitValue() == 0 && (out.join().cut() || err.join().cut());
        return new Output(much ? Output.TOO_MUCH : process.exitValue(), out.join().kept(), err.join().kept() + (much ? "it said more than anybody reads" : ""));
    }

    /** With all that it started, or whoever still holds its output would be waited for. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static Heard heard(Reader reader, Consumer<String> told) {
        var heard = new Heard(told);
        try (reader) {
            heard.from(reader);
        } catch (IOException ended) {
            // What it said until then is what there is.
        }
        return heard;
    }
}
