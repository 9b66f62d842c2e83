package relevo.report.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import relevo.report.chart.Axis;
import relevo.report.chart.Bars;
import relevo.report.chart.Chart;
import relevo.report.chart.Plot;
import relevo.report.load.LoadSummary.Mark;
import relevo.report.load.LoadSummary.Rank;
import relevo.report.load.LoadSummary.Scenario;
import relevo.report.load.LoadSummary.Second;
import relevo.report.load.LoadSummary.Share;
import relevo.words.Text;

/** What one scenario looked like, in pictures. */
final class ScenarioCharts {

    static final Text PER_SECOND = Text.of("peticiones/s", "requests/s");
    static final Text MILLIS = Text.of("latencia, ms", "latency, ms");

    private static final Text TIME = Text.of("tiempo desde el comienzo, s", "time since the beginning, s");
    private static final double FAR = 3;

    private final Scenario scenario;

    ScenarioCharts(Scenario scenario) {
        this.scenario = scenario;
    }

    /** Those for which there is something to draw. */
    List<Chart> all() {
        List<Chart> charts = new ArrayList<>();
        if (!scenario.overTime().isEmpty()) {
            charts.addAll(List.of(rates(), latencies(), shares()));
        }
        if (!ranks(scenario).isEmpty()) {
            charts.add(distribution());
        }
        if (!scenario.errors().isEmpty()) {
            charts.add(errors());
        }
        return charts;
    }

    private Chart rates() {
        double most = most(second -> Math.max(second.offered(), second.achieved() + second.failed()));
        var plot = new Plot(Text.of("Peticiones ofrecidas y respondidas", "Requests offered and answered"), time(), Axis.upTo(PER_SECOND, most, 5))
                .line("offered", Text.of("ofrecidas", "offered"), over(Second::offered))
                .line("achieved", Text.of("buenas respuestas", "good answers"), over(Second::achieved));
        if (scenario.failed() > 0) {
            plot.line("failed", Text.of("fallidas", "failed"), over(Second::failed));
        }
        return marked(plot).chart(Text.of("Se ofrecieron %1$s y se respondieron bien %2$s de media; fallaron %3$s de %4$s.",
                "%1$s were offered and %2$s answered well on average; %3$s of %4$s failed.",
                Numbers.rate(scenario.offeredPerSecond()), Numbers.rate(scenario.achievedPerSecond()), Numbers.count(scenario.failed()),
                Numbers.count(scenario.requests())));
    }

    private Chart latencies() {
        double most = withLimit(most(Second::p95));
        var plot = new Plot(Text.of("Latencia en el tiempo", "Latency over time"), time(), Axis.upTo(MILLIS, most, 5))
                .line("p95", Text.of("p95 de cada segundo", "p95 of each second"), over(answered(Second::p95)))
                .line("p50", Text.of("mediana de cada segundo", "median of each second"), over(answered(Second::p50)));
        limit(plot, most);
        return marked(plot).chart(Text.of("Mediana %s y p95 %s en todo el escenario.", "Median %s and p95 %s over the whole scenario.",
                Numbers.millis(scenario.latency().p50()), Numbers.millis(scenario.latency().p95())));
    }

    private Chart shares() {
        List<Second> seconds = scenario.overTime();
        double most = most(second -> second.served().values().stream().mapToLong(Long::longValue).sum());
        var plot = new Plot(Text.of("Quién respondió", "Who answered"), time(), Axis.upTo(Text.of("buenas respuestas/s", "good answers/s"), most, 5));
        double[] edges = new double[seconds.size() + 1];
        Arrays.setAll(edges, i -> i < seconds.size() ? seconds.get(i).atS() : end());
        double[] below = new double[seconds.size()];
        Map<String, String> colours = Colours.of(scenario.shares());
        for (Share share : scenario.shares()) {
            double[] heights = seconds.stream().mapToDouble(second -> second.served().getOrDefault(share.server(), 0L)).toArray();
            below = plot.stack(colours.get(share.server()), Text.same(share.server()), edges, below, heights);
        }
        return marked(plot).chart(Text.same(scenario.shares().stream().map(share -> share.server() + " " + Numbers.percent(share.part()))
                .collect(Collectors.joining(", ")) + "."));
    }

