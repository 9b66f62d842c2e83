package relevo.course.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import relevo.course.Team;
import relevo.report.Points;
import relevo.words.Shown;

/**
 * {@code canvas.csv}, for Canvas' gradebook: five columns that say who a student is, in Canvas' order, and one assignment; the second line has its points.
 *
 * <p>Canvas takes every further column for another assignment, so what was earned and what is open stand in {@code grades.csv} alone. No BOM: its
 * parser stumbles over one before a quote. An empty grade takes away one that Canvas has: it says that there is none.
 * What it reads is in {@code lib/gradebook_importer.rb} of https://github.com/instructure/canvas-lms
 */
final class CanvasCsv {

    private static final List<String> WHO = List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section");
    /** Headings that Canvas computes itself; an assignment of such a name it passes over without a word. */
    private static final Pattern COMPUTED = Pattern.compile("(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)");

    private CanvasCsv() {
    }

    /**
     * The table.
     *
     * @param roster     without one, or with one that has none of Canvas' columns, there is a line for each team
     * @param assignment its title in Canvas; one that exists there has its number too: {@code Relevo (123)}
     * @throws IllegalArgumentException when Canvas would not take the title for an assignment's
     */
    static String render(List<Team> teams, Optional<StudentRoster> roster, String assignment) {
        if (assignment.isBlank() || COMPUTED.matcher(assignment).find() || WHO.stream().anyMatch(assignment.strip()::equalsIgnoreCase)) {
            throw new IllegalArgumentException("canvas.csv: Canvas takes no assignment called \"%s\": give another title, such as Relevo"
                    .formatted(Shown.of(assignment)));
        }
        var lines = new ArrayList<List<String>>();
        lines.add(Stream.concat(WHO.stream(), Stream.of(assignment.strip())).toList());
        lines.add(List.of("    Points Possible", "", "", "", "",
                teams.stream().findFirst().map(team -> Points.show(team.checklist().score().total())).orElse("")));
        roster.filter(CanvasCsv::knowsCanvas).ifPresentOrElse(
                students -> students.students().forEach(student -> lines.add(
                        line(WHO.stream().map(column -> students.value(student, column)).toList(), StudentRoster.teamOf(student, teams)))),
                () -> teams.forEach(team -> lines.add(line(List.of(team.name(), "", "", "", ""), team))));
        return Csv.of(lines);
    }

    private static boolean knowsCanvas(StudentRoster roster) {
        var columns = roster.columns().stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
        return Stream.of("student", "id", "sis user id", "sis login id").anyMatch(columns::contains);
    }

    private static List<String> line(List<String> who, Team team) {
        return Stream.concat(who.stream(), Stream.of(GradesCsv.grade(team))).toList();
    }
}
