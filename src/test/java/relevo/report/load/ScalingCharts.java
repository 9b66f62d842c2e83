package relevo.report.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import relevo.report.chart.Axis;
import relevo.report.chart.Chart;
import relevo.report.chart.Plot;
import relevo.report.load.LoadSummary.Law;
import relevo.report.load.LoadSummary.Level;
import relevo.report.load.LoadSummary.Scaling;
import relevo.words.Text;

/** Throughput and the backups' share against concurrency. */
final class ScalingCharts {

    static final Text USERS = Text.of("usuarios a la vez (C)", "users at the same time (C)");

    private static final Text GOOD_PER_SECOND = Text.of("buenas respuestas/s", "good answers/s");
    private static final int STEPS = 60;

    private ScalingCharts() {
    }

    static List<Chart> all(Scaling scaling) {
        return List.of(throughput(scaling), shares(scaling));
    }

    private static Chart throughput(Scaling scaling) {
        List<Plot.Point> curve = scaling.law().supported() ? curve(scaling) : List.of();
        double most = Math.max(most(scaling, Level::perSecond), curve.stream().mapToDouble(Plot.Point::y).max().orElse(0));
        var plot = throughput(users(List.of(scaling)), most);
        if (scaling.law().supported()) {
            plot.line("law", Text.of("ley universal de escalabilidad", "Universal Scalability Law"), curve);
        } else {
            plot.line("measured", Text.of("entre lo medido", "between what was measured"), points(scaling, Level::perSecond));
        }
        scaling.knee().ifPresent(knee -> plot.band("saturation", Text.of("intervalo del codo", "range of the knee"), knee.low(), knee.high())
                .mark("slots", knee.best(), Text.of("codo: %s usuarios", "knee: %s users", Numbers.mean(knee.best()))));
        return plot.dots("measured", Text.of("medido", "measured"), points(scaling, Level::perSecond)).mark("slots", scaling.slots(), slots(scaling.slots()))
                .chart(Text.of("El mayor caudal medido fue de %s.", "The highest throughput measured was %s.", Numbers.rate(most(scaling, Level::perSecond))));
    }

    /** An empty plot of throughput by users. */
    static Plot throughput(Axis users, double most) {
        return new Plot(Text.of("Caudal según los usuarios", "Throughput by users"), users, Axis.upTo(GOOD_PER_SECOND, most, 5));
    }

    private static Chart shares(Scaling scaling) {
        double most = Math.max(most(scaling, Level::backupShare), most(scaling, level -> level.oracle().orElse(0.0)));
        List<Plot.Point> oracle = new ArrayList<>();
        scaling.levels().stream().filter(level -> level.oracle().isPresent())
                .forEach(level -> oracle.add(new Plot.Point(level.users(), 100 * level.oracle().get())));
        // Where it begins to rise, whether or not somebody measured there.
        oracle.add(new Plot.Point(scaling.slots(), 0));
        oracle.sort(Comparator.comparingDouble(Plot.Point::x));
        return new Plot(Text.of("Parte que sirven los respaldos", "Part that the backups serve"), users(List.of(scaling)),
                Axis.upTo(Text.of("% de las buenas respuestas", "% of the good answers"), 100 * most, 5))
                .line("oracle", Text.of("la que corresponde, (C − N) / C", "what it should be, (C − N) / C"), oracle)
                .dots("backup-dots", Text.of("medida", "measured"), points(scaling, level -> 100 * level.backupShare()))
                .mark("slots", scaling.slots(), slots(scaling.slots()))
                .chart(Text.of("Como mucho %s de las respuestas.", "At most %s of the answers.", Numbers.percent(most(scaling, Level::backupShare))));
    }

    static Text slots(int slots) {
        return Text.of("N = %d: producción llena", "N = %d: production full", slots);
    }

    static Axis users(List<Scaling> scalings) {
        return Axis.upTo(USERS, scalings.stream().mapToDouble(scaling -> Math.max(most(scaling, Level::users), scaling.slots())).max().orElse(1), 8);
    }

    static double most(Scaling scaling, ToDoubleFunction<Level> value) {
        return scaling.levels().stream().mapToDouble(value).max().orElse(0);
    }

    static List<Plot.Point> points(Scaling scaling, ToDoubleFunction<Level> value) {
        return scaling.levels().stream().map(level -> new Plot.Point(level.users(), value.applyAsDouble(level))).toList();
    }

    private static List<Plot.Point> curve(Scaling scaling) {
        double most = most(scaling, Level::users);
        return IntStream.rangeClosed(0, STEPS).mapToDouble(i -> most * i / STEPS).mapToObj(users -> new Plot.Point(users, at(scaling.law(), users))).toList();
    }

    /** Below one user the law means nothing; the line starts at nothing all the same. */
    private static double at(Law law, double users) {
        return users < 1 ? law.lambda() * users : law.lambda() * users / (1 + law.sigma() * (users - 1) + law.kappa() * users * (users - 1));
    }
}
