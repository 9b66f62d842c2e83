package relevo.report.load;

import static relevo.report.load.Difference.Wish.LESS;
import static relevo.report.load.Difference.Wish.MORE;
import static relevo.report.load.Difference.Wish.NEITHER;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import relevo.report.chart.Chart;
import relevo.report.load.LoadSummary.Backups;
import relevo.report.load.LoadSummary.Judged;
import relevo.report.load.LoadSummary.Scenario;
import relevo.words.Text;

/**
 * What the template of the comparison asks for.
 *
 * @param before the run to compare with
 * @param after  the run in question
 */
public record CompareView(LoadSummary before, LoadSummary after) {

    /** A scenario that both runs played. */
    public record Pair(Scenario before, Scenario after) {
    }

    /** The outcome in a sentence or two. */
    public List<Text> headline() {
        List<VerdictChange> verdicts = verdicts();
        List<Difference> figures = pairs().stream().flatMap(pair -> differences(pair).stream()).toList();
        return List.of(
                Text.of("Veredictos: %1$s mejor, %2$s peor, %3$s igual.", "Verdicts: %1$s better, %2$s worse, %3$s the same.",
                        of(verdicts, Trend.BETTER), of(verdicts, Trend.WORSE), of(verdicts, Trend.SAME)),
                Text.of("Cifras: %1$s mejor, %2$s peor, %3$s igual.", "Figures: %1$s better, %2$s worse, %3$s the same.",
                        count(figures, Trend.BETTER), count(figures, Trend.WORSE), count(figures, Trend.SAME)));
    }

    private static String of(List<VerdictChange> verdicts, Trend change) {
        return Numbers.count(verdicts.stream().filter(verdict -> verdict.change() == change).count());
    }

    private static String count(List<Difference> figures, Trend change) {
        return Numbers.count(figures.stream().filter(figure -> figure.change() == change).count());
    }

    /** When a difference counts. */
    public Text rule() {
        return Text.of("Una diferencia cuenta si pasa del %1$s de lo de antes y, además, de %2$s en latencias, %3$s en ritmos, %4$s puntos en partes y %5$s "
                + "en lo que tardan los respaldos. Lo demás es ruido y se marca igual.",
                "A difference counts when it is more than %1$s of what was before and also more than %2$s in latencies, %3$s in rates, %4$s points in parts "
                        + "and %5$s in how long backups take. The rest is noise and is marked the same.",
                Numbers.percent(Quantity.NOISE), Quantity.LATENCY.least(), Quantity.RATE.least(), Quantity.PART.least(), Quantity.REACTION.least());
    }

    /** What makes the comparison mean less than it seems to. */
    public List<Text> cautions() {
        List<Text> cautions = new ArrayList<>();
        var first = before.provenance();
        var second = after.provenance();
        if (!first.configuration().isEmpty() && first.configuration().equals(second.configuration())) {
            cautions.add(Text.of("haproxy.cfg es el mismo en las dos: lo que difiera no viene de él.",
                    "haproxy.cfg is the same in both: what differs does not come from it."));
        }
        if (!first.substrate().equals(second.substrate())) {
            cautions.add(Text.of("El sustrato no es el mismo (%1$s, %2$s): las latencias no se pueden comparar.",
                    "The substrate is not the same (%1$s, %2$s): latencies cannot be compared.",
                    first.substrate(), second.substrate()));
        }
        if (!first.machine().equals(second.machine()) || Quantity.RATE.differs(first.ceilingPerSecond(), second.ceilingPerSecond())) {
            cautions.add(Text.of("La máquina no es la misma o no rindió igual (generador: %1$s, %2$s): una parte de la diferencia puede ser suya.",
                    "The machine is not the same or did not perform alike (generator: %1$s, %2$s): part of the difference may be its own.",
                    Numbers.rate(first.ceilingPerSecond()), Numbers.rate(second.ceilingPerSecond())));
        }
        if (first.seed() != second.seed()) {
            cautions.add(Text.of("La semilla de las llegadas no es la misma.", "The seed of the arrivals is not the same."));
        }
        return cautions;
    }

    /** Of the one before, or of the one after. */
    public List<Fact> provenance(LoadSummary summary) {
        return LoadView.provenance(summary.provenance());
    }

    /** Every requirement that either judged, in the order of the first, those that changed first. */
    public List<VerdictChange> verdicts() {
        Set<String> ids = new LinkedHashSet<>();
        before.verdicts().forEach(judged -> ids.add(judged.id()));
        after.verdicts().forEach(judged -> ids.add(judged.id()));
        List<VerdictChange> all = ids.stream().map(id -> VerdictChange.of(id, judged(before, id), judged(after, id))).toList();
        List<VerdictChange> sorted = new ArrayList<>(all.stream().filter(verdict -> verdict.change() != Trend.SAME).toList());
        sorted.addAll(all.stream().filter(verdict -> verdict.change() == Trend.SAME).toList());
        return sorted;
    }

