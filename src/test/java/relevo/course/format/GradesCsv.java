package relevo.course.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.course.Cell;
import relevo.course.Team;
import relevo.report.Points;

/**
 * {@code grades.csv}: one line for each team, for a spreadsheet: {@code team}, {@code earned}, {@code open}, {@code grade}, and the points of each
 * requirement by its id. {@code grade} is empty as long as {@code open} is not 0; a requirement's is empty as long as nobody decided it.
 */
final class GradesCsv {

    private GradesCsv() {
    }

    static String render(List<Team> teams) {
        var ids = new LinkedHashSet<String>();
        teams.forEach(team -> team.cells().forEach(cell -> ids.add(cell.row().id())));
        var lines = new ArrayList<List<String>>();
        lines.add(Stream.concat(Stream.of("team", "earned", "open", "grade"), ids.stream()).toList());
        teams.forEach(team -> lines.add(Stream.concat(Stream.concat(Stream.of(team.name()), points(team).stream()), each(team, ids)).toList()));
        return Csv.BOM + Csv.of(lines);
    }

    /** Earned, open, and the grade, empty while there is none. */
    static List<String> points(Team team) {
        return List.of(Points.show(team.earned()), Points.show(team.open()), grade(team));
    }

    static String grade(Team team) {
        return team.grade().map(Points::show).orElse("");
    }

    private static Stream<String> each(Team team, LinkedHashSet<String> ids) {
        Map<String, Cell> cells = team.cells().stream().collect(Collectors.toMap(cell -> cell.row().id(), cell -> cell));
        return ids.stream().map(id -> cells.containsKey(id) ? cells.get(id).points().map(Points::show).orElse("") : "");
    }
}
