package relevo.course.format;

import java.util.List;
import java.util.Locale;
import relevo.course.Cell;
import relevo.course.Team;
import relevo.course.format.CellWords.Status;
import relevo.report.Points;

/**
 * {@code junit.xml}: JUnit's XML as Surefire's schema has it, https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd
 *
 * <p>It knows success, failure and skipped: whatever is neither met nor not met is skipped, with a message that begins with how it stands.
 */
final class JunitXml {

    private JunitXml() {
    }

    static String render(Team team) {
        var xml = new Xml();
        xml.open("testsuite", "version", "3.0.2", "name", team.name(), "time", seconds(team.seconds()), "timestamp", TeamRun.start(team).toString(),
                "tests", String.valueOf(team.cells().size()), "errors", "0", "skipped", count(team, List.of(Status.SKIPPED, Status.PENDING, Status.OTHER)),
                "failures", count(team, List.of(Status.FAILED)));
        xml.open("properties");
        xml.empty("property", "name", "relevo.earned", "value", Points.show(team.earned()));
        xml.empty("property", "name", "relevo.open", "value", Points.show(team.open()));
        xml.empty("property", "name", "relevo.grade", "value", team.grade().map(Points::show).orElse(""));
        xml.empty("property", "name", "relevo.told", "value", TeamRun.summary(team).toString());
        xml.close();
        team.cells().forEach(cell -> testcase(xml, cell));
        return xml.close().toString();
    }

    private static void testcase(Xml xml, Cell cell) {
        var words = new CellWords(cell);
        var row = cell.row();
        var message = CellWords.line(words.message());
        xml.open("testcase", "name", words.name(), "classname", "relevo." + row.requirement().group(), "time", seconds(row.seconds()));
        switch (words.status()) {
            case PASSED -> xml.text("system-out", words.message().toString());
            case FAILED -> xml.text("failure", words.message().toString(), "message", message, "type", cell.byHand().isPresent() ? "by-hand" : "not-met");
            default -> xml.empty("skipped", "message", message);
        }
        xml.close();
    }

    private static String count(Team team, List<Status> of) {
        return String.valueOf(team.cells().stream().filter(cell -> of.contains(new CellWords(cell).status())).count());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", TeamRun.milliseconds(seconds) / 1000.0);
    }
}
