package relevo.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import relevo.archive.SavedLoad;
import relevo.cluster.Cluster;
import relevo.cluster.Instance;
import relevo.discovery.LoadRules;
import relevo.load.Scenario.Model;
import relevo.load.Scenario.Played;
import relevo.machine.Progress;
import relevo.measure.GeneratorDoubt;
import relevo.observation.Answer;
import relevo.observation.LoadRun;
import relevo.observation.Observation;
import relevo.timing.Daemon;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** Runs the load scenarios on the cluster, each at most once in a run, with HAProxy's statistics sampled meanwhile, and saves what was seen. */
public final class Load {

    /** The same arrivals in every run, so that two runs can be compared. */
    public static final long SEED = 20;

    /** Light traffic for as long as it takes to see whether the backups rest again. */
    private static final int ANSWERS_AFTERWARDS = 40;

    private final Cluster cluster;
    private final SavedLoad saved;

    /** @param saved where the observations, JMeter's results and its plans go */
    public Load(Cluster cluster, SavedLoad saved) {
        this.cluster = cluster;
        this.saved = saved;
    }

    /** Loads JMeter, which takes seconds, on a thread of its own: to be called while there is something else to wait for. */
    public static void warmUp() {
        Daemon.start("relevo-warm-up", () -> {
            try {
                Generator.warmUp();
            } catch (IllegalStateException cold) {
                // The first plan does it again, and says so where it fails too.
                new Progress().say("load", "JMeter is not warm yet: " + cold.getMessage());
            }
        });
    }

    /** The run of a scenario on the undisturbed cluster. */
    public LoadRun of(String scenario) {
        var plan = Scenarios.named(scenario);
        if (plan.played() == Played.REAL_PROCESSOR && !isUsuallyPlayed(plan)) {
            throw new CannotCheck(Text.of("El escenario %s no se ejecuta con un procesador emulado: caracterizaría la emulación.",
                    "Scenario %s is not played on an emulated processor: it would characterise the emulation.", scenario),
                    Text.of("Repita en contenedores (-Drelevo.substrate=docker) o con KVM.", "Repeat on containers (-Drelevo.substrate=docker) or with KVM."),
                    null);
        }
        var first = plan.after().orElse(scenario);
        // Asked before the load: what follows a scenario begins without a pause.
        var byRequest = holdsByRequest(Stream.concat(Stream.of(Scenarios.named(first)), followers(first)));
        Map<String, LoadRun> runs = cluster.once("load " + first, () -> played(Scenarios.named(first), byRequest));
        return runs.get(scenario);
    }

    /** The runs of all scenarios that this run of the suite plays on an undisturbed cluster, in their file's order. */
    public List<LoadRun> all() {
        return Scenarios.all().stream().filter(Load::isPlayed).map(scenario -> of(scenario.name())).toList();
    }

    /** The run of a scenario on the cluster as it is now. */
    public LoadRun now(String scenario) {
        var plan = Scenarios.named(scenario);
        var run = run(plan, false, holdsByRequest(Stream.of(plan)));
        saved.keep(run);
        return run;
    }

    private static boolean isPlayed(Scenario scenario) {
        return Scenarios.only().map(names -> names.contains(scenario.name())).orElseGet(() -> isUsuallyPlayed(scenario));
    }

    private static boolean isUsuallyPlayed(Scenario scenario) {
        return switch (scenario.played()) {
            case ALWAYS -> true;
            case REAL_PROCESSOR -> Timing.slowness() == 1;
            case UNHURRIED -> Timing.slowness() == 1 && !inTheFastLoop() || isRequested(scenario);
            case ON_REQUEST -> isRequested(scenario);
            case WITHOUT_SERVERS -> false;
        };
    }

    private static boolean isRequested(Scenario scenario) {
        return Scenarios.requested().contains(scenario.name());
    }

    /** Not when one group was asked for: whoever asks for the load group wants all of it. */
    private static boolean inTheFastLoop() {
        return Boolean.getBoolean("relevo.keep") && System.getProperty("it.test") == null;
    }

    private boolean holdsByRequest(Stream<Scenario> scenarios) {
        return scenarios.anyMatch(scenario -> scenario.holdMs() > 0) && cluster.once("what holds", () -> HoldQuestion.byRequest(cluster));
    }

    private static Stream<Scenario> followers(String first) {
        return Scenarios.all().stream().filter(other -> other.after().filter(first::equals).isPresent());
    }

