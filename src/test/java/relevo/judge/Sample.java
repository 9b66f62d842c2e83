package relevo.judge;

import relevo.timing.Timing;

/**
 * How many requests the specification makes where that decides how sure a verdict is. Specs and {@code docs/statistics.md} share this one
 * table; {@code ScenariosTest} holds the scenarios of {@code scenarios.yaml} against it.
 */
public enum Sample {

    /** One after another, under no load: G1.1, G5. */
    VISITS(20),
    /** One after another, each way of connecting: G1.2. */
    SHARES(300),
    /** Scenario {@code smoke}: B1. */
    SMOKE(200),
    /** Scenario {@code average} on the reference cluster: L2. */
    AVERAGE(400),
    /** Scenario {@code recovery} on the reference cluster, from {@link Timing#RELEASE} on: L3. */
    RECOVERED(400),
    /** Scenario {@code apology}: S3. */
    APOLOGY(640);

    private final int requests;

    Sample(int requests) {
        this.requests = requests;
    }

    /** As many on the reference cluster: two production servers of 10 slots. */
    public int requests() {
        return requests;
    }
}
