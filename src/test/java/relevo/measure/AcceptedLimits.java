package relevo.measure;

import relevo.chance.ErrorRule;
import relevo.chance.SlownessRule;
import relevo.observation.Limits;
import relevo.observation.LoadRun;
import relevo.timing.Timing;

/** What a load scenario accepts as healthy: its own limits, or the usual ones where it has none. */
public final class AcceptedLimits {

    /** At most 0.1 % of errors, and p95 at most 250 ms above the time that the resource itself takes. */
    public static final Limits USUAL = new Limits(0.1, 250);

    private AcceptedLimits() {
    }

    /** Those of a run's scenario. */
    public static Limits of(LoadRun run) {
        return run.limits().orElse(USUAL);
    }

    /** The most that the 95th percentile of a run may be, ms. */
    public static double p95Ms(LoadRun run) {
        return run.holdMs() + of(run).p95OverHoldMs() * Timing.slowness();
    }

    /** Fewest requests with which errors and p95 decide where the limits are the usual ones. */
    public static long needed() {
        return Math.max(ErrorRule.needed(USUAL.errorPercent() / 100), SlownessRule.needed());
    }
}