    /** A scenario and those that begin when it ends. */
    private Map<String, LoadRun> played(Scenario first, boolean byRequest) {
        var followers = followers(first.name()).toList();
        var runs = once(first, followers, byRequest);
        // Something else on the machine took the processor: once is an accident, twice is a finding.
        if (first.played() != Played.ON_REQUEST && runs.values().stream().anyMatch(run -> GeneratorDoubt.of(run).isPresent())) {
            new Generator().sharedBy(Servers.ofThisRun()).measureCeilingAgain();
            runs = once(first, followers, byRequest);
        }
        if (first.exceedsCapacity()) {
            cluster.recover();
        }
        runs.values().forEach(saved::keep);
        return runs;
    }

    private Map<String, LoadRun> once(Scenario first, List<Scenario> followers, boolean byRequest) {
        var runs = new LinkedHashMap<String, LoadRun>();
        runs.put(first.name(), run(first, followers.isEmpty() && first.exceedsCapacity(), byRequest));
        followers.forEach(next -> runs.put(next.name(), run(next, false, byRequest)));
        return runs;
    }

    private LoadRun run(Scenario asked, boolean calmAfterwards, boolean byRequest) {
        var demand = demand(asked);
        var scenario = demand.scenario();
        var hold = byRequest ? demand.hold().takenByRequest() : demand.hold();
        var generator = new Generator().sharedBy(Servers.ofThisRun()).arrivingEvenly(scenario.evenArrivals()).keepingAlive(scenario.keepAlive())
                .holding(hold.byRequest() ? hold.ms() : 0).writing(saved.of(scenario.name()).resolve(scenario.name() + ".jtl"));
        var ceiling = generator.ceilingPerSecond();
        var generated = new Generated[1];
        var target = target(hold);
        var stages = scenario.model() == Model.OPEN ? scenario.schedule(demand.capacityPerSecond()) : scenario.users(demand.slots());
        new Progress().say("load", String.format(Locale.ROOT, "%s: %.0f s of %s, production has %d slots by %s", scenario.name(), scenario.seconds(),
                hold.words(), demand.slots(), demand.by()));
        var watched = cluster.watch(watch -> generated[0] = scenario.model() == Model.OPEN
                ? generator.open(target, stages, SEED, watch.originNanos())
                : generator.closed(target, stages, watch.originNanos()));
        var after = calmAfterwards
                ? cluster.watchUnderLightTraffic(watch -> watch.untilIdle(cluster.backups(), ANSWERS_AFTERWARDS))
                : new Observation(watched.roles(), List.of(), List.of(), List.of());
        var result = generated[0];
        return new LoadRun(scenario.name(), scenario.model().key(), hold.resource(), hold.ms(), demand.slots(), demand.by(), stages,
                result.beganMs(), scenario.limits(), result.planned(), result.worstLagMs(), ceiling, together(watched, result), after,
                hold.byRequest());
    }

    /** Any page will do for one that anybody has; where servers do not say who they are, the one that tells them apart. */
    private URI target(Hold hold) {
        var named = hold.resource().equals(Hold.ANY_RESOURCE)
                && !cluster.once("whether servers say who they are", () -> cluster.open(Hold.ANY_RESOURCE).headers().containsKey("x-served-by"));
        return named ? cluster.marker() : cluster.address(hold.resource());
    }

    private Observation together(Observation watched, Generated generated) {
        var answers = new ArrayList<>(watched.answers());
        generated.answers().forEach(answer -> answers.add(named(answer)));
        answers.sort(Comparator.comparingDouble(Answer::atMs));
        return new Observation(watched.roles(), List.copyOf(answers), watched.snapshots(), watched.events());
    }

    private Answer named(Answer answer) {
        var marked = cluster.whose(answer.server());
        return marked.isEmpty() ? answer : new Answer(answer.atMs(), answer.tookMs(), answer.status(), marked, answer.error());
    }

    /** The scenario as it is played on this cluster. */
    private Paced demand(Scenario asked) {
        var configured = LoadRules.of(cluster.inventory());
        var now = cluster.snapshot();
        var places = Places.of(now, cluster.production().stream().map(Instance::name).toList(), configured,
                cluster.inventory().workers());
        return places.map(known -> Paced.of(asked, configured, known)).orElseThrow(() -> new CannotCheck(
                // A balancer without any server serves nobody; one that hides them has another trouble.
                Verdict.waitsFor(now.statistics().servers().isEmpty() ? "G1.1" : "G3.1",
                        Text.of("Las estadísticas no muestran ningún servidor de producción: no se sabe cuánta carga pedir.",
                                "The statistics show no production server: how much load to ask for is unknown."))));
    }
}
