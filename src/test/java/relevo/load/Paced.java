package relevo.load;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.load.Scenario.Model;
import relevo.load.Scenario.Step;
import relevo.observation.ConfiguredLoad;
import relevo.observation.LoadRule;
import relevo.timing.Timing;

/**
 * A scenario as it is played on a system: below what its configuration calls light, or above what it calls full. The sum of production's
 * {@code maxconn} is read first; without any, the thresholds of the rules that send requests elsewhere; without those, Apache's own workers.
 *
 * @param scenario with its pace and length
 * @param hold     what is asked for
 * @param slots    requests that production works on at once before it counts as full
 * @param by       the words that say so, with file and line; in a scenario that is kept light, those of the rule that keeps it so
 */
record Paced(Scenario scenario, Hold hold, int slots, String by) {

    /** So many requests decide whatever a scenario's limits are judged by ({@link relevo.measure.AcceptedLimits#needed}, 349 today), and some more. */
    static final double ENOUGH = 360;
    /** How far above a rule's threshold an overload goes. */
    static final double ABOVE = 2;
    /** Fewest requests/s of an overload by rule, so that a few seconds decide, however low its threshold is. */
    static final double LEAST_PER_SECOND = 20;
    /** Most requests/s that an overload asks for when it only has to keep many open; divided by {@link Timing#slowness}. */
    private static final double EASY_PER_SECOND = 150;
    /** Connections that a generator keeps open without becoming the bottleneck itself. */
    private static final double MOST_OPEN = 600;
    /** What is light for everybody, requests/s, and how long a light scenario begins so, s. */
    private static final double LIGHTEST_PER_SECOND = 2;
    private static final double LIGHTEST_SECONDS = 3;
    /** Longest that a light scenario goes on for the sake of its number of requests, s… */
    private static final double LIGHT_SECONDS = 20;
    /** …and fewest requests that convict anybody, for which it goes on in any case. */
    private static final double FEWEST = 22;
    /** How long a usual day takes to begin where Apache's own workers are the places, s: Apache starts them by and by, a process a second at first. */
    private static final double GROWING_SECONDS = 6;
    /** What it begins with. */
    private static final double GROWING_FROM = 0.1;

    /** @param places of production, by the statistics */
    static Paced of(Scenario asked, ConfiguredLoad configured, Places places) {
        var byRule = asked.isOverload() && !places.limited() ? byRule(asked, configured) : Optional.<Paced>empty();
        return byRule.orElseGet(() -> {
            var hold = Hold.bearable(asked, places.slots(), configured.serverMs());
            var steady = bearable(asked, Hold.own(asked).perSecond(places.slots()), hold.perSecond(places.slots()));
            var scenario = isUsualDay(asked) && !places.limited() ? growing(steady, hold.ms() / 1_000) : steady;
            var narrowest = configured.narrowest(false).filter(rule -> asked.isLight() && rule.lightPerSecond(false) < scenario.meanPerSecond(1));
            return narrowest.map(rule -> new Paced(light(scenario, rule.lightPerSecond(false)), hold, places.slots(), rule.text()))
                    .orElseGet(() -> new Paced(scenario, hold, places.slots(), places.by()));
        });
    }

    /** Production's capacity for the resource, requests/s. */
    double capacityPerSecond() {
        return hold.perSecond(slots);
    }

    /**
     * The scenario at a pace that a slow substrate keeps. One with limits then lasts longer, so that it is judged by as many requests as it
     * would have been, or as many as it takes; so does one whose rate follows a small capacity.
     *
     * @param own  production's capacity for the scenario's own resource, requests/s
     * @param real for the one that takes its place
     */
    static Scenario bearable(Scenario scenario, double own, double real) {
        if (scenario.model() != Model.OPEN) {
            return scenario;
        }
        var slower = scenario.dividedBy(Timing.slowness());
        var wanted = scenario.followsCapacity() ? ENOUGH : Math.min(ENOUGH, scenario.arrivals(own));
        // What follows an overload counts when it is over.
        var uncounted = scenario.after().isPresent() ? slower.meanPerSecond(real) * Timing.RELEASE.maxMs() / 1_000 : 0;
        return scenario.limits().isEmpty() ? slower : slower.lasting(Math.max(1, (wanted + uncounted) / slower.arrivals(real)));
    }

    /** Whether it asks evenly for what production bears, and is judged by limits. */
    private static boolean isUsualDay(Scenario asked) {
        return asked.model() == Model.OPEN && asked.steps().size() == 1 && asked.followsCapacity() && !asked.exceedsCapacity() && asked.limits().isPresent()
                && asked.after().isEmpty();
    }

    /** As many requests, the first of them at a rate that grows. @param least how long it goes on at its full rate, s */
    private static Scenario growing(Scenario scenario, double least) {
        var full = scenario.steps().get(0);
        var first = new Step(new Rate(full.from().value() * GROWING_FROM, full.from().ofCapacity()), full.from(), GROWING_SECONDS);
        var rest = Math.max(least, full.seconds() - GROWING_SECONDS * (1 + GROWING_FROM) / 2);
        return scenario.with(List.of(first, new Step(full.from(), full.to(), rest)));
    }

    /** As many requests at this rate, as far as there is time for them; at first no more than is light for everybody. */
    private static Scenario light(Scenario scenario, double perSecond) {
        var seconds = Math.max(Math.min(scenario.arrivals(1) / perSecond, LIGHT_SECONDS), FEWEST / perSecond);
        var steps = perSecond > LIGHTEST_PER_SECOND ? List.of(flat(LIGHTEST_PER_SECOND, LIGHTEST_SECONDS), flat(perSecond, seconds))
                : List.of(flat(perSecond, seconds));
        return scenario.with(steps);
    }

    /**
     * Twice the threshold of every rule that can be reached, in its own unit. Each request comes on a connection of its own, so it counts for a
     * rule on requests, on sessions and on connections alike.
     */
    private static Optional<Paced> byRule(Scenario asked, ConfiguredLoad configured) {
        var servers = Math.max(1, configured.production().size());
        var rules = configured.rules().stream().filter(LoadRule::isReachable)
                .filter(rule -> ABOVE * total(rule, servers) <= (rule.unit().isRate() ? Hold.BEARABLE_PER_SECOND / Timing.slowness() : MOST_OPEN)).toList();
        var connections = rules.stream().filter(rule -> !rule.unit().isRate()).mapToDouble(rule -> total(rule, servers)).max().orElse(0);
        var rate = rules.stream().filter(rule -> rule.unit().isRate()).mapToDouble(rule -> total(rule, servers)).max().orElse(0);
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        var by = rules.stream().map(LoadRule::text).distinct().collect(Collectors.joining(", "));
        return Hold.keepingOpen(asked, ABOVE * connections, EASY_PER_SECOND / Timing.slowness(), configured.serverMs()).map(hold -> {
            var seconds = hold.ms() / 1_000;
            var perSecond = Stream.of(ABOVE * rate, ABOVE * connections / seconds, LEAST_PER_SECOND).max(Double::compare).orElseThrow();
            var slots = Math.max(connections, Math.ceil(rate * seconds));
            return new Paced(asked.with(List.of(flat(perSecond, asked.seconds() + seconds))), hold, (int) Math.max(1, slots), by);
        });
    }

    /** A rule that looks at one server sees that server's part. */
    private static double total(LoadRule rule, int servers) {
        return Math.max(1, rule.threshold()) * (rule.isOfOneServer() ? servers : 1);
    }

    private static Step flat(double perSecond, double seconds) {
        var rate = new Rate(perSecond, false);
        return new Step(rate, rate, seconds);
    }
}
