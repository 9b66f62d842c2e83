package relevo.report.mutant;

import java.nio.file.Path;
import java.util.Map;
import relevo.report.Catalogue;
import relevo.report.ReportFiles;
import relevo.report.Template;

/** Writes {@code NAME.json}, {@code NAME.html} (the matrix) and {@code NAME-messages.html} (what a student would read). */
public final class MatrixReport {

    private MatrixReport() {
    }

    /**
     * @param reports the folder that they go to
     * @param name    of the matrix: {@code mutants} or {@code deliveries}
     */
    public static void write(Matrix matrix, Path reports, String name) {
        var view = new MatrixView(matrix, Catalogue.load());
        ReportFiles.put(reports.resolve(name + ".json"), MatrixJson.render(matrix));
        ReportFiles.put(reports.resolve(name + ".html"), Template.render("mutant/matrix.jte", Map.of("view", view)));
        ReportFiles.put(reports.resolve(name + "-messages.html"), Template.render("mutant/messages.jte", Map.of("view", view)));
    }
}
