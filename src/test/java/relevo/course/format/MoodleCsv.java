package relevo.course.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.course.Team;
import relevo.words.Text;

/**
 * {@code moodle.csv}, for Grades, Import, CSV file: one line for each student, the roster's own columns first. There the teacher says by which of them
 * Moodle knows a student, and maps {@code grade} and {@code feedback}; it ignores what is not mapped, and takes an empty grade for none.
 *
 * <p>No BOM: Moodle is told the encoding, UTF-8. What it reads is in {@code grade/import/csv} of https://github.com/moodle/moodle
 */
final class MoodleCsv {

    private MoodleCsv() {
    }

    /** @param roster without one there is a line for each team */
    static String render(List<Team> teams, Optional<StudentRoster> roster) {
        var lines = new ArrayList<List<String>>();
        lines.add(Stream.concat(roster.stream().flatMap(students -> students.columns().stream()),
                Stream.of("team", "earned", "open", "grade", "feedback")).toList());
        roster.ifPresentOrElse(
                students -> students.students().forEach(student -> lines.add(line(student.values(), StudentRoster.teamOf(student, teams)))),
                () -> teams.forEach(team -> lines.add(line(List.of(), team))));
        return Csv.of(lines);
    }

    private static List<String> line(List<String> identity, Team team) {
        return Stream.of(identity.stream(), Stream.of(team.name()), GradesCsv.points(team).stream(), Stream.of(feedback(team))).flatMap(part -> part).toList();
    }

    /** In words of this project alone: Moodle renders it as HTML. */
    private static String feedback(Team team) {
        var roots = Feedback.roots(team);
        var first = roots.isEmpty() ? Text.same("") : Text.of("Empiece por: %1$s.", "Start with: %1$s.",
                roots.stream().map(root -> root.row().id()).collect(Collectors.joining(", ")));
        return CellWords.line(TeamRun.points(team).then(first));
    }
}
