package relevo.judge;

import java.util.List;
import relevo.observation.LoadRun;

/** Judges L. */
public final class LoadResponse {

    private LoadResponse() {
    }

    public static Verdict characterised(List<LoadRun> runs) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict healthy(LoadRun average) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict degradesGracefully(LoadRun stress, LoadRun after) {
        throw new UnsupportedOperationException("not written yet");
    }
}
