package relevo.cluster;

import java.net.URI;
import java.util.List;

/**
 * Where the balancer answers.
 *
 * @param web        for visitors, from this host; somewhere where nobody answers, when it is published nowhere and cannot be reached
 * @param balancer   every address on this host's side that leads to the balancer: the statistics may be at each of them
 * @param unpublished where the balancer answers inside, when nothing leads there from this host but the run's own tunnel; empty otherwise
 * @param evidence   how that is known
 */
public record Door(URI web, List<URI> balancer, String unpublished, String evidence) {
}
