package relevo.spec;

import java.util.Set;
import relevo.cluster.Cluster;
import relevo.judge.Membership;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;

/** The LXD cluster itself: every machine is a member, all tell the same story, and containers reach each other across machines. */
@Specification
class ClusterSpec {

    @Requirement("C1")
    void everyMachineIsAMember(Cluster cluster, Verdicts verdicts) {
        var told = cluster.membersToldByEach();

        verdicts.accept(Membership.oneStory(told, Set.copyOf(cluster.nodeNames())), told);
    }

    @Requirement("C2")
    void containersReachEachOther(Cluster cluster, Verdicts verdicts) {
        var reaches = cluster.reachFromBalancer();

        verdicts.accept(Membership.reachable(reaches), reaches);
    }
}
