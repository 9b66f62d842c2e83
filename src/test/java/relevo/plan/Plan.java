package relevo.plan;

import java.util.List;
import relevo.observation.Demand;
import relevo.observation.PlanDescription;

/**
 * A JMeter plan of a delivery, read and not yet run.
 *
 * @param description what people read of it
 * @param inTurn      whether its groups run one after the other
 * @param shared      headers and pauses of all groups
 * @param groups      those that can be run
 */
public record Plan(PlanDescription description, boolean inTurn, List<Step> shared, List<Group> groups) {

    /**
     * A thread group that can be run.
     *
     * @param delaySeconds before its first user comes
     */
    record Group(Demand demand, double delaySeconds, List<Step> steps) {
    }

    /** One of which nothing can be run. */
    static Plan unread(PlanDescription description) {
        return new Plan(description, false, List.of(), List.of());
    }

    /** Whether anything in it can be run here. */
    public boolean runnable() {
        return !groups.isEmpty();
    }
}
