package relevo.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import relevo.cluster.Cluster;
import relevo.cluster.Instance;
import relevo.cluster.Progress;
import relevo.judge.LoadResponse;
import relevo.judge.Timing;
import relevo.observation.LoadRun;
import relevo.observation.Observation;

/** Runs the load scenarios on the cluster, each at most once in a run, with HAProxy's statistics sampled meanwhile. */
public final class Load {

    /** What a stock Apache serves at once ({@code MaxRequestWorkers}), taken where HAProxy sets no {@code maxconn}. */
    private static final int STOCK_APACHE_SLOTS = 150;
    /** The same arrivals in every run, so that two runs can be compared. */
    private static final long SEED = 20;

    /** So many requests decide whatever a scenario's limits are judged by: the test of an error rate of 0.1 % takes 313. */
    private static final double ENOUGH = 320;

    private final Cluster cluster;
    private final Generator generator = new Generator().sharedBy(Servers.ofThisRun());

    public Load(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Light traffic for as long as it takes to see whether the backups rest again. */
    private static final int ANSWERS_AFTERWARDS = 40;

    /** Loads JMeter, which takes seconds, on a thread of its own: to be called while there is something else to wait for. */
    public static void warmUp() {
        var thread = new Thread(Generator::warmUp, "relevo-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    /** The run of a scenario on the undisturbed cluster. */
    public LoadRun of(String scenario) {
        return played(scenario).run();
    }

    /** Light traffic right after the end of a scenario that exceeded production's capacity; of any other, nothing. */
    public Observation after(String scenario) {
        return played(scenario).after();
    }

    private record Played(LoadRun run, Observation after) {
    }

    private Played played(String scenario) {
        return cluster.once("load " + scenario, () -> {
            var plan = Scenarios.named(scenario);
            var first = run(plan);
            // Something else on the machine took the processor: once is an accident, twice is a finding.
            var run = LoadResponse.isVoid(first) ? run(plan) : first;
            return new Played(run, exceedsCapacity(plan)
                    ? cluster.watchUnderLightTraffic(watch -> watch.untilAnswers(ANSWERS_AFTERWARDS))
                    : new Observation(run.seen().roles(), List.of(), List.of(), List.of()));
        });
    }

    private static boolean exceedsCapacity(Scenario scenario) {
        return scenario.steps().stream().flatMap(step -> Stream.of(step.from(), step.to())).anyMatch(rate -> rate.ofCapacity() && rate.value() > 1);
    }

    private LoadRun run(Scenario asked) {
        var slots = slots();
        var hold = Hold.bearable(asked, slots);
        var capacityPerSecond = hold.perSecond(slots);
        var scenario = bearable(asked, new Hold(asked.resource(), asked.holdMs()).perSecond(slots), capacityPerSecond);
        var ceiling = generator.ceilingPerSecond();
        var generated = new Generated[1];
        var target = cluster.address(hold.resource());
        new Progress().say("load", String.format(Locale.ROOT, "%s: %.0f s of %s, production has %d slots", scenario.name(), scenario.seconds(), hold.resource(), slots));
        var watched = cluster.watch(watch -> generated[0] = scenario.model() == Scenario.Model.OPEN
                ? generator.arrivingEvenly(scenario.evenArrivals()).open(target, scenario.schedule(capacityPerSecond), SEED, watch.originNanos())
                : generator.closed(target, scenario.users(slots), java.time.Duration.ofMillis(Math.round(scenario.seconds() * 1000)), watch.originNanos()));
        var result = generated[0];
        var open = scenario.model() == Scenario.Model.OPEN;
        var perSecond = open ? scenario.meanPerSecond(capacityPerSecond) : result.answers().size() / result.seconds();
        return new LoadRun(scenario.name(), scenario.model().key(), perSecond, open ? 0 : scenario.users(slots), result.planned(),
                result.seconds(), hold.ms(), result.worstLagMs(), ceiling, together(watched, result));
    }

    /**
     * The scenario at a pace that a slow substrate keeps. One with limits then lasts longer, so that it is judged by as many requests as it
     * would have been, or as many as it takes.
     *
     * @param own  production's capacity for the scenario's own resource, requests/s
     * @param real for the one that takes its place
     */
    static Scenario bearable(Scenario scenario, double own, double real) {
        if (scenario.model() != Scenario.Model.OPEN) {
            return scenario;
        }
        var slower = scenario.dividedBy(Timing.slowness());
        var wanted = Math.min(ENOUGH, scenario.arrivals(own));
        return scenario.limits().isEmpty() ? slower : slower.lasting(Math.max(1, wanted / slower.arrivals(real)));
    }

    private static Observation together(Observation watched, Generated generated) {
        var answers = new ArrayList<>(watched.answers());
        answers.addAll(generated.answers());
        answers.sort(Comparator.comparingDouble(relevo.observation.Answer::atMs));
        return new Observation(watched.roles(), List.copyOf(answers), watched.snapshots(), watched.events());
    }

    /** How many requests HAProxy lets production serve at the same time. */
    private int slots() {
        var production = Set.copyOf(cluster.production().stream().map(Instance::name).toList());
        var now = cluster.snapshot();
        var slots = new TreeMap<String, Long>();
        for (var row : now.statistics().servers()) {
            var instance = now.instanceOf().get(row.label());
            if (instance != null && production.contains(instance)) {
                slots.merge(instance, row.limit().orElse(STOCK_APACHE_SLOTS), Math::max);
            }
        }
        return (int) slots.values().stream().mapToLong(Long::longValue).sum();
    }
}
