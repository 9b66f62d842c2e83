package relevo.observation;

/**
 * One load scenario, run.
 *
 * @param scenario         its name: {@code smoke}, {@code average}, {@code stress}, {@code spike}, …
 * @param model            {@code open} (arrivals do not wait for answers) or {@code closed} (users who do)
 * @param offeredPerSecond mean arrival rate of the schedule, requests/s; for the closed model the rate that was achieved
 * @param users            concurrent users of the closed model; 0 for the open one
 * @param planned          arrivals in the schedule; 0 for the closed model
 * @param seconds          length of the schedule, warm-up left out
 * @param holdMs           the resource's known service time, ms; 0 for a plain page
 * @param worstLagMs       how late the generator sent, 99th percentile of (sent − scheduled), ms; 0 for the closed model
 * @param ceilingPerSecond what this generator reaches against a server that answers at once, requests/s; 0 when not measured
 * @param seen             what happened
 */
public record LoadRun(String scenario, String model, double offeredPerSecond, int users, long planned, double seconds,
                      double holdMs, double worstLagMs, double ceilingPerSecond, Observation seen) {
}
