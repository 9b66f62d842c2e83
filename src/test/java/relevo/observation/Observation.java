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
 */
public record Observation(Map<String, Role> roles, List<Answer> answers, List<Snapshot> snapshots, List<Event> events) {
}
