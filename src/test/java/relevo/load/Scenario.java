package relevo.load;

import java.util.List;
import java.util.Optional;

/**
 * A demand to put on the cluster, in words that fit clusters of any capacity.
 *
 * @param name         {@code smoke}, {@code average}, {@code stress}, {@code spike}, … (a word: letters, digits, hyphens)
 * @param model        whether arrivals wait for answers
 * @param steps        what the demand is over time, never empty; one step for the closed model
 * @param evenArrivals equal gaps between arrivals, not a Poisson process
 * @param resource     path asked for, {@code /hold/200ms}
 * @param holdMs       its known service time, ms; 0 for a plain page
 * @param limits       what still counts as healthy; empty when the scenario only characterises
 */
public record Scenario(String name, Model model, List<Step> steps, boolean evenArrivals, String resource, double holdMs,
                       Optional<Limits> limits) {

    /** Whether arrivals wait for answers. */
    public enum Model {
        /** Arrivals follow a schedule, whatever the system does. */
        OPEN("open"),
        /** A number of users, each of whom asks again once answered. */
        CLOSED("closed");

        private final String key;

        Model(String key) {
            this.key = key;
        }

        /** The word used in files. */
        public String key() {
            return key;
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
    }

    /**
     * What still counts as healthy.
     *
     * @param errorPercent  most requests that may fail, in % of all
     * @param p95OverHoldMs most that the 95th percentile may exceed the resource's service time by, ms
     */
    public record Limits(double errorPercent, double p95OverHoldMs) {
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
        return steps.stream()
                .map(step -> new Stage(step.from().at(capacityPerSecond), step.to().at(capacityPerSecond), step.seconds()))
                .toList();
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

    private Scenario with(List<Step> others) {
        return new Scenario(name, model, others, evenArrivals, resource, holdMs, limits);
    }

    /**
     * Users of the closed model, at least 1.
     *
     * @param slots requests that production serves at the same time
     */
    public int users(int slots) {
        return (int) Math.max(1, Math.round(steps.get(0).from().at(slots)));
    }

    /** Mean arrival rate of the open model, requests/s. */
    public double meanPerSecond(double capacityPerSecond) {
        return arrivals(capacityPerSecond) / seconds();
    }
}
