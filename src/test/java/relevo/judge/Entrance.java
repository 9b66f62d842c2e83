package relevo.judge;

import relevo.observation.Observation;

/** Judges G1. */
public final class Entrance {

    private Entrance() {
    }

    public static Verdict answeredByProduction(Observation seen) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict shared(Observation newConnections, Observation keepAlive) {
        throw new UnsupportedOperationException("not written yet");
    }
}
