package relevo.judge;

import java.util.List;
import java.util.Map;
import relevo.observation.Listener;
import relevo.observation.Role;

/** Judges G2. */
public final class Software {

    private Software() {
    }

    public static Verdict onlyWhatBelongs(List<Listener> listeners, Map<String, Role> roles) {
        throw new UnsupportedOperationException("not written yet");
    }
}
