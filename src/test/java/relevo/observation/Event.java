package relevo.observation;

/**
 * Something that the test did to the cluster.
 *
 * @param atMs   when it was done (the command had returned), ms since the observation began
 * @param what   the verb: {@code stop}, {@code start}, {@code kill}, {@code detected}, …
 * @param target the instance or node
 */
public record Event(double atMs, String what, String target) {
}
