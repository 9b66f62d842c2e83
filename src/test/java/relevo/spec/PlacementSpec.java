package relevo.spec;

import relevo.cluster.Cluster;
import relevo.judge.Sample;
import relevo.judge.Seen;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;
import relevo.outside.Visitor;

/** Where the containers are: at least one on every machine, at least two with production web servers, HAProxy in one of its own. */
@Specification
class PlacementSpec {

    @Requirement("G4")
    void everyMachineRunsAContainer(Cluster cluster, Verdicts verdicts) {
        var members = cluster.inspection().members();
        var instances = cluster.inspection().instances();

        verdicts.judge(new Seen.Spread(members, instances, cluster.nodesStandIn()));
    }

    @Requirement("G5")
    void twoContainersServeAsProduction(Cluster cluster, Verdicts verdicts) {
        var seen = cluster.visits(Sample.VISITS.requests(), Visitor.withNewConnections());
        var instances = cluster.inspection().instances();

        verdicts.judge(new Seen.Visited(seen, instances));
    }

    @Requirement("G6")
    void haproxyHasAContainerOfItsOwn(Cluster cluster, Verdicts verdicts) {
        var programs = cluster.once("what runs", cluster.inspection()::programs);
        var instances = cluster.inspection().instances();

        verdicts.judge(new Seen.Housed(programs.listeners(), programs.haproxies(), instances, cluster.roles()));
    }
}
