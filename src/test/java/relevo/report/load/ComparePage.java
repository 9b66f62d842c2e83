package relevo.report.load;

import java.util.Map;
import relevo.report.Template;

/**
 * Two load reports beside each other, as before and after an edit of {@code haproxy.cfg}: one page that needs nothing else.
 *
 * <p>The template is {@code src/test/resources/jte/load/compare.jte}.
 */
public final class ComparePage {

    private ComparePage() {
    }

    /** The page. */
    public static String render(LoadSummary before, LoadSummary after) {
        return Template.render("load/compare.jte", Map.of("view", new CompareView(before, after)));
    }
}
