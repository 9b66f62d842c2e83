package relevo.spec;

import java.util.List;
import relevo.cluster.Cluster;
import relevo.judge.Seen;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;
import relevo.load.Load;
import relevo.observation.FaultTrial;
import relevo.observation.Observation;
import relevo.observation.Role;

/** The backup servers: idle while production copes, both in service when it does not or when it is gone, and idle again afterwards. */
@Specification
class BackupSpec {

    @Requirement("B1")
    void backupsAreIdleUnderLightLoad(Load load, Verdicts verdicts) {
        var smoke = load.of("smoke");

        verdicts.judge(smoke);
    }

    @Requirement("B2")
    void bothBackupsJoinUnderOverload(Load load, Verdicts verdicts) {
        var stress = load.of("stress");

        verdicts.judge(stress);
    }

    @Requirement("B7")
    void productionGoesOnServingMeanwhile(Load load, Verdicts verdicts) {
        var stress = load.of("stress");

        verdicts.judge(stress);
    }

    @Requirement("B3")
    void backupsFallIdleAgain(Load load, Verdicts verdicts) {
        var stress = load.of("stress");

        verdicts.judge(stress);
    }

    @Requirement("B4")
    void theServiceGoesOnWhenProductionIsDown(Cluster cluster, Verdicts verdicts) {
        var seen = productionFallsAndReturns(cluster);

        verdicts.judge(seen);
    }

    @Requirement("B8")
    void bothBackupsServeWhenProductionIsDown(Cluster cluster, Verdicts verdicts) {
        var seen = productionFallsAndReturns(cluster);

        verdicts.judge(seen);
    }

    @Requirement("B5")
    void trafficReturnsToProduction(Cluster cluster, Verdicts verdicts) {
        var seen = productionFallsAndReturns(cluster);

        verdicts.judge(seen);
    }

    @Requirement("B6")
    void faultsOfOneServerLoseNoRequest(Cluster cluster, Verdicts verdicts) {
        var trials = oneFaultAfterAnother(cluster);

        verdicts.judge(new Seen.Trials(trials));
    }

    @Requirement("F1")
    void aDeadServerIsNoticedSoon(Cluster cluster, Verdicts verdicts) {
        var trials = oneFaultAfterAnother(cluster);

        verdicts.judge(new Seen.Trials(trials));
    }

    private static List<FaultTrial> oneFaultAfterAnother(Cluster cluster) {
        return cluster.once("one fault after another", () -> cluster.oneFaultAfterAnother(Role.PRODUCTION));
    }

    private static Observation productionFallsAndReturns(Cluster cluster) {
        return cluster.once("production falls and returns", () -> cluster.watchUnderLightTraffic(watch -> {
            watch.untilAnswers(20);
            cluster.stop(cluster.production());
            watch.untilDetected(cluster.production());
            watch.untilServed(40);
            cluster.start(cluster.production());
            watch.untilUp(cluster.production());
            watch.untilAnswers(40);
        }));
    }
}
