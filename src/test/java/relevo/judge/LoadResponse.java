package relevo.judge;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import relevo.chance.ErrorRule;
import relevo.chance.SlownessRule;
import relevo.measure.AcceptedLimits;
import relevo.measure.History;
import relevo.measure.LittlesLaw;
import relevo.measure.LoadFigures;
import relevo.measure.Ramp;
import relevo.measure.Saturation;
import relevo.measure.Tally;
import relevo.observation.Answer;
import relevo.observation.LoadRun;
import relevo.observation.Percentiles;
import relevo.observation.Role;
import relevo.timing.Timing;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges L1, L2 and L3: how the system responds to load. */
public final class LoadResponse {

    /** L3: goodput at the end must be at least this part of its peak. */
    static final double HELD = 0.7;
    private static final int WINDOWS = 5;
    private static final int PER_WINDOW = 50;
    private static final int ENOUGH = 20;
    private static final Set<String> ABOVE = Set.of("stress", "overload", "spike", "breakpoint");

    private LoadResponse() {
    }

    /** Why nothing may be concluded from a run: the generator limited it, or the measurement contradicts itself. */
    public static Optional<Text> doubt(LoadRun run) {
        Findings findings = new Findings();
        measured(run, findings);
        return findings.doubts();
    }

    /**
     * L1: scenarios of different demand were run, and the system's response to each is characterised.
     *
     * @param runs at least {@code smoke}, {@code average} and one above capacity ({@code stress}, {@code overload}, {@code spike} or
     *             {@code breakpoint}), each with snapshots all along
     * @return could not check when one is missing, was limited by the generator, fails Little's law, or was not above capacity; not met
     *         when the system gave no good answer even to {@code smoke}
     */
    public static Verdict characterised(List<LoadRun> runs) {
        Findings findings = new Findings();
        Set<String> names = runs.stream().map(LoadRun::scenario).collect(Collectors.toSet());
        for (String needed : List.of("smoke", "average")) {
            if (!names.contains(needed)) {
                absent(needed, findings);
            }
        }
        List<LoadRun> above = runs.stream().filter(run -> ABOVE.contains(run.scenario())).toList();
        if (above.isEmpty()) {
            absent("stress / overload", findings);
        }
        runs.forEach(run -> measured(run, findings));
        if (!above.isEmpty() && above.stream().noneMatch(LoadResponse::exceeded)) {
            findings.doubt(Text.of("Ningún escenario superó la capacidad de producción: %s.", "No scenario exceeded production's capacity: %s.",
                    Figure.list(above.stream().map(LoadRun::scenario).toList())),
                    Text.of("Pida más peticiones por segundo o un recurso que retenga más tiempo.",
                            "Ask for more requests per second or a resource that holds longer."));
        }
        return findings.verdict(
                Text.of("Al menos tres escenarios (smoke, average y uno por encima de la capacidad), cada uno con tasas, percentiles, errores y reparto.",
                        "At least three scenarios (smoke, average and one above capacity), each with rates, percentiles, errors and shares."),
                () -> runs.stream().map(run -> LoadFigures.of(run).text()).reduce(Text.same(""), Text::then).then(saturation(runs)));
    }

    /** The saturation point of the first run that passed it clearly enough. */
    private static Text saturation(List<LoadRun> runs) {
        return runs.stream().flatMap(run -> Ramp.of(run).stream()).flatMap(ramp -> ramp.saturation().stream()).findFirst()
                .map(point -> Text.of("Punto de saturación: %s (95 %%: de %s a %s).", "Saturation point: %s (95 %%: %s to %s).", Figure.rate(point.best()),
                        Figure.rate(point.low()), Figure.rate(point.high())))
                .orElse(Text.same(""));
    }

    private static void absent(String scenario, Findings findings) {
        findings.doubt(Text.of("Falta el escenario %s.", "Scenario %s is missing.", scenario),
                Text.of("Ejecute todas las pruebas de carga.", "Run all the load tests."));
    }

