package relevo.load;

import relevo.timing.Timing;

/**
 * A resource with a known service time.
 *
 * @param resource path asked for
 * @param ms       how long a server works on it, ms; 0 for a plain page
 */
record Hold(String resource, double ms) {

    /** Capacity above which the processor is the bottleneck, the generator's or an emulated node's, requests/s; divided by {@link Timing#slowness}. */
    private static final double BEARABLE_PER_SECOND = 250;
    private static final Hold LONG = new Hold("/hold/2s", 2000);

    /**
     * What the scenario asks for or, where production has so many slots that filling them would take more requests than a generator can
     * send, a resource that fills them with fewer. Without {@code maxconn} Apache's own workers are the slots, a few hundred.
     */
    static Hold bearable(Scenario scenario, int slots) {
        var own = new Hold(scenario.resource(), scenario.holdMs());
        return own.ms() > 0 && own.perSecond(slots) > BEARABLE_PER_SECOND / Timing.slowness() ? LONG : own;
    }

    /** What so many slots serve at most, requests/s; a plain page is taken to need 1 ms. */
    double perSecond(int slots) {
        return slots * 1000 / Math.max(ms, 1);
    }
}
