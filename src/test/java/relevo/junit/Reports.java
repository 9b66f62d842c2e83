package relevo.junit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import relevo.report.Catalogue;
import relevo.report.Checklist;
import relevo.report.ChecklistConsole;
import relevo.report.ReportFiles;
import relevo.report.Result;
import relevo.report.Rubric;
import relevo.report.RunInfo;

/** Writes the checklist in all its forms. */
final class Reports {

    private Reports() {
    }

    static void write(List<Result> results, CurrentRun run, Set<String> specified) {
        var catalogue = Catalogue.load();
        var where = run.circumstances();
        var judged = results.stream().map(Result::id).collect(Collectors.toCollection(HashSet::new));
        var info = new RunInfo(where.substrate(), run.startedAt().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                Duration.between(run.startedAt(), OffsetDateTime.now()).toMillis() / 1000.0, where.versions(), where.nodesStandIn(), judged.containsAll(specified));
        var checklist = Checklist.of(catalogue, rubric(catalogue), results, specified, info);
        ReportFiles.write(checklist, run.reports());
        System.out.println(ChecklistConsole.render(checklist, false));
    }

    private static Rubric rubric(Catalogue catalogue) {
        var file = System.getProperty("relevo.rubric");
        return file == null ? Rubric.of(catalogue) : Rubric.load(Path.of(file), catalogue);
    }
}
