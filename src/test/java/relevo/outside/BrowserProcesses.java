package relevo.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The browser's processes, written down while they run: a JVM that is killed cannot end them, so the next one does. Each JVM has a note of its own,
 * named after it: several may have a browser at the same time. A process is known by its id and its start together, since ids are used again.
 */
final class BrowserProcesses {

    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String NAME = "relevo-" + System.getProperty("user.name") + "-browser-";
    private static final Path NOTE = FOLDER.resolve(NAME + identity(ProcessHandle.current()).orElse(""));

    private BrowserProcesses() {
    }

    /** Writes down everything that this JVM has started and that still runs. */
    static void remember() throws IOException {
        Files.write(NOTE, ProcessHandle.current().descendants().map(BrowserProcesses::identity).flatMap(Optional::stream).toList());
    }

    static void forget() throws IOException {
        Files.deleteIfExists(NOTE);
    }

    /** Ends what JVMs wrote down that did not live to end it. */
    static void endLeftovers() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (var note : files.filter(file -> file.getFileName().toString().startsWith(NAME)).toList()) {
                var writer = note.getFileName().toString().substring(NAME.length());
                if (running(writer).isEmpty()) {
                    for (var line : Files.readAllLines(note)) {
                        running(line).ifPresent(ProcessHandle::destroyForcibly);
                    }
                    Files.deleteIfExists(note);
                }
            }
        }
    }

    private static Optional<ProcessHandle> running(String identity) {
        return identity.matches("\\d{1,18}-\\d+")
                ? ProcessHandle.of(Long.parseLong(identity.split("-")[0])).filter(process -> identity(process).equals(Optional.of(identity)))
                : Optional.empty();
    }

    private static Optional<String> identity(ProcessHandle process) {
        return process.info().startInstant().map(start -> process.pid() + "-" + start.toEpochMilli());
    }
}
