package relevo.load;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import relevo.observation.Limits;
import relevo.observation.Stage;

/**
 * A demand to put on the cluster, in words that fit clusters of any capacity.
 *
 * @param name         {@code smoke}, {@code average}, {@code stress}, {@code spike}, … (a word: letters, digits, hyphens)
 * @param model        whether arrivals wait for answers
 * @param steps        what the demand is over time, never empty; of the closed model each is flat
 * @param evenArrivals equal gaps between arrivals, not a Poisson process
 * @param keepAlive    users of the closed model keep their connection for their next request
 * @param resource     path asked for, {@code /hold/200ms}
 * @param holdMs       its known service time, ms; 0 for a plain page
 * @param limits       what still counts as healthy; empty when the scenario only characterises
 * @param played       when it is played
 * @param after        the scenario at whose end it begins, without a pause; empty when it stands alone
 */
public record Scenario(String name, Model model, List<Step> steps, boolean evenArrivals, boolean keepAlive, String resource, double holdMs,
        Optional<Limits> limits,
                       Played played, Optional<String> after) {

    /** Whether arrivals wait for answers. */
    public enum Model {
        /** Arrivals follow a schedule, whatever the system does. */
        OPEN,
        /** A number of users, each of whom asks again once answered. */
        CLOSED;

        /** The word used in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When a scenario is played. */
    public enum Played {
        /** In every run. */
        ALWAYS,
        /** Where the processor is not emulated: there it would characterise the emulation. */
        REAL_PROCESSOR,
        /** As {@link #REAL_PROCESSOR}, but not in a whole run on a kept cluster, where somebody edits and waits. */
        UNHURRIED,
        /** When it is asked for by name. */
        ON_REQUEST,
        /** While every web server is down. */
        WITHOUT_SERVERS;

        /** The word used in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One step of the demand.
     *
     * @param from    rate (or users, in the closed model) at its start
     * @param to      at its end
     * @param seconds its length
     */
    public record Step(Rate from, Rate to, double seconds) {

        /** The step on a system of this capacity, in the capacity's unit. */
        Stage on(double capacity) {
            return new Stage(from.at(capacity), to.at(capacity), seconds);
        }
    }

    /** Length of the schedule, s. */
    public double seconds() {
        return steps.stream().mapToDouble(Step::seconds).sum();
    }

    /**
     * The open model's schedule on a system of this capacity.
     *
     * @param capacityPerSecond what production serves at most, requests/s of this scenario's resource
     */
    public List<Stage> schedule(double capacityPerSecond) {
        return steps.stream().map(step -> step.on(capacityPerSecond)).toList();
    }

    /**
     * The closed model's users, at least 1 at a time.
     *
     * @param slots requests that production serves at the same time
     */
    public List<Stage> users(int slots) {
        return steps.stream().map(step -> Stage.flat(Math.max(1, Math.round(step.from().at(slots))), Math.ceil(step.seconds()))).toList();
    }

    /** Whether it asks for more than production alone can serve. */
    boolean exceedsCapacity() {
        return rates().anyMatch(rate -> rate.ofCapacity() && rate.value() > 1);
    }

    /** Whether it asks for less of a smaller production. */
    boolean followsCapacity() {
        return rates().anyMatch(Rate::ofCapacity);
    }

    private Stream<Rate> rates() {
        return steps.stream().flatMap(step -> Stream.of(step.from(), step.to()));
    }

    /** Requests of the open model's schedule. */
    double arrivals(double capacityPerSecond) {
        return schedule(capacityPerSecond).stream().mapToDouble(Stage::arrivals).sum();
    }

    /** The same with every rate in figures divided by so much. */
    Scenario dividedBy(double times) {
        return with(steps.stream().map(step -> new Step(step.from().dividedBy(times), step.to().dividedBy(times), step.seconds())).toList());
    }

    /** The same, so many times as long. */
    Scenario lasting(double times) {
        return with(steps.stream().map(step -> new Step(step.from(), step.to(), step.seconds() * times)).toList());
    }

    /** Whether it asks for more than production alone can serve, evenly and all the time. */
    boolean isOverload() {
        return model == Model.OPEN && steps.size() == 1 && rates().allMatch(rate -> rate.ofCapacity() && rate.value() > 1);
    }

    /** Whether it asks for plain pages at a rate in figures while the servers are there: what any system is taken to bear. */
    boolean isLight() {
        return model == Model.OPEN && played == Played.ALWAYS && holdMs == 0 && !followsCapacity();
    }

    /** The same with another course. */
    Scenario with(List<Step> others) {
        return new Scenario(name, model, others, evenArrivals, keepAlive, resource, holdMs, limits, played, after);
    }

    /** Mean arrival rate of the open model, requests/s. */
    public double meanPerSecond(double capacityPerSecond) {
        return arrivals(capacityPerSecond) / seconds();
    }
}
