package relevo.substrate.delivery;

import java.util.Map;
import relevo.machine.Progress;
import relevo.substrate.RunLock;
import relevo.verdict.CannotStart;

/** What runs that were killed had brought up. */
public final class LeftOvers {

    private LeftOvers() {
    }

    /**
     * Takes it down.
     *
     * @param sandboxed as the runs that are to follow
     * @throws CannotStart when another run is under way, or there is no sandbox
     */
    public static void clear(boolean sandboxed, Progress progress) {
        try (var lock = RunLock.take()) {
            Workshop.here(sandboxed, Map.of(), progress).clearLeftOvers();
        }
    }
}