    private Chart distribution() {
        double most = withLimit(ranks(scenario).stream().mapToDouble(Rank::ms).max().orElse(0));
        var plot = distribution(List.of(scenario), most).line("p95", Text.of("todas las peticiones", "all requests"), curve(scenario));
        limit(plot, most);
        return plot.chart(Text.of("p50 %s, p95 %s, p99 %s, máximo %s.", "p50 %s, p95 %s, p99 %s, maximum %s.", Numbers.millis(scenario.latency().p50()),
                Numbers.millis(scenario.latency().p95()), Numbers.millis(scenario.latency().p99()), Numbers.millis(scenario.latency().max())));
    }

    /** An empty plot of latency by percentile, as far as these scenarios reach. */
    static Plot distribution(List<Scenario> scenarios, double mostMs) {
        double highest = scenarios.stream().flatMap(scenario -> ranks(scenario).stream()).mapToDouble(Rank::percentile).max().orElse(99);
        return new Plot(Text.of("Distribución de la latencia", "Distribution of latency"),
                Axis.percentiles(Text.of("percentil, % de las peticiones", "percentile, % of the requests"), highest), Axis.upTo(MILLIS, mostMs, 5));
    }

    /** Latency by percentile; the 100th is the maximum, and lies at the end of no axis. */
    static List<Plot.Point> curve(Scenario scenario) {
        return ranks(scenario).stream().map(rank -> new Plot.Point(rank.percentile(), rank.ms())).toList();
    }

    static List<Rank> ranks(Scenario scenario) {
        return scenario.distribution().stream().filter(rank -> rank.percentile() < 100).toList();
    }

    private Chart errors() {
        List<Bars.Bar> bars = scenario.errors().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .map(cause -> new Bars.Bar(cause.getKey(), cause.getValue(), Numbers.count(cause.getValue()))).toList();
        return Bars.chart(Text.of("Fallos por causa, peticiones", "Failures by cause, requests"),
                Text.same(bars.stream().map(bar -> bar.name() + " " + bar.figure()).collect(Collectors.joining(", ")) + "."), "failed", bars);
    }

    private Plot marked(Plot plot) {
        if (end() > scenario.seconds()) {
            plot.mark("end", scenario.seconds(), Text.of("fin de la carga", "end of the load"));
        }
        for (Mark mark : scenario.marks()) {
            plot.mark("event", mark.atS(), mark.what());
        }
        return plot;
    }

    /** Room for the limit too, unless it would leave the curve lying on the ground. */
    private double withLimit(double most) {
        return scenario.p95LimitMs().filter(limit -> limit <= FAR * most).map(limit -> Math.max(limit, most)).orElse(most);
    }

    private void limit(Plot plot, double most) {
        scenario.p95LimitMs().filter(limit -> limit <= most).ifPresent(limit -> plot.level("limit", limit, Text.of("límite de p95", "limit of p95")));
    }

    private Axis time() {
        return Axis.over(TIME, end(), 8);
    }

    private double end() {
        return Math.max(scenario.seconds(), scenario.overTime().get(scenario.overTime().size() - 1).atS() + 1);
    }

    private double most(ToDoubleFunction<Second> value) {
        return scenario.overTime().stream().mapToDouble(value).max().orElse(0);
    }

    /** In the middle of each second, of which it tells. */
    private List<Plot.Point> over(ToDoubleFunction<Second> value) {
        return scenario.overTime().stream().map(second -> new Plot.Point(second.atS() + 0.5, value.applyAsDouble(second))).toList();
    }

    /** No latency where there was no answer. */
    private static ToDoubleFunction<Second> answered(ToDoubleFunction<Second> latency) {
        return second -> latency.applyAsDouble(second) == 0 ? Double.NaN : latency.applyAsDouble(second);
    }
}
