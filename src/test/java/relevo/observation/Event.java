package relevo.observation;

/**
 * Something that the test did to the cluster.
 *
 * @param atMs   when a fault had happened (its command had returned), or a return began (before its command), ms since the observation began
 * @param what   the verb: {@code stop}, {@code start}, {@code kill}, {@code detected}, …
 * @param target the instance or node
 */
public record Event(double atMs, String what, String target) {
}
