package relevo.spec;

import static relevo.haproxy.Visitor.keepingAlive;
import static relevo.haproxy.Visitor.withNewConnections;

import relevo.cluster.Cluster;
import relevo.judge.Entrance;
import relevo.judge.Software;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;

/** Clients talk to the balancer alone; it decides who answers, and nothing else than what belongs there runs behind it. */
@Specification
class EntranceSpec {

    /** Enough that a server which is left out by chance would be a miracle; few enough to take a second. */
    private static final int SOME = 20;
    /** What the share test needs where requests do not simply take turns. */
    private static final int MANY = 300;

    @Requirement("G1.1")
    void answersComeFromProduction(Cluster cluster, Verdicts verdicts) {
        var seen = cluster.visits(SOME, withNewConnections());

        verdicts.accept(Entrance.answeredByProduction(seen), seen);
    }

    @Requirement("G1.2")
    void productionSharesTheRequests(Cluster cluster, Verdicts verdicts) {
        var anew = cluster.visits(MANY, withNewConnections());
        var kept = cluster.visits(MANY, keepingAlive());

        verdicts.accept(Entrance.shared(anew, kept), anew, kept);
    }

    @Requirement("G2")
    void eachContainerRunsWhatBelongsThere(Cluster cluster, Verdicts verdicts) {
        var listeners = cluster.listeners();

        verdicts.accept(Software.onlyWhatBelongs(listeners, cluster.roles()), listeners);
    }
}
