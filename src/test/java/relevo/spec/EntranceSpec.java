package relevo.spec;

import static relevo.outside.Visitor.keepingAlive;
import static relevo.outside.Visitor.withNewConnections;

import relevo.cluster.Cluster;
import relevo.judge.Doors;
import relevo.judge.Entrance;
import relevo.judge.Sample;
import relevo.judge.Software;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;

/** Clients talk to the balancer alone; it decides who answers, and nothing else than what belongs there runs behind it. */
@Specification
class EntranceSpec {

    @Requirement("G1.1")
    void answersComeFromProduction(Cluster cluster, Verdicts verdicts) {
        var seen = cluster.visits(Sample.VISITS.requests(), withNewConnections());

        var balancer = cluster.standing();

        verdicts.accept(Entrance.answeredByProduction(seen, balancer), seen, balancer);
    }

    @Requirement("G1.2")
    void productionSharesTheRequests(Cluster cluster, Verdicts verdicts) {
        var anew = cluster.visits(Sample.SHARES.requests(), withNewConnections());
        var kept = cluster.visits(Sample.SHARES.requests(), keepingAlive());

        verdicts.accept(Entrance.shared(anew, kept), anew, kept);
    }

    @Requirement("G1.3")
    void noServerIsReachedAroundTheBalancer(Cluster cluster, Verdicts verdicts) {
        var doors = cluster.doorways();

        verdicts.accept(Doors.onlyThroughTheBalancer(doors), doors);
    }

    @Requirement("G2")
    void eachContainerRunsWhatBelongsThere(Cluster cluster, Verdicts verdicts) {
        var listeners = cluster.inspection().listeners();

        verdicts.accept(Software.onlyWhatBelongs(listeners, cluster.roles()), listeners);
    }
}
