package relevo.observation;

import java.util.List;
import java.util.Optional;

/**
 * One load scenario, run.
 *
 * @param scenario         its name: {@code smoke}, {@code average}, {@code stress}, {@code spike}, …
 * @param model            {@code open} (arrivals do not wait for answers) or {@code closed} (users who do)
 * @param resource         path asked for
 * @param holdMs           the known service time, ms; 0 for a plain page
 * @param slots            requests that production works on at once before it counts as full
 * @param fullBy           the words that say so, with file and line: {@code maxconn 10 (haproxy.cfg:98)}, {@code fe_conn gt 10 (haproxy.cfg:35)},
 *                         {@code MaxRequestWorkers 150}; empty where nobody asked
 * @param stages           the schedule, warm-up left out
 * @param beganMs          when each stage began, ms since the observation did
 * @param limits           what still counts as healthy; empty when the scenario only characterises
 * @param planned          arrivals in the schedule; 0 for the closed model
 * @param worstLagMs       how late the generator sent, 99th percentile of (sent − scheduled), ms; 0 for the closed model
 * @param ceilingPerSecond what this generator reaches against a server that answers at once, requests/s; 0 when not measured
 * @param seen             what happened
 * @param after            light traffic that began when the schedule ended; nothing where nobody asked
 * @param heldByRequest    whether the service time was the request's own, whose body ended so late, and not the resource's
 */
public record LoadRun(String scenario, String model, String resource, double holdMs, int slots, String fullBy, List<Stage> stages,
                      List<Double> beganMs, Optional<Limits> limits, long planned, double worstLagMs, double ceilingPerSecond, Observation seen,
                      Observation after, boolean heldByRequest) {

    /** One that was saved before anybody asked says nothing. */
    public LoadRun {
        fullBy = fullBy == null ? "" : fullBy;
    }

    /** One whose service time is the resource's. */
    public LoadRun(String scenario, String model, String resource, double holdMs, int slots, String fullBy, List<Stage> stages, List<Double> beganMs,
            Optional<Limits> limits, long planned, double worstLagMs, double ceilingPerSecond, Observation seen, Observation after) {
        this(scenario, model, resource, holdMs, slots, fullBy, stages, beganMs, limits, planned, worstLagMs, ceilingPerSecond, seen, after, false);
    }

    /** One of a production whose places nobody asked for. */
    public LoadRun(String scenario, String model, String resource, double holdMs, int slots, List<Stage> stages, List<Double> beganMs,
            Optional<Limits> limits, long planned, double worstLagMs, double ceilingPerSecond, Observation seen, Observation after) {
        this(scenario, model, resource, holdMs, slots, "", stages, beganMs, limits, planned, worstLagMs, ceilingPerSecond, seen, after);
    }

    /** Whether arrivals do not wait for answers. */
    public boolean open() {
        return model.equals("open");
    }

    /** Length of the schedule, s. */
    public double seconds() {
        return stages.stream().mapToDouble(Stage::seconds).sum();
    }

    /** Mean arrival rate of the schedule, requests/s; for the closed model what was sent. */
    public double offeredPerSecond() {
        var requests = open() ? stages.stream().mapToDouble(Stage::arrivals).sum() : seen.answers().size();
        return seconds() > 0 ? requests / seconds() : 0;
    }

    /** The highest arrival rate of the schedule, requests/s; for the closed model what was sent. */
    public double mostPerSecond() {
        return open() ? stages.stream().mapToDouble(stage -> Math.max(stage.from(), stage.to())).max().orElse(0) : offeredPerSecond();
    }

    /** When the schedule began, ms since the observation did. */
    public double scheduleBeganMs() {
        return beganMs.isEmpty() ? 0 : beganMs.get(0);
    }

    /** When it ended, ms since the observation began. */
    public double scheduleEndedMs() {
        return beganMs.isEmpty() ? 0 : beganMs.get(beganMs.size() - 1) + stages.get(stages.size() - 1).seconds() * 1000;
    }

    /** What production alone can serve of this resource, requests/s; a plain page is taken to need 1 ms. */
    public double capacityPerSecond() {
        return slots * 1000 / Math.max(holdMs, 1);
    }
}