    private static void measured(LoadRun run, Findings findings) {
        History history = new History(run.seen());
        Optional<Verdict> missing = Grounds.of(history).answers(ENOUGH).roles().known(Role.PRODUCTION, 1).snapshots(2).missing()
                .or(() -> Grounds.generator(run));
        if (missing.isPresent()) {
            findings.doubt(Text.same(run.scenario() + ":").then(missing.get().seen()), missing.get().remedy());
            return;
        }
        if (run.scenario().equals("smoke") && history.answers().stream().noneMatch(Answer::ok)) {
            findings.wrong(Text.of("Ni la carga mínima (smoke) obtuvo una sola respuesta buena: %s.",
                    "Not even the least load (smoke) got one good answer: %s.", Tally.causes(history.answers())),
                    Text.of("Arregle primero G1.1.", "Repair G1.1 first."));
        }
        LittlesLaw law = LittlesLaw.of(run, history);
        if (!law.sampledEnough()) {
            findings.doubt(Text.of("%s: solo %s lecturas de las estadísticas durante la carga; hacen falta %s.",
                    "%s: only %s readings of the statistics during the load; %s are needed.", run.scenario(), law.samples(), LittlesLaw.SAMPLES),
                    Grounds.statisticsRemedy());
        } else if (!law.holds()) {
            findings.doubt(Text.of("%s: la medida no cuadra con la ley de Little: %s peticiones en curso según HAProxy, %s según los clientes (tolerancia %s "
                    + "o %s).",
                            "%s: the measurement does not agree with Little's law: %s requests in the system by HAProxy, %s by the clients (tolerance %s or "
                                    + "%s).",
                            run.scenario(), decimal(law.sampled()), decimal(law.implied()), Figure.percent(LittlesLaw.RELATIVE, 1),
                            decimal(LittlesLaw.ABSOLUTE)),
                    Text.of("Algo espera donde las estadísticas no lo muestran: revise maxconn en global y frontend, y el generador.",
                            "Something waits where the statistics do not show it: look at maxconn in global and frontend, and at the generator."));
        }
    }

    private static String decimal(double value) {
        return String.format(java.util.Locale.ROOT, "%.1f", value);
    }

    private static boolean exceeded(LoadRun run) {
        History history = new History(run.seen());
        return Saturation.of(run, history).proved() || history.served(history.named(Role.BACKUP)) > 0;
    }

    /**
     * L2: at average load requests fail no more often than a healthy service's (an exact binomial test, {@link ErrorRule}), and 95 % of
     * them take at most the resource's own time and some ms ({@link SlownessRule}); the scenario's limits say how often and how many.
     *
     * @param average a run below capacity
     */
    public static Verdict healthy(LoadRun average) {
        History history = new History(average.seen());
        Optional<Verdict> missing = Grounds.of(history).answers(1).roles().known(Role.PRODUCTION, 1).missing().or(() -> Grounds.generator(average));
        if (missing.isPresent()) {
            return missing.get();
        }
        Findings findings = new Findings();
        ErrorRule test = errors(average, history.answers().size());
        SlownessRule slowness = SlownessRule.of(history.answers().size());
        health(history.answers(), average, findings);
        return findings.verdict(Text.of("Como mucho %s de errores y p95 ≤ %s.", "At most %s of errors and p95 ≤ %s.", Figure.percent(test.healthy(), 1),
                Figure.millis(AcceptedLimits.p95Ms(average))),
                () -> LoadFigures.of(average).text().then(test.text()).then(slowness.text()));
    }

    private static ErrorRule errors(LoadRun run, long requests) {
        return ErrorRule.of(requests, AcceptedLimits.of(run).errorPercent() / 100);
    }

    private static void health(List<Answer> answers, LoadRun run, Findings findings) {
        ErrorRule test = errors(run, answers.size());
        SlownessRule slowness = SlownessRule.of(answers.size());
        List<Answer> failed = answers.stream().filter(a -> !a.ok()).toList();
        if (failed.size() > test.allowed()) {
            findings.wrong(Text.of("Fallaron %s de %s peticiones (%s).", "%s of %s requests failed (%s).", Figure.count(failed.size()),
                    Figure.count(answers.size()), Tally.causes(failed)).then(test.text()),
                    Tally.refusal(failed)
                    .orElse(Text.of("Mire econ, eresp y los estados en la página de estadísticas, y los timeout de haproxy.cfg.",
                    "Look at econ, eresp and the states on the statistics page, and at the timeouts of haproxy.cfg.")));
        } else if (!test.decides() || !slowness.decides()) {
            Verdict few = Grounds.tooFew(answers.size(), Math.max(ErrorRule.needed(test.healthy()), SlownessRule.needed()));
            findings.doubt(few.seen(), few.remedy());
        }
        double p95 = Percentiles.of(answers).p95();
        if (slowness.convicts() && p95 > AcceptedLimits.p95Ms(run)) {
            findings.wrong(Text.of("p95 fue %s; se admiten %s.", "p95 was %s; %s are accepted.", Figure.millis(p95), Figure.millis(AcceptedLimits.p95Ms(run)))
                    .then(slowness.text()),
                    Text.of("Mire qtime y la cola en la página de estadísticas: ¿maxconn demasiado bajo, o minconn?",
                            "Look at qtime and the queue on the statistics page: maxconn too low, or minconn?"));
        }
    }

