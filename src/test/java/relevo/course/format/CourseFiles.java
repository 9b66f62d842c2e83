package relevo.course.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relevo.course.Team;
import relevo.report.ReportFiles;
import relevo.words.Shown;

/**
 * The files of a graded course for the tools that teachers have.
 *
 * <p>In all of them what could not be checked, what waits and what is the teacher's to decide is neither earned nor lost.
 */
public final class CourseFiles {

    /** The assignment's title where the teacher gave none. */
    public static final String TITLE = "Relevo";

    private CourseFiles() {
    }

    /** All of them for a course without a roster. @param course its folder, made when it does not exist */
    public static void write(List<Team> teams, Path course) {
        write(teams, course, TITLE, Optional.empty(), Map.of());
    }

    /**
     * Writes into each team's folder {@code feedback.md}, {@code results.json} (Gradescope), {@code result.json} (Classroom 50), {@code ctrf.json},
     * {@code junit.xml} and {@code open-test-report.xml}, and into the course's {@code grades.csv}, {@code moodle.csv} and {@code canvas.csv}.
     *
     * @param course     its folder, made when it does not exist
     * @param assignment the title in Canvas' gradebook
     * @param roster     who is in which team: gradebooks then have a line for each student, otherwise one for each team
     * @param runner     the environment of Classroom 50's runner, which judges one submission; empty elsewhere
     * @throws IllegalArgumentException       when a team's folder is not inside the course's, or Canvas takes no assignment of that title
     * @throws java.io.UncheckedIOException when a folder cannot be written
     */
    public static void write(List<Team> teams, Path course, String assignment, Optional<StudentRoster> roster, Map<String, String> runner) {
        var canvas = CanvasCsv.render(teams, roster, assignment);
        teams.forEach(team -> requireInside(course, team));
        var decimals = ClassroomFile.decimals(teams);
        // The environment is about one submission.
        var submission = teams.size() == 1 ? runner : Map.<String, String>of();
        for (var team : teams) {
            var folder = course.resolve(team.folder());
            ReportFiles.put(folder.resolve("feedback.md"), Feedback.render(team));
            ReportFiles.put(folder.resolve("results.json"), GradescopeFile.render(team));
            ReportFiles.put(folder.resolve("result.json"), ClassroomFile.render(team, decimals, submission));
            ReportFiles.put(folder.resolve("ctrf.json"), CtrfFile.render(team));
            ReportFiles.put(folder.resolve("junit.xml"), JunitXml.render(team));
            ReportFiles.put(folder.resolve("open-test-report.xml"), OpenTestXml.render(team));
        }
        ReportFiles.put(course.resolve("grades.csv"), GradesCsv.render(teams));
        ReportFiles.put(course.resolve("moodle.csv"), MoodleCsv.render(teams, roster));
        ReportFiles.put(course.resolve("canvas.csv"), canvas);
    }

    private static void requireInside(Path course, Team team) {
        var root = course.toAbsolutePath().normalize();
        var folder = root.resolve(team.folder()).normalize();
        if (!folder.startsWith(root) || folder.equals(root)) {
            throw new IllegalArgumentException("The folder \"%s\" of the team \"%s\" is not inside the course's: give it one below it"
                    .formatted(Shown.of(team.folder()), Shown.of(team.name())));
        }
    }
}
