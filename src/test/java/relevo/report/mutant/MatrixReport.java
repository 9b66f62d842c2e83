package relevo.report.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import relevo.report.Catalogue;
import relevo.report.Template;

/** Writes {@code mutants.json}, {@code mutants.html} (the matrix) and {@code mutants-messages.html} (what a student would read). */
public final class MatrixReport {

    private MatrixReport() {
    }

    /** @param reports the folder that they go to */
    public static void write(Matrix matrix, Path reports) {
        var view = new MatrixView(matrix, Catalogue.load());
        put(reports, "mutants.json", MatrixJson.render(matrix));
        put(reports, "mutants.html", Template.render("mutant/matrix.jte", Map.of("view", view)));
        put(reports, "mutants-messages.html", Template.render("mutant/messages.jte", Map.of("view", view)));
    }

    private static void put(Path folder, String name, String text) {
        try {
            Files.write(Files.createDirectories(folder).resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