    private static Optional<Judged> judged(LoadSummary summary, String id) {
        return summary.verdicts().stream().filter(judged -> judged.id().equals(id)).findFirst();
    }

    /** What both played, in the order of the first. */
    public List<Pair> pairs() {
        return before.scenarios().stream().flatMap(first -> named(after, first.name()).map(second -> new Pair(first, second)).stream()).toList();
    }

    /** What only one of them played, in a sentence; empty when there is nothing of the kind. */
    public List<Text> alone() {
        List<Text> lines = new ArrayList<>();
        alone(before, after).ifPresent(names -> lines.add(Text.of("Solo antes: %s.", "Only before: %s.", names)));
        alone(after, before).ifPresent(names -> lines.add(Text.of("Solo después: %s.", "Only after: %s.", names)));
        return lines;
    }

    private static Optional<String> alone(LoadSummary some, LoadSummary others) {
        String names = some.scenarios().stream().map(Scenario::name).filter(name -> named(others, name).isEmpty()).collect(Collectors.joining(", "));
        return Optional.of(names).filter(found -> !found.isEmpty());
    }

    private static Optional<Scenario> named(LoadSummary summary, String name) {
        return summary.scenarios().stream().filter(scenario -> scenario.name().equals(name)).findFirst();
    }

    /** Why the two plays of a scenario are hard to compare. */
    public List<Text> doubts(Pair pair) {
        List<Text> doubts = new ArrayList<>();
        if (!played(pair.before()).equals(played(pair.after()))) {
            doubts.add(Text.of("No se ejecutó lo mismo: antes %1$s; después %2$s.", "Not the same was played: before %1$s; after %2$s.", played(pair.before()),
                    played(pair.after())));
        }
        pair.before().doubt().ifPresent(doubt -> doubts.add(Text.of("Antes:", "Before:").then(doubt)));
        pair.after().doubt().ifPresent(doubt -> doubts.add(Text.of("Después:", "After:").then(doubt)));
        return doubts;
    }

    private static String played(Scenario scenario) {
        return "%s %s, %s, %s".formatted(scenario.model(), scenario.resource(), Numbers.millis(scenario.holdMs()), Numbers.seconds(scenario.seconds()));
    }

    public List<Difference> differences(Pair pair) {
        Scenario first = pair.before();
        Scenario second = pair.after();
        List<Difference> rows = new ArrayList<>(List.of(
                Difference.of(Text.of("Ofrecidas", "Offered"), Quantity.RATE, NEITHER, first.offeredPerSecond(), second.offeredPerSecond()),
                Difference.of(Text.of("Bien respondidas", "Answered well"), Quantity.RATE, MORE, first.achievedPerSecond(), second.achievedPerSecond()),
                Difference.of(Text.of("Fallidas", "Failed"), Quantity.PART, LESS, LoadView.failedPart(first), LoadView.failedPart(second)),
                Difference.of(Text.of("Mediana", "Median"), Quantity.LATENCY, LESS, first.latency().p50(), second.latency().p50()),
                Difference.of(Text.same("p95"), Quantity.LATENCY, LESS, first.latency().p95(), second.latency().p95()),
                Difference.of(Text.same("p99"), Quantity.LATENCY, LESS, first.latency().p99(), second.latency().p99())));
        if (first.backups().isPresent() || second.backups().isPresent()) {
            rows.add(Difference.of(Text.of("De los respaldos", "By the backups"), Quantity.PART, NEITHER, part(first), part(second)));
            rows.add(Difference.of(Text.of("Tardaron en entrar", "Took to join"), Quantity.REACTION, LESS, first.backups().flatMap(Backups::activationMs),
                    second.backups().flatMap(Backups::activationMs)));
            rows.add(Difference.of(Text.of("Tardaron en salir", "Took to leave"), Quantity.REACTION, LESS, first.backups().map(Backups::releaseMs),
                    second.backups().map(Backups::releaseMs)));
        }
        return rows;
    }

    private static double part(Scenario scenario) {
        return scenario.backups().map(Backups::part).orElse(0.0);
    }

    public Optional<Chart> distribution(Pair pair) {
        return CompareCharts.distribution(pair.before(), pair.after());
    }

    /** Empty unless both measured it. */
    public Optional<Chart> throughput() {
        return before.scaling().flatMap(first -> after.scaling().map(second -> CompareCharts.throughput(first, second)));
    }
}
