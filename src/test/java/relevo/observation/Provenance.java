package relevo.observation;

import java.util.List;
import java.util.Map;

/**
 * Where the observations of a run come from.
 *
 * @param startedAt        ISO 8601, with its offset
 * @param commit           of the repository, with {@code +} when files differed from it; empty outside a repository
 * @param configuration    SHA-256 of {@code haproxy.cfg}, its first 12 hexadecimal digits; of a delivery, of the files in force without their passwords;
 *                         empty where they were not found
 * @param substrate        where the nodes came from
 * @param versions         of what took part
 * @param machine          processors, memory, kernel of the machine that made the load
 * @param seed             of random arrivals
 * @param ceilingPerSecond what its generator reaches against a server that answers at once, requests/s
 * @param scenarios        names of all scenarios, in the order of their file
 */
public record Provenance(String startedAt, String commit, String configuration, String substrate, Map<String, String> versions, String machine, long seed,
                         double ceilingPerSecond, List<String> scenarios) {
}
