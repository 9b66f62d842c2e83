package relevo.load;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import relevo.load.Scenario.Model;
import relevo.timing.Timing;

/**
 * What is asked for, and the known time that a server works on it.
 *
 * @param resource  path asked for
 * @param ms        how long a server works on it, ms; 0 for a plain page
 * @param byRequest whether the request itself takes that time ({@link HoldingConnection}), whatever the resource
 */
record Hold(String resource, double ms, boolean byRequest) {

    /** Asked for by requests that hold. */
    static final String ANY_RESOURCE = "/";

    /** Capacity above which the processor is the bottleneck, the generator's or an emulated node's, requests/s; divided by {@link Timing#slowness}. */
    static final double BEARABLE_PER_SECOND = 250;
    /** Holds that fill many places with few requests, the one that asks least of the processor first. */
    private static final List<Hold> LONG = List.of(new Hold("/hold/3s", 3_000), new Hold("/hold/2s", 2_000), new Hold("/hold/1s", 1_000));
    /** Users who wait for answers are counted over a few seconds: each must come round more than once. */
    private static final double LONGEST_OF_USERS_MS = 2_000;
    /** An overload lets a request wait about as long again as it is worked on, and half as long once more is the margin. */
    private static final double MARGIN = 2.5;
    /** Where no time-out leaves such a margin, a request that does not wait must at least be answered. */
    private static final double LEAST_MARGIN = 1.5;

    /** A resource that takes its time, or a plain page. */
    Hold(String resource, double ms) {
        this(resource, ms, false);
    }

    /** What the scenario asks for. */
    static Hold own(Scenario scenario) {
        return new Hold(scenario.resource(), scenario.holdMs());
    }

    /**
     * What the scenario asks for or, where production has so many slots that filling them would take more requests than a generator can
     * send, a resource that fills them with fewer. Without {@code maxconn} Apache's own workers are the slots, a few hundred.
     *
     * @param serverMs {@code timeout server} in force, ms: what is held longer is given up
     */
    static Hold bearable(Scenario scenario, int slots, OptionalDouble serverMs) {
        var own = own(scenario);
        return own.ms() > 0 && own.perSecond(slots) > BEARABLE_PER_SECOND / Timing.slowness()
                ? longest(scenario.model() == Model.OPEN ? Double.MAX_VALUE : LONGEST_OF_USERS_MS, serverMs, own) : own;
    }

    private static Hold longest(double most, OptionalDouble serverMs, Hold own) {
        var patient = serverMs.orElse(Double.MAX_VALUE);
        var allowed = LONG.stream().filter(hold -> hold.ms() <= most).toList();
        // Shorter ones ask for more requests than are easily sent: what is given up now and then is the lesser evil.
        return allowed.stream().filter(hold -> hold.ms() >= LONGEST_OF_USERS_MS && hold.ms() * MARGIN <= patient).findFirst()
                .or(() -> allowed.stream().filter(hold -> hold.ms() * LEAST_MARGIN <= patient).findFirst()).orElse(own);
    }

    /** The shortest that keeps so many requests open with at most so many a second, and is answered in time; empty where none is. */
    static Optional<Hold> keepingOpen(Scenario scenario, double open, double mostPerSecond, OptionalDouble serverMs) {
        var longer = LONG.stream().sorted(Comparator.comparingDouble(Hold::ms));
        return Stream.concat(Stream.of(own(scenario)), longer)
                .filter(hold -> hold.ms() * LEAST_MARGIN <= serverMs.orElse(Double.MAX_VALUE))
                .filter(hold -> open * 1_000 / Math.max(hold.ms(), 1) <= mostPerSecond).findFirst();
    }

    /** The same time, taken by the request; a plain page stays one. */
    Hold takenByRequest() {
        return ms > 0 ? new Hold(ANY_RESOURCE, ms, true) : this;
    }

    /** What is asked for, for the line that says what is under way. */
    String words() {
        return byRequest ? String.format(Locale.ROOT, "%s, held by the request itself for %.0f ms", resource, ms) : resource;
    }

    /** What so many slots serve at most, requests/s; a plain page is taken to need 1 ms. */
    double perSecond(int slots) {
        return slots * 1000 / Math.max(ms, 1);
    }
}
