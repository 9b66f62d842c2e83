package relevo.judge;

import relevo.observation.LoadRun;
import relevo.observation.Observation;

/** Judges B. */
public final class Backups {

    private Backups() {
    }

    public static Verdict idleUnderLightLoad(Observation seen) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict joinUnderOverload(LoadRun run) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict fallIdleAgain(LoadRun run, Observation after) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict serveWhenProductionIsDown(Observation seen) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict giveBack(Observation seen) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict loseNothing(Observation seen) {
        throw new UnsupportedOperationException("not written yet");
    }
}
