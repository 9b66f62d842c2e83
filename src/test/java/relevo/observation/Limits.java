package relevo.observation;

/**
 * What still counts as healthy.
 *
 * @param errorPercent  most requests that may fail, in % of all
 * @param p95OverHoldMs most that the 95th percentile may exceed the resource's own service time by, ms
 */
public record Limits(double errorPercent, double p95OverHoldMs) {
}
