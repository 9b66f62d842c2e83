package relevo.observation;

/**
 * A condition on load in the configuration in force, under which requests go somewhere else.
 *
 * @param fetch     what HAProxy is asked for, with its argument as it is written: {@code fe_conn}, {@code be_conn_free(production)}
 * @param operator  {@code gt}, {@code ge}, {@code lt}, {@code le} or {@code eq}; the opposite where the condition is negated
 * @param threshold in its unit; of a rate per second, whatever period it is written in
 * @param unit      what it counts
 * @param farm      where it leads, {@code farm/server} where it leads to one server
 * @param replaces  whether all traffic of the frontend goes there while it holds, so that production serves nobody
 * @param where     file and line, {@code haproxy.cfg:35}
 */
public record LoadRule(String fetch, String operator, double threshold, LoadUnit unit, String farm, boolean replaces, String where) {

    /** A stall of a quarter of a second must not open half as many connections as a rule looks for. */
    private static final double STALLS_PER_SECOND = 4;

    /** Whether more load makes it hold (or end to hold), in figures that a client can make: connections, or something by the second. */
    public boolean isReachable() {
        return (unit == LoadUnit.CONNECTIONS || unit.isRate()) && threshold >= 0;
    }

    /** Whether it looks at one server, or one client, of several. */
    public boolean isOfOneServer() {
        return fetch.startsWith("srv_");
    }

    /**
     * Requests/s, each on a connection of its own, that stay below half of the threshold; without bound for what no client makes directly.
     *
     * @param oneByOne whether a request waits for the answer to the one before, so that one connection is open at a time
     */
    public double lightPerSecond(boolean oneByOne) {
        if (!isReachable() || oneByOne && !unit.isRate()) {
            return Double.MAX_VALUE;
        }
        // "eq 1" and "gt 0" leave no room at all: then as little as one can.
        double half = Math.max(threshold, 1) / 2;
        return unit.isRate() ? half : half * STALLS_PER_SECOND;
    }

    /** As it is written, and where: {@code fe_conn gt 10 (haproxy.cfg:35)}. */
    public String text() {
        return fetch + " " + operator + " " + (threshold == Math.rint(threshold) ? String.valueOf((long) threshold) : String.valueOf(threshold))
                + " (" + where + ")";
    }
}
