package relevo.report.load;

import java.util.List;
import java.util.Map;
import relevo.observation.FaultTrial;
import relevo.report.FaultRow;
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
        return render(summary, List.of());
    }

    /** The page, with what faults of one server cost. */
    static String render(LoadSummary summary, List<FaultTrial> trials) {
        return Template.render("load/index.jte", Map.of("view", new LoadView(summary, trials.stream().map(FaultRow::of).toList())));
    }
}
