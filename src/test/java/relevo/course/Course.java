package relevo.course;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relevo.archive.SavedDefence;
import relevo.report.Catalogue;
import relevo.report.Rubric;
import relevo.report.SavedRun;
import relevo.words.Text;

/**
 * The reports of a course.
 *
 * @param folder  {@code reports/course}
 * @param listed  its deliveries, in the teacher's order
 * @param rubric  that grades them all
 */
record Course(Path folder, List<Listed> listed, Catalogue catalogue, Rubric rubric) {

    private static final Text NOT_YET = Text.of("Todavía no se ha calificado.", "It has not been graded yet.");
    private static final Text AGAIN = Text.of("Repita: bin/grade --again %s", "Repeat: bin/grade --again %s");

    /** Where the reports of one team are. */
    Path reports(Listed one) {
        return folder.resolve("teams").resolve(one.folder());
    }

    /** Every team that was graded, with points given by hand, by team and id; and those that were not yet, as such. */
    List<Team> teams(Map<String, Map<String, BigDecimal>> byHand) {
        return listed.stream().map(one -> team(one, byHand.getOrDefault(one.team(), Map.of()))).toList();
    }

    /** The same of one of them. */
    Team team(Listed one, Map<String, BigDecimal> byHand) {
        var reports = reports(one);
        var graded = Graded.in(reports);
        var trouble = graded.map(Graded::trouble).orElse(NOT_YET);
        var seconds = graded.map(Graded::all).orElse(0.0);
        var remedy = Text.of(AGAIN.es(), AGAIN.en(), one.team());
        // Of an ended run what it had judged by then is not all of it, and its checklist is none.
        var saved = graded.isPresent() && Files.exists(reports.resolve("checklist.json")) ? Optional.of(SavedRun.in(reports)) : Optional.<SavedRun>empty();
        var checklist = saved.map(run -> run.asGiven(catalogue, rubric)).orElseGet(() ->
                SavedRun.nothing(catalogue, rubric, trouble, remedy, graded.map(Graded::startedAt).orElse(""), seconds)
                        .defended(new SavedDefence(reports).read()));
        var told = trouble.es().isEmpty() ? checklist.cause().map(cause -> cause.told()).orElse(trouble) : trouble;
        return new Team(one.team(), folder.relativize(reports).toString(), checklist, byHand, told, seconds, Brought.in(reports));
    }
}
