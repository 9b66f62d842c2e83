package relevo.report.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import relevo.observation.Provenance;
import relevo.report.FaultRow;
import relevo.report.State;
import relevo.report.chart.Chart;
import relevo.report.load.LoadSummary.Backups;
import relevo.report.load.LoadSummary.Breakpoint;
import relevo.report.load.LoadSummary.Judged;
import relevo.report.load.LoadSummary.Level;
import relevo.report.load.LoadSummary.Scaling;
import relevo.report.load.LoadSummary.Scenario;
import relevo.report.load.LoadSummary.Share;
import relevo.verdict.Outcome;
import relevo.words.Text;

/**
 * What the templates of the load report ask for.
 *
 * @param faults what faults of one server cost, where any were tried
 */
public record LoadView(LoadSummary summary, List<FaultRow> faults) {

    /** B3 accepts that the backups begin anew three times. */
    private static final int FLAPPING = 4;

    /** What a reader should take away when nothing else is read. */
    public List<Text> headline() {
        List<Text> lines = new ArrayList<>();
        List<Scenario> scenarios = summary.scenarios();
        if (!scenarios.isEmpty()) {
            // Where nobody answered well there was nobody to answer: its apologies are no failures.
            List<Scenario> served = scenarios.stream().filter(scenario -> scenario.failed() < scenario.requests()).toList();
            long requests = served.stream().mapToLong(Scenario::requests).sum();
            long failed = served.stream().mapToLong(Scenario::failed).sum();
            lines.add(Text.of("%2$s escenarios atendidos, %1$s peticiones; fallaron %3$s (%4$s).", "%2$s scenarios served, %1$s requests; %3$s failed (%4$s).",
                    Numbers.count(requests), Numbers.count(served.size()), Numbers.count(failed), Numbers.percent(Summary.part(failed, requests))));
        }
        summary.limit().ifPresent(limit -> lines.add(limit.saturation()
                .map(range -> Text.of("Deja de seguir la demanda a %1$s (entre %2$s y %3$s); sirvió como mucho %4$s.",
                        "It stops following demand at %1$s (between %2$s and %3$s); it served %4$s at most.",
                        Numbers.rate(range.best()), Numbers.rate(range.low()), Numbers.rate(range.high()), Numbers.rate(limit.peak())))
                .orElseGet(() -> Text.of("Siguió toda la rampa; sirvió hasta %s.", "It followed the whole ramp; it served up to %s.",
                        Numbers.rate(limit.peak())))));
        long doubts = scenarios.stream().filter(scenario -> scenario.doubt().isPresent()).count();
        if (doubts > 0) {
            lines.add(Text.of("De %1$s de %2$s escenarios no se concluye nada; abajo se dice por qué.",
                    "Nothing is concluded from %1$s of %2$s scenarios; below it is said why.",
                    Numbers.count(doubts), Numbers.count(scenarios.size())));
        }
        return lines;
    }

    /** How many verdicts there are of a kind. */
    public long count(State state) {
        return summary.verdicts().stream().filter(verdict -> state(verdict) == state).count();
    }

    /** The verdict's, by its word. */
    public State state(Judged judged) {
        return stateOf(judged);
    }

    static State stateOf(Judged judged) {
        Outcome outcome = Arrays.stream(Outcome.values()).filter(known -> known.key().equals(judged.outcome())).findFirst().orElse(Outcome.COULD_NOT_CHECK);
        return State.valueOf(outcome.name());
    }

    /** What a verdict rests on: scenarios by their sections, the rest as files. */
    public List<Link> evidence(Judged judged) {
        return judged.evidence().stream().map(piece -> summary.scenarios().stream().filter(scenario -> scenario.name().equals(piece)).findFirst()
                .map(Link::to).orElseGet(() -> Link.inReports(piece))).toList();
    }

    /** Where the numbers come from. */
    public List<Fact> provenance() {
        return provenance(summary.provenance());
    }

