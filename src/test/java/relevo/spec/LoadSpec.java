package relevo.spec;

import relevo.cluster.Cluster;
import relevo.judge.Seen;
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

        verdicts.judge(new Seen.Scenarios(runs));
    }

    @Requirement("L4")
    void bringsLoadTestsOfItsOwn(Cluster cluster, DeliveredPlans delivered, Verdicts verdicts) {
        var door = cluster.open("/");
        var own = delivered.playedOn(cluster);

        verdicts.judge(new Seen.Brought(own, door));
    }

    @Requirement("L2")
    void isHealthyAtAverageLoad(Load load, Verdicts verdicts) {
        var average = load.of("average");

        verdicts.judge(average);
    }

    @Requirement("L3")
    void degradesGracefully(Load load, Verdicts verdicts) {
        var overload = load.of("breakpoint");
        var recovery = load.of("recovery");

        verdicts.judge(new Seen.Ramp(overload, recovery));
    }
}
