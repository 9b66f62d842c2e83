package relevo.report.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import relevo.archive.SavedLoad;
import relevo.archive.SavedTrials;
import relevo.report.ReportFiles;

/**
 * Draws up the load report from what was saved: {@code summary.json}, {@code verdicts.json} and {@code index.html} beside it. The run of the suite
 * does it at its end, and {@link #main} again at any time, without a cluster.
 */
public final class LoadReport {

    private LoadReport() {
    }

    /** What it wrote. @throws IllegalArgumentException when something saved cannot be read; names the file */
    public static LoadSummary write(SavedLoad saved) {
        var summary = Summary.of(saved);
        ReportFiles.put(saved.folder().resolve("summary.json"), LoadJson.render(summary));
        var trials = new SavedTrials(saved.folder().toAbsolutePath().getParent()).trials();
        ReportFiles.put(saved.folder().resolve("index.html"), LoadPage.render(summary, trials, saved.ownTests()));
        ReportFiles.put(saved.folder().resolve("verdicts.json"), LoadJson.render(summary.verdicts()));
        return summary;
    }

    /** Judges saved observations again and says whether the verdicts are the same. Argument: their folder, {@code reports/load} by default. */
    public static void main(String[] arguments) {
        var saved = new SavedLoad(Path.of(arguments.length == 0 ? "reports/load" : arguments[0]));
        var file = saved.folder().resolve("verdicts.json");
        try {
            var before = Files.exists(file) ? Files.readString(file) : "";
            var summary = write(saved);
            var after = Files.readString(file);
            if (!before.isEmpty() && !before.equals(after)) {
                fail(1, "Los veredictos cambiaron · The verdicts changed: " + file);
            }
            summary.verdicts().forEach(verdict -> System.out.println(verdict.id() + "  " + verdict.outcome()));
            System.out.println((before.isEmpty() ? "Juzgado · Judged: " : "Los mismos veredictos, byte por byte · The same verdicts, byte for byte: ") + file);
        } catch (IllegalArgumentException | UncheckedIOException | IOException unreadable) {
            fail(2, "No se puede juzgar · Cannot be judged: " + unreadable.getMessage());
        }
    }

    private static void fail(int status, String why) {
        System.err.println(why);
        System.exit(status);
    }
}
