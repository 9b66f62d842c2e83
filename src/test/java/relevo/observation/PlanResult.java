package relevo.observation;

import java.util.Map;

/**
 * What came of a delivery's plan when it was run against the balancer as published.
 *
 * @param seconds   from the first request until the last answer
 * @param samples   requests sent
 * @param answered  of these, those that got a response of whatever status
 * @param errors    requests by cause: {@code HTTP 503}, {@code read timed out}, …
 * @param meanMs    of all requests
 * @param latency   of all requests
 * @param perSecond requests sent
 * @param failure   why it did not run; empty when it did
 */
public record PlanResult(double seconds, long samples, long answered, Map<String, Long> errors, double meanMs, Percentiles latency, double perSecond,
        String failure) {

    /** It did not run. */
    public static PlanResult failed(String why) {
        return new PlanResult(0, 0, 0, Map.of(), 0, new Percentiles(0, 0, 0, 0, 0), 0, why);
    }
}
