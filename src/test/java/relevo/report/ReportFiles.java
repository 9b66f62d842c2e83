package relevo.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the checklist in every format that is a file. */
public final class ReportFiles {

    private ReportFiles() {
    }

    /**
     * Writes {@code checklist.json}, {@code checklist.md} and {@code checklist.html}, the one that the {@link Gate} reads first.
     *
     * @param reports made when it does not exist
     * @throws UncheckedIOException when the folder cannot be written
     */
    public static void write(Checklist checklist, Path reports) {
        write(checklist, reports, reports);
    }

    /** The same into another folder than the run's. @param evidence the run's, where pictures and the configuration are read */
    static void write(Checklist checklist, Path folder, Path evidence) {
        put(folder.resolve("checklist.json"), ChecklistJson.render(checklist));
        put(folder.resolve("checklist.md"), ChecklistMarkdown.render(checklist, Configuration.of(checklist, evidence)));
        put(folder.resolve("checklist.html"), ChecklistHtml.render(checklist, evidence));
    }

    /**
     * Writes a report's file.
     *
     * @param file its folder is made when it does not exist
     * @throws UncheckedIOException when it cannot be written
     */
    public static void put(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // Not writeString: it refuses text with half a surrogate pair, and a server may be called anything.
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
