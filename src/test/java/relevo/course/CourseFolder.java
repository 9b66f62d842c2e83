package relevo.course;

import java.math.BigDecimal;
import java.util.Map;

/** What a course's reports have besides those of each team: the table, and files for a teacher's tools. */
final class CourseFolder {

    static final String TABLE = "index.html";

    private final Course course;
    private final GradeArguments asked;

    CourseFolder(Course course, GradeArguments asked) {
        this.course = course;
        this.asked = asked;
    }

    void mustBeReadable() {
        byHand();
    }

    private Map<String, Map<String, BigDecimal>> byHand() {
        return Map.of();
    }

    void write() {
        course.teams(byHand());
    }
}
