package relevo.report.mutant;

import java.nio.file.Path;
import java.util.Map;
import relevo.report.Catalogue;
import relevo.report.ReportFiles;
import relevo.report.Template;

/** Writes {@code mutants.json}, {@code mutants.html} (the matrix) and {@code mutants-messages.html} (what a student would read). */
public final class MatrixReport {

    private MatrixReport() {
    }

    /** @param reports the folder that they go to */
    public static void write(Matrix matrix, Path reports) {
        var view = new MatrixView(matrix, Catalogue.load());
        ReportFiles.put(reports.resolve("mutants.json"), MatrixJson.render(matrix));
        ReportFiles.put(reports.resolve("mutants.html"), Template.render("mutant/matrix.jte", Map.of("view", view)));
        ReportFiles.put(reports.resolve("mutants-messages.html"), Template.render("mutant/messages.jte", Map.of("view", view)));
    }
}
