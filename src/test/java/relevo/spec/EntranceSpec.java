package relevo.spec;

import static relevo.outside.Visitor.keepingAlive;
import static relevo.outside.Visitor.withNewConnections;

import java.util.stream.Collectors;
import relevo.cluster.Cluster;
import relevo.judge.Sample;
import relevo.judge.Seen;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;
import relevo.observation.InstanceState;

/** Clients talk to the balancer alone; it decides who answers, and nothing else than what belongs there runs behind it. */
@Specification
class EntranceSpec {

    @Requirement("G1.1")
    void answersComeFromProduction(Cluster cluster, Verdicts verdicts) {
        var seen = cluster.visits(Sample.VISITS.requests(), withNewConnections());

        var balancer = cluster.standing();

        verdicts.judge(new Seen.Answered(seen, balancer));
    }

    @Requirement("G1.2")
    void productionSharesTheRequests(Cluster cluster, Verdicts verdicts) {
        var anew = cluster.visits(Sample.SHARES.requests(), withNewConnections());
        var kept = cluster.visits(Sample.SHARES.requests(), keepingAlive());

        verdicts.judge(new Seen.Shares(anew, kept));
    }

    @Requirement("G1.3")
    void noServerIsReachedAroundTheBalancer(Cluster cluster, Verdicts verdicts) {
        var doors = cluster.doorways();

        verdicts.judge(new Seen.Doorways(doors));
    }

    @Requirement("G2")
    void eachContainerRunsWhatBelongsThere(Cluster cluster, Verdicts verdicts) {
        var programs = cluster.once("what runs", cluster.inspection()::programs);
        var instances = cluster.inspection().instances().stream().map(InstanceState::name).collect(Collectors.toSet());

        verdicts.judge(new Seen.Running(programs.listeners(), programs.haproxies(), instances, cluster.roles()));
    }
}
