package relevo.report.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import relevo.archive.SavedLoad;
import relevo.archive.SavedObservations;
import relevo.judge.Ruling;
import relevo.judge.Rulings;
import relevo.report.Catalogue;
import relevo.report.FaultsTable;
import relevo.report.ReportFiles;
import relevo.report.SavedVerdict;

/** Draws up the load report from what was saved: {@code load/summary.json} and {@code load/index.html}. */
public final class LoadReport {

    private LoadReport() {
    }

    /**
     * Writes it, unless no load was made; the run of the suite does it at its end, and {@code bin/judge} again at any time.
     *
     * @param reports the folder of the run
     * @param ids     of the requirements that the run looked at: what an earlier one left for others rests on a load that is gone
     * @param into    the folder that gets the report, the same or another one
     * @throws IllegalArgumentException when something saved cannot be read; names the file
     */
    public static void write(Path reports, Set<String> ids, Path into) {
        var saved = new SavedLoad(reports.resolve("load"));
        if (saved.isThere()) {
            var summary = Summary.of(saved, verdicts(new SavedObservations(reports), ids));
            ReportFiles.put(into.resolve("load/summary.json"), LoadJson.render(summary));
            ReportFiles.put(into.resolve("load/index.html"), LoadPage.render(summary, ids.contains("B6") ? FaultsTable.saved(reports) : List.of(),
                    ids.contains("L4") ? saved.ownTests() : Optional.empty()));
        }
    }

    /** What the saved load decides, in the catalogue's order. */
    private static List<LoadSummary.Judged> verdicts(SavedObservations saved, Set<String> ids) {
        return Rulings.ALL.stream().<String>map(Ruling::id).filter(ids::contains).flatMap(id -> SavedVerdict.of(saved, id)
                .filter(verdict -> !verdict.scenarios().isEmpty()).map(verdict -> judged(id, verdict)).stream()).toList();
    }

    private static LoadSummary.Judged judged(String id, SavedVerdict judged) {
        var title = Catalogue.load().find(id).orElseThrow().title();
        var evidence = Stream.concat(judged.scenarios().stream(), judged.scenarios().stream().map(name -> "load/" + name + "/observation.json")).toList();
        var verdict = judged.verdict();
        return new LoadSummary.Judged(id, title, verdict.outcome().key(), verdict.seen(), verdict.remedy(), evidence);
    }
}
