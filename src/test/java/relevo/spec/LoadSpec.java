package relevo.spec;

import relevo.cluster.Cluster;
import relevo.judge.LoadResponse;
import relevo.judge.OwnPlans;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;
import relevo.load.DeliveredPlans;
import relevo.load.Load;

/** How the system responds to different demands. */
@Specification
class LoadSpec {

    @Requirement("L1")
    void respondsToDifferentDemands(Load load, Verdicts verdicts) {
        var runs = load.all();

        verdicts.accept(LoadResponse.characterised(runs), runs.toArray());
    }

    @Requirement("L4")
    void bringsLoadTestsOfItsOwn(Cluster cluster, DeliveredPlans delivered, Verdicts verdicts) {
        var door = cluster.open("/");
        var own = delivered.playedOn(cluster);

        verdicts.accept(OwnPlans.differentDemands(own, door), own, door);
    }

    @Requirement("L2")
    void isHealthyAtAverageLoad(Load load, Verdicts verdicts) {
        var average = load.of("average");

        verdicts.accept(LoadResponse.healthy(average), average);
    }

    @Requirement("L3")
    void degradesGracefully(Load load, Verdicts verdicts) {
        var overload = load.of("breakpoint");
        var recovery = load.of("recovery");

        verdicts.accept(LoadResponse.degradesGracefully(overload, recovery), overload, recovery);
    }
}
