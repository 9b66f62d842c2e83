package relevo.live.page;

import java.util.List;
import java.util.Optional;
import relevo.words.Text;

/**
 * Everything that the page shows at one moment. Each view replaces the one before, so whoever comes late or reads slowly has lost nothing that is
 * still true.
 *
 * @param atMs         ms since the epoch
 * @param project      what is shown: the reference, or the name of a delivery
 * @param doing        what is under way, in the present tense; empty in both languages when nothing is
 * @param busy         whether an order would have to wait
 * @param trouble      what keeps the files as they are now from being in force, or the cluster from being there; empty when nothing does
 * @param picture      the cluster
 * @param strip        the last two minutes
 * @param requirements in the catalogue's order
 * @param faults       what was done and not yet put right, the last one first
 * @param visitorPage  changes whenever a visitor gets another page than before; 0 as long as none was got
 * @param defence      the oral defence, where one was begun
 */
public record View(long atMs, String project, Text doing, boolean busy, Optional<Trouble> trouble, LivePicture picture, Strip strip,
                   List<RequirementCard> requirements, List<Text> faults, long visitorPage, Optional<DefenceSheet> defence) {
}
