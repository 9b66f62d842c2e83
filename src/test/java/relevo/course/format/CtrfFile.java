package relevo.course.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import relevo.course.Cell;
import relevo.course.Team;
import relevo.course.format.CellWords.Status;
import relevo.report.Group;
import relevo.report.Points;
import relevo.words.Printable;

/**
 * {@code ctrf.json}: the Common Test Report Format, https://github.com/ctrf-io/ctrf
 *
 * <p>Times are ms since 1970, durations ms. Met is {@code passed}, not met {@code failed}; {@code other} could not be checked or waits, {@code pending}
 * is the teacher's, {@code skipped} does not apply. Points are extensions, named {@code relevo/…}; one that nobody decided has no {@code relevo/earned}.
 */
final class CtrfFile {

    /** What the specification calls itself. */
    private static final String VERSION = "0.0.0";

    private CtrfFile() {
    }

    static String render(Team team) {
        var start = TeamRun.start(team);
        var root = JsonText.object();
        root.put("reportFormat", "CTRF").put("specVersion", VERSION).put("generatedBy", "Relevo");
        if (!start.equals(Instant.EPOCH)) {
            root.put("timestamp", start.toString());
        }
        var results = root.putObject("results");
        results.putObject("tool").put("name", "Relevo");
        results.set("summary", summary(team, start.toEpochMilli()));
        var tests = results.putArray("tests");
        team.checklist().groups().forEach(group -> in(team, group).forEach(cell -> tests.add(test(cell, group))));
        results.putObject("environment").put("appName", Printable.of(team.name()));
        return JsonText.render(root);
    }

    private static List<Cell> in(Team team, Group group) {
        return team.cells().stream().filter(cell -> cell.row().requirement().group().equals(group.id())).toList();
    }

    private static ObjectNode summary(Team team, long start) {
        var summary = JsonText.object();
        summary.put("tests", team.cells().size());
        for (var status : Status.values()) {
            summary.put(status.key(), team.cells().stream().filter(cell -> new CellWords(cell).status() == status).count());
        }
        summary.put("start", start).put("stop", start + TeamRun.milliseconds(team.seconds()));
        summary.putObject("extra").put("relevo/earned", Points.tidy(team.earned())).put("relevo/open", Points.tidy(team.open()))
                .put("relevo/grade", team.grade().map(Points::tidy).orElse(null)).put("relevo/told", TeamRun.summary(team).toString());
        return summary;
    }

    private static ObjectNode test(Cell cell, Group group) {
        var words = new CellWords(cell);
        var row = cell.row();
        var test = JsonText.object();
        test.put("name", Printable.of(words.name())).put("status", words.status().key()).put("rawStatus", row.state().css());
        test.put("duration", TeamRun.milliseconds(row.seconds()));
        test.putArray("suite").add(Printable.of(CellWords.line(group.title())));
        test.put("message", words.message().toString());
        test.putArray("tags").add(row.requirement().level().key());
        var extra = test.putObject("extra").put("relevo/id", row.id()).put("relevo/points", Points.tidy(row.points()))
                .put("relevo/byHand", cell.byHand().isPresent());
        cell.points().ifPresent(points -> extra.put("relevo/earned", Points.tidy(points)));
        return test;
    }
}
