package relevo.live.defence;

import java.util.List;
import java.util.Optional;
import relevo.live.page.RequirementCard;
import relevo.live.page.Strip;
import relevo.observation.Balancer;
import relevo.observation.Inventory;

/**
 * What there is to ask about.
 *
 * @param cards   the requirements, with what was last seen of each; one that is stale tells nothing of the system as it is
 * @param marks   what happened in this session, the oldest first
 * @param found   what is there, with the balancer's configuration
 * @param applied whether the configuration that was read is known to be the one in force; otherwise it must be older than HAProxy's start
 */
public record Facts(List<RequirementCard> cards, List<Strip.Mark> marks, Inventory found, boolean applied) {

    public Facts {
        cards = List.copyOf(cards);
        marks = List.copyOf(marks);
    }

    /** The balancer whose configuration is in force. */
    Optional<Balancer> inForce() {
        return found.balancer().filter(Balancer::runs).filter(one -> applied || one.changedSinceStart().isEmpty());
    }

    /** What was seen of a requirement, as the system is now. */
    Optional<RequirementCard> seen(String id) {
        return cards.stream().filter(card -> card.id().equals(id) && !card.stale() && card.verdict().isPresent()).findFirst();
    }
}