    static List<Fact> provenance(Provenance from) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Inicio", "Started", from.startedAt()));
        facts.add(Fact.of("Commit", "Commit", from.commit().isEmpty() ? Text.of("fuera de un repositorio", "outside a repository") : Text.same(from.commit())));
        facts.add(Fact.of("haproxy.cfg (SHA-256)", "haproxy.cfg (SHA-256)",
                from.configuration().isEmpty() ? Text.of("no se encontró", "not found") : Text.same(from.configuration())));
        facts.add(Fact.of("Sustrato", "Substrate", from.substrate()));
        facts.add(Fact.of("Máquina", "Machine", from.machine()));
        facts.add(Fact.of("Semilla", "Seed", String.valueOf(from.seed())));
        facts.add(Fact.of("Techo del generador", "Generator's ceiling", Numbers.rate(from.ceilingPerSecond())));
        from.versions().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(version -> facts.add(Fact.of(version.getKey(), version.getKey(), version.getValue())));
        return facts;
    }

    public String anchor(Scenario scenario) {
        return Link.anchor(scenario);
    }

    /** How it was played, in a sentence. */
    public Text story(Scenario scenario) {
        Text capacity = scenario.capacityPerSecond() > 0
                ? Text.of("Producción sola puede servir %s de este recurso.", "Production alone can serve %s of this resource.",
                        Numbers.rate(scenario.capacityPerSecond()))
                : Text.same("");
        Text lasts = Text.of("durante %s.", "for %s.", Numbers.seconds(scenario.seconds()));
        Text full = scenario.fullBy().isEmpty() ? Text.same("")
                : Text.of("De dónde sale: %s.", "Where that comes from: %s.", scenario.fullBy());
        return model(scenario).then(Text.of("Pide", "It asks for")).then(asked(scenario)).then(lasts).then(capacity).then(full);
    }

    private static Text asked(Scenario scenario) {
        if (scenario.holdMs() == 0) {
            return Text.same(scenario.resource());
        }
        return scenario.heldByRequest()
                ? Text.of("%1$s, con peticiones que terminan %2$s después de que un servidor empieza con ellas y lo ocupan ese tiempo,",
                        "%1$s, with requests that end %2$s after a server has begun with them and keep it busy for that time,",
                        scenario.resource(), Numbers.millis(scenario.holdMs()))
                : Text.of("%1$s, que tarda %2$s,", "%1$s, which takes %2$s,", scenario.resource(), Numbers.millis(scenario.holdMs()));
    }

    private static Text model(Scenario scenario) {
        return switch (scenario.model()) {
            case "open" -> Text.of("Modelo abierto: las llegadas no esperan a las respuestas.", "Open model: arrivals do not wait for answers.");
            case "closed" -> Text.of("Modelo cerrado: cada usuario pide de nuevo cuando le responden.", "Closed model: each user asks again when answered.");
            default -> Text.same(scenario.model() + ".");
        };
    }

    /** The figures that sum a scenario up. */
    public List<Fact> facts(Scenario scenario) {
        var latency = scenario.latency();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("Ofrecidas", "Offered", Numbers.rate(scenario.offeredPerSecond())));
        facts.add(Fact.of("Bien respondidas", "Answered well", Numbers.rate(scenario.achievedPerSecond())));
        facts.add(new Fact(Text.of("Peticiones", "Requests"), Text.same(Numbers.count(scenario.requests())),
                scenario.planned() > 0 ? Text.of("previstas %s", "planned %s", Numbers.count(scenario.planned())) : Text.same(""), false));
        facts.add(limited("Fallidas", "Failed", Numbers.count(scenario.failed()) + " (" + Numbers.percent(failedPart(scenario)) + ")",
                scenario.errorLimit().map(Numbers::percent), scenario.errorLimit().map(limit -> failedPart(scenario) > limit).orElse(false)));
        facts.add(Fact.of("Mediana", "Median", Numbers.millis(latency.p50())));
        facts.add(limited("p95", "p95", Numbers.millis(latency.p95()), scenario.p95LimitMs().map(Numbers::millis),
                scenario.p95LimitMs().map(limit -> latency.p95() > limit).orElse(false)));
        facts.add(Fact.of("p99", "p99", Numbers.millis(latency.p99())));
        facts.add(Fact.of("Máximo", "Maximum", Numbers.millis(latency.max())));
        facts.add(new Fact(Text.of("Retraso al enviar", "Late in sending"), Text.same(Numbers.millis(scenario.lagMs())), Text.same("p99"), false));
        scenario.backups().ifPresent(backups -> facts.addAll(backups(backups)));
        return facts;
    }

    private static List<Fact> backups(Backups backups) {
        return List.of(Fact.of("De los respaldos", "By the backups", Numbers.percent(backups.part())),
                Fact.of("Tardaron en entrar", "Took to join", activation(backups)),
                Fact.of("Tardaron en salir", "Took to leave", Numbers.millis(backups.releaseMs())),
                new Fact(Text.of("Entraron, veces", "Joined, times"), Text.same(Numbers.count(backups.transitions())), Text.same(""),
                        backups.transitions() > FLAPPING));
    }

    static Text activation(Backups backups) {
        return backups.activationMs().map(ms -> Text.same(Numbers.millis(ms))).orElse(Text.of("no se vio", "not seen"));
    }

    private static Fact limited(String es, String en, String figure, Optional<String> limit, boolean wrong) {
        return new Fact(Text.of(es, en), Text.same(figure), limit.map(most -> Text.of("límite %s", "limit %s", most)).orElse(Text.same("")), wrong);
    }

    static double failedPart(Scenario scenario) {
        return Summary.part(scenario.failed(), scenario.requests());
    }

    /** Little's law, in a sentence. */
    public Text little(Scenario scenario) {
        var little = scenario.little();
        Text seen = Text.of("Ley de Little: HAProxy vio de media %1$s peticiones en el sistema; del ritmo y la latencia que vieron los clientes salen %2$s.",
                "Little's law: HAProxy saw %1$s requests in the system on average; the rate and the latency that the clients saw give %2$s.",
                Numbers.mean(little.sampled()), Numbers.mean(little.implied()));
        return seen.then(little.holds() ? Text.of("Concuerdan.", "They agree.")
                : Text.of("No concuerdan: una de las dos cuentas está mal, o la carga no era estable.",
                        "They disagree: one of the two counts is wrong, or the load was not steady."));
    }

    public List<Chart> charts(Scenario scenario) {
        return new ScenarioCharts(scenario).all();
    }

    public List<Link> files(Scenario scenario) {
        return scenario.files().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(file -> Link.beside(file.getKey(), file.getValue())).toList();
    }

    public List<Chart> scaling(Scaling scaling) {
        return ScalingCharts.all(scaling);
    }

    /** What the law says of the system, in a sentence. */
    public Text law(Scaling scaling) {
        var law = scaling.law();
        Text parameters = Text.of("λ\u00a0=\u00a0%1$s de un usuario solo, contención σ\u00a0=\u00a0%2$s, coherencia κ\u00a0=\u00a0%3$s; se aparta de lo "
                + "medido %4$s como mucho.",
                "λ\u00a0=\u00a0%1$s of one user alone, contention σ\u00a0=\u00a0%2$s, coherence κ\u00a0=\u00a0%3$s; it is off what was measured by %4$s at "
                        + "most.",
                Numbers.rate(law.lambda()), Numbers.parameter(law.sigma()), Numbers.parameter(law.kappa()), Numbers.percent(law.worst()));
        Text verdict = law.supported() ? Text.of("La ley universal de escalabilidad describe lo medido:",
                "The Universal Scalability Law describes what was measured:").then(parameters)
                : Text.of("La ley universal de escalabilidad no describe lo medido, y por eso no se dibuja.",
                        "The Universal Scalability Law does not describe what was measured, and so is not drawn.");
        return verdict.then(law.why());
    }

    /** What each server answered with so many users, in the order of the scenarios' servers. */
    public String served(Level level) {
        List<String> order = summary.scenarios().stream().flatMap(scenario -> scenario.shares().stream()).map(Share::server).distinct().toList();
        return level.served().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> entry) -> order.contains(entry.getKey()) ? order.indexOf(entry.getKey()) : order.size())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() + " " + Numbers.count(entry.getValue())).collect(Collectors.joining(", "));
    }

    /** How far the backups' share is from what it should be, in points; empty where that is not known. */
    public String off(Level level) {
        return level.oracle().map(oracle -> Numbers.points(level.backupShare() - oracle)).orElse("—");
    }

    public String oracle(Level level) {
        return level.oracle().map(Numbers::percent).orElse("—");
    }

    public List<Chart> latencyAgainstThroughput() {
        return LimitCharts.latencyAgainstThroughput(summary.scaling(), summary.limit());
    }

    public List<Chart> saturation(Breakpoint limit) {
        return LimitCharts.saturation(limit);
    }

    /** Where the system stops following, in a sentence. */
    public Text saturates(Breakpoint limit) {
        Text where = limit.saturation().map(range -> Text.of("El punto de saturación está en %1$s; el intervalo que lo contiene va de %2$s a %3$s.",
                "The saturation point is at %1$s; the range that contains it is from %2$s to %3$s.", Numbers.rate(range.best()), Numbers.rate(range.low()),
                Numbers.rate(range.high())))
                .orElse(Text.of("El sistema siguió la rampa hasta el final: su límite está más allá.",
                        "The system followed the ramp to its end: its limit lies beyond."));
        return where.then(Text.of("Sirvió como mucho %1$s; al final de la rampa, %2$s.", "It served %1$s at most; at the end of the ramp, %2$s.",
                Numbers.rate(limit.peak()), Numbers.rate(limit.last()))).then(limit.recoveryMs()
                .map(ms -> Text.of("Con poca carga volvió a estar sano en %s.", "Under light load it was healthy again within %s.", Numbers.seconds(ms / 1000)))
                .orElse(Text.same("")));
    }

    /** A scenario's servers, each with its part and how fast it was. */
    public String shares(Scenario scenario) {
        return scenario.shares().stream().map(share -> share.server() + " " + Numbers.count(share.served()) + " (" + Numbers.percent(share.part())
                + (share.served() == 0 ? "" : ", p95 " + Numbers.millis(share.latency().p95())) + ")").collect(Collectors.joining(", "));
    }

    /** The part of the backups, for the table. */
    public String backups(Scenario scenario) {
        return Numbers.percent(scenario.backups().map(Backups::part).orElse(0.0));
    }

    public String failed(Scenario scenario) {
        return Numbers.percent(failedPart(scenario));
    }
}
