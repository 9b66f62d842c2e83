package relevo.judge;

import relevo.observation.LoadRun;
import relevo.observation.Observation;
import relevo.observation.Page;

/** Judges S. */
public final class Apology {

    private Apology() {
    }

    public static Verdict shown(Page page) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict onlyThen(Observation seen, Page application503, Page application503Direct) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict holdsUnderLoad(LoadRun run, Page page) {
        throw new UnsupportedOperationException("not written yet");
    }
}
