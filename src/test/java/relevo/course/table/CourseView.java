package relevo.course.table;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.List;
import relevo.course.Cell;
import relevo.course.Team;
import relevo.report.Level;
import relevo.report.Points;
import relevo.report.Root;
import relevo.report.Row;
import relevo.report.State;
import relevo.words.Printable;
import relevo.words.Text;

/**
 * What the template asks for.
 *
 * @param teams   at least one
 * @param rubric  its name
 * @param notices what the teacher has to know besides
 */
public record CourseView(List<Team> teams, String rubric, List<Text> notices) {

    /** A name is of no more use when it is longer. */
    private static final int LONGEST = 60;

    /** A requirement that teams did not meet. */
    public record Missed(Row row, long teams, long unchecked) {
    }

    /** The columns: what the rubric gives points for, and then the rest. */
    public List<Row> columns() {
        return teams.get(0).checklist().rows().stream().sorted(comparing(row -> row.points().signum() == 0)).toList();
    }

    /** A team's cells in the order of the columns. */
    public List<Cell> cells(Team team) {
        return team.cells().stream().sorted(comparing(cell -> cell.row().points().signum() == 0)).toList();
    }

    /** Whether the teacher may type points here. */
    public boolean typed(Cell cell) {
        return cell.row().points().signum() > 0 && (cell.byHand().isPresent() || cell.points().isEmpty());
    }

    /** Points that are on top of the total. */
    public boolean extra(Cell cell) {
        return cell.row().requirement().level() == Level.EXTRA;
    }

    /** What a reader without eyes or colours is told of a cell, and everybody who points at it. */
    public Text told(Team team, Cell cell) {
        var row = cell.row();
        return Text.of("%1$s: %2$s de %4$s", "%1$s: %3$s of %4$s", name(team), row.id() + " " + row.label().es(), row.id() + " " + row.label().en(),
                Points.show(row.points()));
    }

    /** Where the checklist of a team tells of a row. */
    public String evidence(Team team, String id) {
        return Printable.of(team.folder()) + "/checklist.html#" + id;
    }

    /** What each team is to repair first, three of them. */
    public List<Root> roots(Team team) {
        return team.checklist().roots().stream().filter(root -> root.worth().signum() > 0).limit(3).toList();
    }

    /** Requirements by how many teams did not meet them; without those that nobody missed. */
    public List<Missed> missed() {
        return columns().stream().map(row -> new Missed(row, count(row, State.NOT_MET), count(row, State.COULD_NOT_CHECK) + count(row, State.WAITS)))
                .filter(missed -> missed.teams() > 0).sorted(comparing(Missed::teams).reversed()).toList();
    }

    private long count(Row column, State state) {
        return teams.stream().flatMap(team -> team.cells().stream()).filter(cell -> cell.row().id().equals(column.id()) && cell.row().state() == state).count();
    }

    /** Files of several teams that say the same. */
    public List<Alike> alike() {
        return Alike.among(teams);
    }

    public String names(Alike alike) {
        return alike.teams().stream().map(CourseView::shown).collect(joining(", "));
    }

    /** Share of the teams, %. */
    public long share(long some) {
        return Math.round(100.0 * some / teams.size());
    }

    public String name(Team team) {
        return shown(team.name());
    }

    private static String shown(String name) {
        var plain = Printable.of(name).replace('\n', '·');
        return plain.codePointCount(0, plain.length()) > LONGEST ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…" : plain;
    }

    public String points(BigDecimal points) {
        return Points.show(points);
    }

    /** Minutes, of a time in s. */
    public String minutes(double seconds) {
        return Points.show(BigDecimal.valueOf(Math.round(seconds / 6)).movePointLeft(1));
    }

    public String plain(String text) {
        return Printable.of(text);
    }
}
