package relevo.report.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import relevo.observation.FaultTrial;
import relevo.report.FaultRow;
import relevo.observation.OwnTests;
import relevo.report.Template;

/**
 * The load report, {@code reports/load/index.html}: one page that needs nothing else, not even a script.
 *
 * <p>The templates are {@code src/test/resources/jte/load/} and {@code jte/chart.jte}.
 */
public final class LoadPage {

    private LoadPage() {
    }

    /** The page, of a delivery whose own tests were not looked at. */
    public static String render(LoadSummary summary) {
        return render(summary, List.of(), Optional.empty());
    }

    /** The page, with what faults of one server cost, and with the load tests that the delivery itself brings. */
    public static String render(LoadSummary summary, List<FaultTrial> trials, Optional<OwnTests> own) {
        var view = new LoadView(summary, trials.stream().map(FaultRow::of).toList());
        return Template.render("load/index.jte", Map.of("view", view, "own", own));
    }
}
