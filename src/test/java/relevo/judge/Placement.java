package relevo.judge;

import java.util.List;
import java.util.Map;
import relevo.observation.InstanceState;
import relevo.observation.Listener;
import relevo.observation.Member;
import relevo.observation.Observation;
import relevo.observation.Role;

/** Judges G4-G6. */
public final class Placement {

    private Placement() {
    }

    public static Verdict everyMemberRuns(List<Member> members, List<InstanceState> instances, boolean nodesStandIn) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict twoWebServers(Observation light, List<InstanceState> instances) {
        throw new UnsupportedOperationException("not written yet");
    }

    public static Verdict balancerOfItsOwn(List<Listener> listeners, List<InstanceState> instances, Map<String, Role> roles) {
        throw new UnsupportedOperationException("not written yet");
    }
}
