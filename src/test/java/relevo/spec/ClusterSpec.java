package relevo.spec;

import java.util.List;
import java.util.Map;
import java.util.Set;
import relevo.cluster.Cluster;
import relevo.cluster.Instance;
import relevo.judge.Seen;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;
import relevo.observation.BroughtUp;
import relevo.observation.Outage;

/** The LXD cluster itself: it comes up by itself, every machine is a member, all tell the same story, and containers reach each other across machines. */
@Specification
class ClusterSpec {

    @Requirement("P1")
    void comesUpWithoutAHand(Cluster cluster, BroughtUp up, Verdicts verdicts) {
        var balancer = cluster.standing();
        var instances = cluster.inventory().instances();

        verdicts.judge(new Seen.CameUp(up, balancer, instances));
    }

    @Requirement("C1")
    void everyMachineIsAMember(Cluster cluster, Verdicts verdicts) {
        var told = cluster.inspection().membersToldByEach();

        verdicts.judge(new Seen.Told(told, Set.copyOf(cluster.nodeNames())));
    }

    @Requirement("C2")
    void containersReachEachOther(Cluster cluster, Verdicts verdicts) {
        var reaches = cluster.inspection().reachFromBalancer();

        verdicts.judge(new Seen.Attempts(reaches));
    }

    @Requirement("C3")
    void aMachineThatReturnsRejoins(Cluster cluster, Verdicts verdicts) {
        var outage = machineFallsAndReturns(cluster);

        verdicts.judge(new Seen.Returned(outage, Set.copyOf(cluster.nodeNames())));
    }

    @Requirement("C4")
    void losingAMachineDoesNotStopTheService(Cluster cluster, Verdicts verdicts) {
        var fallen = machineFallsAndReturns(cluster);
        cluster.restore();
        var cutOff = machineIsCutOff(cluster);

        verdicts.judge(new Seen.Outages(List.of(fallen, cutOff)));
    }

    private static Outage machineIsCutOff(Cluster cluster) {
        var machine = cluster.machineWithoutBalancer();
        var carried = cluster.carriedBy(machine);
        var seen = cluster.watchUnderLightTraffic(watch -> {
            watch.untilAnswers(20);
            cluster.console().freeze(machine);
            watch.untilDetected(carried);
            watch.untilAnswers(40);
            cluster.console().unfreeze(machine);
            watch.untilBack(carried);
        });
        return new Outage(machine, carried.stream().map(Instance::name).toList(), seen, Map.of(), List.of());
    }

    private static Outage machineFallsAndReturns(Cluster cluster) {
        return cluster.once("a machine falls and returns", () -> {
            var machine = cluster.machineWithoutBalancer();
            var carried = cluster.carriedBy(machine);
            var seen = cluster.watchUnderLightTraffic(watch -> {
                watch.untilAnswers(20);
                cluster.console().cutPower(machine);
                watch.untilDetected(carried);
                watch.untilAnswers(40);
                cluster.console().switchOn(machine);
                watch.untilBack(carried);
                watch.untilAnswers(20);
            });
            return new Outage(machine, carried.stream().map(Instance::name).toList(), seen, cluster.inspection().membersOnceOnline(),
                    cluster.inspection().instances());
        });
    }
}
