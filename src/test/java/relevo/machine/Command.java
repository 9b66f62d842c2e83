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
    /** Of each stream, in characters: a program that somebody else wrote may never stop talking. What comes after is read and forgotten. */
    static final int MOST_KEPT = 32 << 20;
    /** In characters; a longer line is told in pieces. */
    static final int LONGEST_LINE = 1 << 20;

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
        var out = CompletableFuture.supplyAsync(() -> lines(process.inputReader(StandardCharsets.UTF_8), onOut), Command::onThread);
        var err = CompletableFuture.supplyAsync(() -> lines(process.errorReader(StandardCharsets.UTF_8), onErr), Command::onThread);
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
                return new Output(Output.NO_END, out.join(), err.join() + "no end after " + limit.toSeconds() + " s");
            }
        } catch (InterruptedException interrupted) {
            end(process);
            Thread.currentThread().interrupt();
            return new Output(Output.INTERRUPTED, out.join(), "interrupted");
        }
        return new Output(process.exitValue(), out.join(), err.join());
    }

    private static void onThread(Runnable reader) {
        var thread = new Thread(reader, "relevo-command");
        thread.setDaemon(true);
        thread.start();
    }

    /** With all that it started, or whoever still holds its output would be waited for. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static String lines(Reader reader, Consumer<String> told) {
        var all = new StringBuilder();
        var line = new StringBuilder();
        try (reader) {
            for (int c = reader.read(), before = 0; c >= 0; before = c, c = reader.read()) {
                var ends = c == '\r' || c == '\n' && before != '\r';
                if (c != '\r' && c != '\n') {
                    line.append((char) c);
                }
                if (ends || line.length() == LONGEST_LINE) {
                    tell(line, ends, all, told);
                }
            }
        } catch (IOException ended) {
            // What it said until then is what there is.
        }
        if (!line.isEmpty()) {
            tell(line, true, all, told);
        }
        return all.toString();
    }

    private static void tell(StringBuilder line, boolean ends, StringBuilder all, Consumer<String> told) {
        if (all.length() + line.length() < MOST_KEPT) {
            all.append(line).append(ends ? "\n" : "");
        }
        told.accept(line.toString());
        line.setLength(0);
    }
}
