package relevo.live.page;

import java.util.Optional;
import relevo.verdict.Verdict;
import relevo.words.Text;

/**
 * One requirement of the catalogue, and what was last seen of it.
 *
 * @param group     title of its section
 * @param core      whether points hang on it
 * @param verdict   the last one; empty when it was not played yet
 * @param stale     whether something changed since that could change it
 * @param playing   whether it is being played
 * @param seconds   how long it took last, s; 0 when it was not played yet
 * @param changedMs when its verdict came, ms since the epoch; 0 when there is none
 */
public record RequirementCard(String id, Text group, Text title, boolean core, Optional<Verdict> verdict, boolean stale, boolean playing, double seconds,
                              long changedMs) {
}
