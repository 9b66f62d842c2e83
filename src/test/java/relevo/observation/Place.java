package relevo.observation;

import java.util.OptionalLong;

/**
 * How many requests a server line takes at once.
 *
 * @param server  {@code farm/name}
 * @param maxconn its own, or that of the default-server before it; empty where neither says any, or says 0
 * @param where   file and line that say so; of the server line itself where nothing does
 * @param checked whether the balancer looks if it lives
 */
public record Place(String server, OptionalLong maxconn, String where, boolean checked) {
}
