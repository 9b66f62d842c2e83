package relevo.cluster;

import java.util.List;
import java.util.Set;
import relevo.observation.Listener;

/**
 * What runs, all of it at one moment.
 *
 * @param listeners the TCP sockets on which programs listen, in every instance that plays a part
 * @param haproxies instances in which HAProxy runs, listening or not, and machines on which it runs itself
 */
public record RunningPrograms(List<Listener> listeners, Set<String> haproxies) {
}
