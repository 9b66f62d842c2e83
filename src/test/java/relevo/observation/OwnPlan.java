package relevo.observation;

import java.util.Optional;

/**
 * One JMeter plan of the delivery.
 *
 * @param plan   what it says
 * @param result what came of it; empty where nothing in it could be run
 */
public record OwnPlan(PlanDescription plan, Optional<PlanResult> result) {
}
