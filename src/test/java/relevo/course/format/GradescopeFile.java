package relevo.course.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import relevo.course.Cell;
import relevo.course.Team;
import relevo.report.Level;
import relevo.report.Points;
import relevo.words.Printable;
import relevo.words.Text;

/**
 * {@code results.json} of Gradescope, as its autograder specification describes it: https://gradescope-autograders.readthedocs.io/en/latest/specs/
 *
 * <p>A test that nobody decided has neither {@code score} nor {@code max_score} nor {@code status}. Where a test has no score Gradescope wants one for
 * the whole, so that is always there: what was earned of what is decided. What is extra has a score and no maximum.
 */
final class GradescopeFile {

    private static final Text UNDECIDED = Text.of("Las pruebas sin puntaje nadie las ha decidido: no suman ni restan.",
            "Nobody has decided the tests without a score: they add nothing and take nothing.");

    private GradescopeFile() {
    }

    static String render(Team team) {
        var root = JsonText.object();
        root.put("score", Points.tidy(team.earned()));
        root.put("execution_time", TeamRun.milliseconds(team.seconds()) / 1000);
        root.put("output", TeamRun.summary(team).then(team.grade().isEmpty() ? UNDECIDED : Text.same("")).toString());
        // The default of the whole would render a stranger's words as HTML.
        root.put("output_format", "text").put("test_output_format", "text").put("test_name_format", "text");
        root.putObject("extra_data").put("team", team.name()).put("earned", Points.tidy(team.earned())).put("open", Points.tidy(team.open()))
                .put("grade", team.grade().map(Points::tidy).orElse(null));
        var tests = root.putArray("tests");
        team.cells().forEach(cell -> tests.add(test(cell)));
        return JsonText.render(root);
    }

    private static ObjectNode test(Cell cell) {
        var words = new CellWords(cell);
        var row = cell.row();
        var test = JsonText.object();
        test.put("number", row.id());
        test.put("name", Printable.of(words.name()));
        cell.points().ifPresent(points -> {
            test.put("score", Points.tidy(points));
            if (row.requirement().level() != Level.EXTRA) {
                test.put("max_score", Points.tidy(row.points()));
            }
        });
        if (cell.points().isPresent() && words.status().decided()) {
            test.put("status", words.status().key());
        }
        test.put("output", words.message().toString());
        test.putArray("tags").add(row.requirement().level().key());
        return test;
    }
}
