package relevo.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import relevo.observation.Member;
import relevo.observation.Reach;

/** Judges C. */
public final class Membership {

    private Membership() {
    }

    public static Verdict oneStory(Map<String, List<Member>> told, Set<String> nodes) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict reachable(List<Reach> reaches) {
        throw new UnsupportedOperationException("not written yet");
    }
}
