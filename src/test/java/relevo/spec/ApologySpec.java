package relevo.spec;

import relevo.cluster.Cluster;
import relevo.judge.Apology;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;

/** The apology: what visitors read when no server is left, and only then. */
@Specification
class ApologySpec {

    @Requirement("S1")
    void apologisesWhenNoServerIsLeft(Cluster cluster, Verdicts verdicts) {
        cluster.stop(cluster.webServers());
        cluster.awaitDown(cluster.webServers());

        var page = cluster.open("/");

        verdicts.accept(Apology.shown(page), page);
    }

    @Requirement("S2")
    void apologisesOnlyThen(Cluster cluster, Verdicts verdicts) {
        var last = cluster.backups().get(0);
        var others = cluster.webServersBut(last);

        var seen = cluster.watchUnderLightTraffic(watch -> {
            watch.untilAnswers(10);
            cluster.stop(others);
            watch.untilDetected(others);
            watch.untilAnswers(20);
            cluster.stop(last);
            watch.untilDetected(last);
            watch.untilAnswers(20);
            cluster.start(last);
            watch.untilUp(last);
            watch.untilAnswers(20);
        });
        cluster.restore();
        var throughBalancer = cluster.open("/unavailable");
        var direct = cluster.direct(cluster.production().get(0), "/unavailable");

        verdicts.accept(Apology.onlyThen(seen, throughBalancer, direct), seen, throughBalancer, direct);
    }
}
