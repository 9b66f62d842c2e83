package relevo.report.load;

import java.util.Map;
import relevo.report.Template;

/**
 * The load report, {@code reports/load/index.html}: one page that needs nothing else, not even a script.
 *
 * <p>The templates are {@code src/test/resources/jte/load/} and {@code jte/chart.jte}.
 */
public final class LoadPage {

    private LoadPage() {
    }

    /** The page. */
    public static String render(LoadSummary summary) {
        return Template.render("load/index.jte", Map.of("view", new LoadView(summary)));
    }
}
