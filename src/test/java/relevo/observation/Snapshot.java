package relevo.observation;

import java.util.Map;

/**
 * HAProxy's statistics, read during an observation.
 *
 * @param atMs       when the answer had arrived, ms since the observation began
 * @param statistics what they said
 * @param instanceOf which instance each server row means, key {@code proxy/server}; a row that is no instance's is missing
 */
public record Snapshot(double atMs, Statistics statistics, Map<String, String> instanceOf) {
}
