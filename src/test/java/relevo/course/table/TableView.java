package relevo.course.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import relevo.course.Cell;
import relevo.course.Team;
import relevo.report.CatalogueRow;
import relevo.report.Checklist;
import relevo.report.Group;
import relevo.report.Level;
import relevo.report.Points;
import relevo.report.Row;
import relevo.report.State;
import relevo.words.Shown;
import relevo.words.Text;

/**
 * What the template of the table asks for.
 *
 * @param teams   the rows, in the order of the teacher's list
 * @param rubric  its name
 * @param notices what a reader must know first
 * @param missed  what most teams did not meet, first
 * @param alike   files, or parts of them, that several teams have
 */
public record TableView(List<TeamRow> teams, String rubric, List<Text> notices, List<Missed> missed, List<Alike> alike) {

    static TableView of(List<Team> teams, String rubric, List<Text> notices) {
        return new TableView(teams.stream().map(TeamRow::new).toList(), Shown.of(rubric), notices, Missed.of(teams), Alike.of(teams));
    }

    /** The sections that have columns. */
    public List<Group> groups() {
        return checklists().limit(1).flatMap(first -> first.groups().stream().filter(group -> !first.of(group).isEmpty())).toList();
    }

    /** The columns of one section. */
    public List<CatalogueRow> columns(Group group) {
        return columns().stream().filter(column -> column.group().equals(group.id())).toList();
    }

    /** Every requirement, in the order of its section. */
    public List<CatalogueRow> columns() {
        return checklists().limit(1).flatMap(first -> first.groups().stream().flatMap(group -> first.of(group).stream()))
                .map(Row::requirement).toList();
    }

    private Stream<Checklist> checklists() {
        return teams.stream().map(row -> row.team().checklist());
    }

    /** All points of the rubric, what is extra left out. */
    public String total() {
        return show(Points.sum(columns().stream().filter(column -> column.level() != Level.EXTRA).map(CatalogueRow::points).toList()));
    }

    /** How many teams have a grade. */
    public long graded() {
        return teams.stream().filter(row -> row.team().grade().isPresent()).count();
    }

    /** How many cells wait for somebody to decide. */
    public long open() {
        return teams.stream().flatMap(row -> row.team().cells().stream()).filter(Cell::open).count();
    }

    /** The states that occur, for the key. */
    public List<State> states() {
        return Stream.of(State.values()).filter(state -> checklists().anyMatch(checklist -> checklist.count(state) > 0)).toList();
    }

    /** Points as every report writes them. */
    public String show(BigDecimal points) {
        return Points.show(points);
    }
}
