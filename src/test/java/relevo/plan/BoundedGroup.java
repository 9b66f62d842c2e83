package relevo.plan;

import java.util.List;
import relevo.observation.Demand;

/**
 * A thread group as it is run here: the plan's shape, in less time and with fewer users where it asks for more than it may have.
 *
 * @param users        at the same time
 * @param rampSeconds  until the last one has come
 * @param delaySeconds before the first one comes
 * @param seconds      it lasts at most, after that
 * @param loops        of each user; -1 without end
 */
record BoundedGroup(int users, int rampSeconds, int delaySeconds, int seconds, long loops) {

    static BoundedGroup of(Plan.Group group, Plan plan, Bounds whole) {
        int turns = plan.inTurn() ? plan.groups().size() : 1;
        int most = Math.max(1, whole.seconds() / turns);
        Demand demand = group.demand();
        long together = plan.groups().stream().mapToLong(other -> other.demand().users()).sum() / turns;
        double smaller = Math.min(1, (double) whole.users() / Math.max(demand.users(), together));
        double faster = Math.min(1, most / plan.groups().stream().mapToDouble(BoundedGroup::length).max().orElse(most));
        int delay = Math.min(most - 1, (int) Math.round(group.delaySeconds() * faster));
        int left = most - delay;
        int seconds = demand.seconds() > 0 ? Math.min(left, Math.max(1, (int) Math.round(demand.seconds() * faster))) : left;
        int ramp = demand.rampSeconds() > 0 ? Math.max(1, (int) Math.round(demand.rampSeconds() * faster)) : 0;
        // The last user comes in time to ask for something.
        return new BoundedGroup(Math.max(1, (int) (demand.users() * smaller)), Math.min(ramp, seconds / 2), delay, seconds, demand.loops());
    }

    /** What the plan wants, as far as it says so; s, never 0. */
    private static double length(Plan.Group group) {
        return Math.max(1, group.delaySeconds() + Math.max(group.demand().rampSeconds(), group.demand().seconds()));
    }

    /** Seconds that all of them take at most. */
    static int together(Plan plan, Bounds bounds) {
        List<Integer> each = plan.groups().stream().map(group -> of(group, plan, bounds)).map(group -> group.delaySeconds() + group.seconds()).toList();
        return plan.inTurn() ? each.stream().mapToInt(Integer::intValue).sum() : each.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
