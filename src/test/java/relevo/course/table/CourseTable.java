package relevo.course.table;

import java.util.List;
import java.util.Map;
import relevo.course.Team;
import relevo.report.Template;
import relevo.words.Text;

/**
 * A course on one page that needs nothing else but the teams' own reports beside it: no network, and without its script it can still be read.
 *
 * <p>The template is {@code src/test/resources/jte/course/index.jte}; jte escapes whatever it prints.
 */
public final class CourseTable {

    private CourseTable() {
    }

    /** The page. @param notices what the teacher has to know besides */
    public static String render(List<Team> teams, String rubric, List<Text> notices) {
        return Template.render("course/index.jte", Map.of("view", new CourseView(teams, rubric, notices)));
    }
}