    /**
     * L3: overload degrades gracefully. Good answers per second in the last fifth of the schedule are at least 70 % of the best
     * fifth's, and afterwards, {@link Timing#RELEASE} later, light load is healthy again as L2 says.
     *
     * @param stress a run above capacity
     * @param after  light load that began when it ended
     */
    public static Verdict degradesGracefully(LoadRun stress, LoadRun after) {
        History history = new History(stress.seen());
        History calm = new History(after.seen());
        Optional<Verdict> missing = Grounds.of(history).answers(ENOUGH).roles().known(Role.PRODUCTION, 1).missing().or(() -> Grounds.generator(stress))
                .or(() -> Grounds.of(calm).answers(1).roles().missing()).or(() -> Grounds.generator(after));
        if (missing.isPresent()) {
            return missing.get();
        }
        Findings findings = new Findings();
        if (!exceeded(stress)) {
            findings.doubt(Text.of("No se probó que la demanda superara a producción", "It was not proved that the demand exceeded production")
                    .then(Saturation.of(stress, history).text()),
                    Text.of("Pida más peticiones por segundo.", "Ask for more requests per second."));
        }
        long[] good = goodPerWindow(history, stress.seconds());
        long peak = Arrays.stream(good).max().orElse(0);
        double length = stress.seconds() / WINDOWS;
        if (peak < PER_WINDOW) {
            Verdict few = Grounds.tooFew(peak, PER_WINDOW);
            findings.doubt(few.seen(), few.remedy());
        } else if (good[WINDOWS - 1] < HELD * peak) {
            findings.wrong(Text.of("El rendimiento se hundió: de %s en su mejor momento a %s al final (buenas respuestas).",
                    "Throughput collapsed: from %s at its best to %s at the end (good answers).", Figure.rate(peak / length),
                    Figure.rate(good[WINDOWS - 1] / length)),
                    Text.of("Ponga maxconn en cada servidor y timeout queue, para que lo que sobra espere o se rechace en vez de ahogar a Apache.",
                            "Set maxconn on each server and timeout queue, so that the excess waits or is refused instead of drowning Apache."));
        }
        List<Answer> recovered = calm.sent(Timing.RELEASE.maxMs(), Double.MAX_VALUE);
        health(recovered, after, findings);
        return findings.verdict(
                Text.of("En sobrecarga el rendimiento se queda en al menos 70 %% de su máximo, y %s después el sistema vuelve a estar sano por sí solo.",
                        "Under overload throughput holds at least 70 %% of its peak, and %s later the system is healthy again by itself.",
                        Figure.seconds(Timing.RELEASE.maxMs())),
                () -> Text.of("Rendimiento %s al final, %s en su mejor momento; después p95 %s y %s fallos de %s.",
                        "Throughput %s at the end, %s at its best; afterwards p95 %s and %s failures of %s.",
                        Figure.rate(good[WINDOWS - 1] / length), Figure.rate(peak / length), Figure.millis(Percentiles.of(recovered).p95()),
                        Figure.count(recovered.stream().filter(a -> !a.ok()).count()), Figure.count(recovered.size())));
    }

    /** Good answers that were complete in each of the schedule's equal parts. */
    private static long[] goodPerWindow(History history, double seconds) {
        long[] good = new long[WINDOWS];
        double length = seconds * 1000 / WINDOWS;
        for (Answer answer : history.answers()) {
            int window = (int) ((answer.atMs() + answer.tookMs() - history.begin()) / length);
            if (answer.ok() && window < WINDOWS) {
                good[window]++;
            }
        }
        return good;
    }
}
