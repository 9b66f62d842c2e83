package relevo.observation;

import java.util.List;
import java.util.Map;

/**
 * Everything seen while a test watched the cluster, on one clock. Judged afterwards, and again later, without a cluster.
 *
 * @param roles     what each instance is for
 * @param answers   the requests, by the time they were sent
 * @param snapshots HAProxy's statistics, by time; the first before the first request, the last after the last answer
 * @param events    what the test did to the cluster, by time
 * @param windows   how long the balancer may take to see a change
 */
public record Observation(Map<String, Role> roles, List<Answer> answers, List<Snapshot> snapshots, List<Event> events, Windows windows) {

    /** One of a balancer whose configuration nobody read. */
    public Observation(Map<String, Role> roles, List<Answer> answers, List<Snapshot> snapshots, List<Event> events) {
        this(roles, answers, snapshots, events, Windows.SHORTEST);
    }
}
