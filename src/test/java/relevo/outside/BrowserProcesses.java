package relevo.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The browser's processes, written down while they run: a JVM that is killed cannot end them, so the next run does. A process is known by
 * its id and its start together, since ids are used again.
 */
final class BrowserProcesses {

    private static final Path NOTE = Path.of(System.getProperty("java.io.tmpdir"), "relevo-" + System.getProperty("user.name") + "-browser");

    private BrowserProcesses() {
    }

    /** Writes down everything that this JVM has started and that still runs. */
    static void remember() throws IOException {
        Files.write(NOTE, ProcessHandle.current().descendants().map(BrowserProcesses::identity).flatMap(Optional::stream).toList());
    }

    static void forget() throws IOException {
        Files.deleteIfExists(NOTE);
    }

    /** Ends what an earlier JVM wrote down and did not live to end. */
    static void endLeftovers() throws IOException {
        if (Files.exists(NOTE)) {
            for (var line : Files.readAllLines(NOTE)) {
                ProcessHandle.of(Long.parseLong(line.split(" ")[0])).filter(process -> identity(process).equals(Optional.of(line)))
                        .ifPresent(ProcessHandle::destroyForcibly);
            }
            forget();
        }
    }

    private static Optional<String> identity(ProcessHandle process) {
        return process.info().startInstant().map(start -> process.pid() + " " + start.toEpochMilli());
    }
}
