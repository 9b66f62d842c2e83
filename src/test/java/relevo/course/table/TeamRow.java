package relevo.course.table;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.course.Cell;
import relevo.course.Team;
import relevo.report.Points;
import relevo.report.Root;
import relevo.report.Seconds;
import relevo.words.Shown;
import relevo.words.Text;

/** One team's row of the table. */
public record TeamRow(Team team) {

    private static final int NAME = 60;
    private static final int ROOTS = 4;
    private static final int TROUBLE = 140;

    /** Its name, fit for a line. */
    public String name() {
        return Shown.of(team.name(), NAME);
    }

    /** Its name to the last letter, for the file of points: as JSON, in ASCII alone, because a name may hold what no page can. */
    public String key() {
        return team.name().chars().mapToObj(unit -> unit < ' ' || unit > '~' || unit == '"' || unit == '\\' ? "\\u%04x".formatted(unit)
                : String.valueOf((char) unit)).collect(Collectors.joining("", "\"", "\""));
    }

    /** Its checklist; a link that leaves the course's folder for nowhere. */
    public String href() {
        return Stream.of((team.folder() + "/checklist.html").split("/")).filter(part -> !part.isEmpty() && !part.equals(".") && !part.equals(".."))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20")).collect(Collectors.joining("/"));
    }

    /** The place of one requirement there. */
    public String href(String id) {
        return href() + "#" + id;
    }

    /** Its cell in this column. */
    public TableCell cell(String id) {
        return team.cells().stream().filter(cell -> cell.row().id().equals(id)).findFirst().map(TableCell::new).orElseThrow(
                () -> new IllegalArgumentException("%s was graded by another rubric: it has no %s".formatted(name(), id)));
    }

    /** Why it was not judged to the end, cut where its writer found no end; empty where it was. */
    public Text trouble() {
        return new Text(Shown.of(team.trouble().es(), TROUBLE), Shown.of(team.trouble().en(), TROUBLE));
    }

    /** Points that nobody can change on the page. */
    public BigDecimal settled() {
        return Points.sum(team.cells().stream().filter(cell -> !new TableCell(cell).typed()).flatMap(cell -> cell.points().stream()).toList());
    }

    /** As text. */
    public String earned() {
        return Points.show(team.earned());
    }

    /** As text. */
    public String open() {
        return Points.show(team.open());
    }

    /** As text, a dash until nothing is left to be decided. */
    public String grade() {
        return team.grade().map(Points::show).orElse("—");
    }

    /** For sorting: −1 for none. */
    public String gradeKey() {
        return team.grade().map(BigDecimal::toPlainString).orElse("-1");
    }

    /** What to repair first, weightiest first. */
    public List<Root> roots() {
        return team.checklist().roots().stream().limit(ROOTS).toList();
    }

    /** All of them. */
    public int rootCount() {
        return team.checklist().roots().size();
    }

    /** How many of them are not named in the row. */
    public int furtherRoots() {
        return rootCount() - roots().size();
    }

    /** What it took, for people. */
    public String took() {
        return Seconds.show(team.seconds());
    }

    /** How many of its cells wait for somebody to decide. */
    public long openCells() {
        return team.cells().stream().filter(Cell::open).count();
    }
}
