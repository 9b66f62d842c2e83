package relevo.course;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import relevo.course.format.CourseFiles;
import relevo.course.format.StudentRoster;
import relevo.course.table.CourseTable;
import relevo.report.CatalogueRow;
import relevo.report.ReportFiles;
import relevo.report.Rubric;
import relevo.words.Text;

/** What a course's reports have besides those that each run leaves: the table, and files for a teacher's tools. */
final class CourseFolder {

    static final String TABLE = "index.html";

    private final Course course;
    private final Map<String, Map<String, BigDecimal>> byHand;
    private final Optional<StudentRoster> students;

    /** @throws IllegalArgumentException when a file of the teacher's will not do: before anything is graded */
    CourseFolder(Course course, GradeArguments asked) {
        var teams = course.listed().stream().map(Listed::team).toList();
        this.course = course;
        this.byHand = asked.byHand().map(file -> ByHand.read(file, teams, worth(course.rubric()))).orElse(Map.of());
        this.students = asked.students().map(file -> StudentRoster.read(file, teams));
    }

    private static Map<String, BigDecimal> worth(Rubric rubric) {
        return rubric.graded().requirements().stream().collect(Collectors.toMap(CatalogueRow::id, CatalogueRow::points));
    }

    void write() {
        var teams = course.teams(byHand);
        List<Text> notices = new ArrayList<>(students.map(roster -> roster.warnings(teams.stream().map(Team::name).toList())).orElse(List.of()));
        CourseFiles.write(teams, course.folder(), CourseFiles.TITLE, students, Map.of());
        ReportFiles.put(course.folder().resolve(TABLE), CourseTable.render(teams, course.rubric().name(), notices));
    }
}
