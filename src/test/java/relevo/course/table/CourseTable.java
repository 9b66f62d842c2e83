package relevo.course.table;

import java.util.List;
import java.util.Map;
import relevo.course.Team;
import relevo.report.Template;
import relevo.words.Text;

/**
 * The table of a course as one page that needs nothing else: no network, and no other file but the teams' own reports, to which its cells lead.
 *
 * <p>Its script sorts, filters, and adds up what the teacher types; without it the table is whole. The template is
 * {@code src/test/resources/jte/course/table.jte}; jte escapes whatever it prints.
 */
public final class CourseTable {

    private CourseTable() {
    }

    /**
     * The page.
     *
     * @param teams   in the order of the teacher's list, all under one rubric
     * @param rubric  its name
     * @param notices what a reader must know before any grade
     */
    public static String render(List<Team> teams, String rubric, List<Text> notices) {
        return Template.render("course/table.jte", Map.of("view", TableView.of(teams, rubric, notices)));
    }
}
