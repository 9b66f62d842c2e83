package relevo.spec;

import relevo.cluster.Cluster;
import relevo.judge.Placement;
import relevo.judge.Sample;
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

        verdicts.accept(Placement.everyMemberRuns(members, instances, cluster.nodesStandIn()), members, instances);
    }

    @Requirement("G5")
    void twoContainersServeAsProduction(Cluster cluster, Verdicts verdicts) {
        var seen = cluster.visits(Sample.VISITS.requests(), Visitor.withNewConnections());
        var instances = cluster.inspection().instances();

        verdicts.accept(Placement.twoWebServers(seen, instances), seen, instances);
    }

    @Requirement("G6")
    void haproxyHasAContainerOfItsOwn(Cluster cluster, Verdicts verdicts) {
        var listeners = cluster.inspection().listeners();
        var instances = cluster.inspection().instances();

        verdicts.accept(Placement.balancerOfItsOwn(listeners, instances, cluster.roles()), listeners, instances);
    }
}
