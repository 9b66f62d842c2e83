package relevo.report.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import relevo.report.chart.Axis;
import relevo.report.chart.Chart;
import relevo.report.chart.Plot;
import relevo.report.load.LoadSummary.Breakpoint;
import relevo.report.load.LoadSummary.Level;
import relevo.report.load.LoadSummary.Point;
import relevo.report.load.LoadSummary.Scaling;
import relevo.words.Text;

/** Latency against throughput, and where the system stops following. */
final class LimitCharts {

    private static final Text ACHIEVED = Text.of("buenas respuestas/s", "good answers/s");
    private static final Text OFFERED = Text.of("peticiones ofrecidas/s", "requests offered/s");

    private LimitCharts() {
    }

    /** One for the users that wait and one for the ramp, as far as they were played. */
    static List<Chart> latencyAgainstThroughput(Optional<Scaling> scaling, Optional<Breakpoint> limit) {
        List<Chart> charts = new ArrayList<>();
        scaling.filter(found -> !found.levels().isEmpty()).ifPresent(found ->
                charts.add(latency(Text.of("Con cada vez más usuarios (%s)", "With ever more users (%s)", found.scenario()),
                found.levels(), Level::perSecond, level -> level.latency().p50(), level -> level.latency().p95())));
        limit.filter(found -> !found.points().isEmpty()).ifPresent(found ->
                charts.add(latency(Text.of("En la rampa (%s)", "On the ramp (%s)", found.scenario()),
                found.points(), Point::achieved, Point::p50, Point::p95)));
        return charts;
    }

    private static <T> Chart latency(Text title, List<T> measured, ToDoubleFunction<T> rate, ToDoubleFunction<T> p50, ToDoubleFunction<T> p95) {
        double mostMs = measured.stream().mapToDouble(p95).max().orElse(0);
        double mostRate = measured.stream().mapToDouble(rate).max().orElse(0);
        return new Plot(title, Axis.upTo(ACHIEVED, mostRate, 8), Axis.upTo(ScenarioCharts.MILLIS, mostMs, 5))
                .line("p95", Text.same("p95"), points(measured, rate, p95))
                .line("p50", Text.of("mediana", "median"), points(measured, rate, p50))
                .chart(Text.of("Con %s, p95 llegó a %s.", "At %s, p95 reached %s.", Numbers.rate(mostRate), Numbers.millis(mostMs)));
    }

    static List<Chart> saturation(Breakpoint limit) {
        return limit.points().isEmpty() ? List.of() : List.of(followed(limit), parts(limit));
    }

    private static Chart followed(Breakpoint limit) {
        double most = most(limit, Point::offered);
        var plot = new Plot(Text.of("Respondido según lo ofrecido", "Answered by what was offered"), Axis.upTo(OFFERED, most, 8),
                Axis.upTo(ACHIEVED, Math.max(most, limit.peak()), 5));
        limit.saturation().ifPresent(range -> plot.band("saturation", Text.of("intervalo del punto de saturación", "range of the saturation point"),
                range.low(), range.high())
                .mark("slots", range.best(), Text.of("satura en %s", "saturates at %s", Numbers.rate(range.best()))));
        return plot.line("ideal", Text.of("todo lo ofrecido", "all that was offered"), List.of(new Plot.Point(0, 0), new Plot.Point(most, most)))
                .line("achieved", ACHIEVED, points(limit.points(), Point::offered, Point::achieved))
                .chart(saturation(limit, Text.of("No dejó de seguir.", "It never stopped following.")));
    }

    private static Text saturation(Breakpoint limit, Text none) {
        return limit.saturation().map(range -> Text.of("Satura en %s, entre %s y %s.", "Saturates at %s, between %s and %s.",
                Numbers.rate(range.best()), Numbers.rate(range.low()), Numbers.rate(range.high()))).orElse(none);
    }

    private static Chart parts(Breakpoint limit) {
        double most = Stream.<ToDoubleFunction<Point>>of(Point::failedPart, Point::backupShare).mapToDouble(value -> most(limit, value)).max().orElse(0);
        var plot = new Plot(Text.of("Respaldos y fallos según lo ofrecido", "Backups and failures by what was offered"),
                Axis.upTo(OFFERED, most(limit, Point::offered), 8),
                Axis.upTo(Text.of("%", "%"), 100 * most, 5));
        limit.saturation().ifPresent(range -> plot.band("saturation", Text.of("intervalo del punto de saturación", "range of the saturation point"),
                range.low(), range.high()));
        return plot.line("backup-line", Text.of("de las buenas respuestas, por los respaldos", "of the good answers, by the backups"),
                points(limit.points(), Point::offered, point -> 100 * point.backupShare()))
                .line("failed", Text.of("de las peticiones, fallidas", "of the requests, failed"),
                        points(limit.points(), Point::offered, point -> 100 * point.failedPart()))
                .chart(Text.of("Los respaldos llegaron a servir %s; fallaron como mucho %s.", "The backups served up to %s; at most %s failed.",
                        Numbers.percent(most(limit, Point::backupShare)), Numbers.percent(most(limit, Point::failedPart))));
    }

    private static double most(Breakpoint limit, ToDoubleFunction<Point> value) {
        return limit.points().stream().mapToDouble(value).max().orElse(0);
    }

    private static <T> List<Plot.Point> points(List<T> measured, ToDoubleFunction<T> x, ToDoubleFunction<T> y) {
        return measured.stream().map(one -> new Plot.Point(x.applyAsDouble(one), y.applyAsDouble(one))).toList();
    }
}
