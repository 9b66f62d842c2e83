package relevo.report.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import relevo.report.chart.Chart;
import relevo.report.load.LoadSummary.Level;
import relevo.report.load.LoadSummary.Rank;
import relevo.report.load.LoadSummary.Scaling;
import relevo.report.load.LoadSummary.Scenario;
import relevo.words.Text;

/** Both runs in one picture. */
final class CompareCharts {

    private static final Text BEFORE = Text.of("antes", "before");
    private static final Text AFTER = Text.of("después", "after");

    private CompareCharts() {
    }

    /** Empty where neither run has anything to draw. */
    static Optional<Chart> distribution(Scenario before, Scenario after) {
        double most = Stream.of(before, after).flatMap(scenario -> ScenarioCharts.ranks(scenario).stream()).mapToDouble(Rank::ms).max().orElse(0);
        return most == 0 ? Optional.empty() : Optional.of(ScenarioCharts.distribution(List.of(before, after), most)
                .line("before", BEFORE, ScenarioCharts.curve(before)).line("after", AFTER, ScenarioCharts.curve(after))
                .chart(Text.of("p95: antes %s, después %s.", "p95: before %s, after %s.", Numbers.millis(before.latency().p95()),
                        Numbers.millis(after.latency().p95()))));
    }

    static Chart throughput(Scaling before, Scaling after) {
        double first = ScalingCharts.most(before, Level::perSecond);
        double second = ScalingCharts.most(after, Level::perSecond);
        var plot = ScalingCharts.throughput(ScalingCharts.users(List.of(before, after)), Math.max(first, second))
                .line("before", BEFORE, ScalingCharts.points(before, Level::perSecond)).line("after", AFTER, ScalingCharts.points(after, Level::perSecond));
        if (before.slots() == after.slots()) {
            plot.mark("slots", after.slots(), ScalingCharts.slots(after.slots()));
        } else {
            plot.mark("slots", before.slots(), Text.of("N antes: %d", "N before: %d", before.slots()))
                    .mark("slots", after.slots(), Text.of("N después: %d", "N after: %d", after.slots()));
        }
        return plot.chart(Text.of("El mayor caudal: antes %s, después %s.", "The highest throughput: before %s, after %s.", Numbers.rate(first),
                Numbers.rate(second)));
    }
}
