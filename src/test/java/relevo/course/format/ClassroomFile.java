package relevo.course.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import relevo.course.Cell;
import relevo.course.Team;
import relevo.course.format.CellWords.Status;
import relevo.report.Level;
import relevo.report.Points;
import relevo.words.Printable;

/**
 * {@code result.json} of Classroom 50, {@code classroom50/result/v1}: https://github.com/foundation50/classroom50/wiki/Advanced-Autograding
 *
 * <p>Its scores are whole numbers: points are counted in the smallest unit that the course uses, so that 0.15 of 0.3 may be 15 of 30. A test there has
 * passed or not; one that nobody decided is left out, of the list and of {@code max-score}. What is extra adds to both what it earned, because no score
 * may exceed its maximum.
 *
 * <p>Whose submission it is only Classroom 50's runner knows, and tells in its environment. Without it those fields say {@code unknown}, and the
 * collector refuses the file instead of crediting somebody else; an {@code autograder.py} may fill them in.
 */
final class ClassroomFile {

    private static final String UNKNOWN = "unknown";

    private ClassroomFile() {
    }

    /** As many decimals as any points of the course have. */
    static int decimals(List<Team> teams) {
        return teams.stream().flatMap(team -> team.cells().stream())
                .flatMap(cell -> Stream.concat(Stream.of(cell.row().points()), cell.byHand().stream()))
                .mapToInt(points -> Math.max(0, points.stripTrailingZeros().scale())).max().orElse(0);
    }

    /**
     * The document.
     *
     * @param decimals of the points that become whole numbers
     * @param runner   the environment that Classroom 50's runner sets; empty outside it
     */
    static String render(Team team, int decimals, Map<String, String> runner) {
        var submitted = TeamRun.start(team).truncatedTo(ChronoUnit.SECONDS).toString();
        var commit = told(runner, "COMMIT_URL").orElse(UNKNOWN);
        var root = JsonText.object();
        root.put("schema", "classroom50/result/v1").put("classroom", told(runner, "CLASSROOM").orElse(UNKNOWN))
                .put("assignment", told(runner, "ASSIGNMENT").orElse(UNKNOWN)).put("assignment_type", told(runner, "ASSIGNMENT_TYPE").orElse("group"))
                .put("owner", told(runner, "OWNER").or(() -> told(runner, "USERNAME")).orElse(UNKNOWN))
                .put("submission", told(runner, "SUBMISSION_TAG").orElse("submit/" + UNKNOWN)).put("commit", commit)
                .put("release", told(runner, "RELEASE_URL").orElse(UNKNOWN)).put("review", told(runner, "REVIEW_URL").orElse(commit))
                .put("datetime", submitted).put("graded_at", submitted);
        var decided = team.cells().stream().filter(cell -> cell.points().isPresent() && new CellWords(cell).status().decided()).toList();
        root.put("score", decided.stream().mapToLong(cell -> whole(cell.points().orElseThrow(), decimals)).sum());
        root.put("max-score", decided.stream().mapToLong(cell -> whole(most(cell), decimals)).sum());
        var tests = root.putArray("tests");
        decided.forEach(cell -> tests.add(test(cell, decimals)));
        return JsonText.render(root);
    }

    private static ObjectNode test(Cell cell, int decimals) {
        var words = new CellWords(cell);
        return JsonText.object().put("test-name", Printable.of(words.name())).put("passed", words.status() == Status.PASSED)
                .put("score", whole(cell.points().orElseThrow(), decimals)).put("max-score", whole(most(cell), decimals))
                .put("points", Points.show(cell.points().orElseThrow())).put("output", words.message().toString());
    }

    private static BigDecimal most(Cell cell) {
        var earned = cell.points().orElseThrow();
        return cell.row().requirement().level() == Level.EXTRA ? earned : earned.max(cell.row().points());
    }

    private static long whole(BigDecimal points, int decimals) {
        return points.movePointRight(decimals).longValueExact();
    }

    private static Optional<String> told(Map<String, String> runner, String name) {
        return Optional.ofNullable(runner.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
