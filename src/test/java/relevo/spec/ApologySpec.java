package relevo.spec;

import java.util.ArrayList;
import relevo.cluster.Cluster;
import relevo.judge.Apology;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;
import relevo.load.Load;
import relevo.observation.Observation;
import relevo.observation.Page;
import relevo.observation.Role;

/** The apology: what visitors read when no server is left, and only then. */
@Specification
class ApologySpec {

    /** What was seen while one server after the other went, until none was left, and then one came back. */
    private record Fall(Observation seen, Page nobodyLeft) {
    }

    @Requirement("S1")
    void apologisesWhenNoServerIsLeft(Cluster cluster, Verdicts verdicts) {
        var page = everyServerFallsAndOneReturns(cluster).nobodyLeft();

        verdicts.accept(Apology.shown(page), page);
    }

    @Requirement("S2")
    void apologisesOnlyThen(Cluster cluster, Verdicts verdicts) {
        var seen = everyServerFallsAndOneReturns(cluster).seen();
        cluster.restore();
        var throughBalancer = cluster.open("/unavailable");
        var direct = cluster.inspection().direct(cluster.oneOf(Role.PRODUCTION), "/unavailable");

        verdicts.accept(Apology.onlyThen(seen, throughBalancer, direct), seen, throughBalancer, direct);
    }

    @Requirement("S3")
    void holdsUnderHeavyLoad(Cluster cluster, Load load, Verdicts verdicts) {
        cluster.stop(cluster.webServers());
        cluster.watch(watch -> watch.untilDetected(cluster.webServers()));

        var run = load.now("apology");
        var page = cluster.open("/");
        load.keep("apology", page);

        verdicts.accept(Apology.holdsUnderLoad(run, page), run, page);
    }

    private static Fall everyServerFallsAndOneReturns(Cluster cluster) {
        var last = cluster.lastToFall();
        var others = cluster.webServersBut(last);
        var pages = new ArrayList<Page>();
        return cluster.once("every server falls and one returns", () -> new Fall(cluster.watchUnderLightTraffic(watch -> {
            watch.untilAnswers(10);
            cluster.stop(others);
            watch.untilDetected(others);
            watch.untilAnswers(20);
            cluster.stop(last);
            watch.untilDetected(last);
            pages.add(cluster.open("/"));
            watch.untilAnswers(20);
            cluster.start(last);
            watch.untilUp(last);
            watch.untilAnswers(20);
        }), pages.get(0)));
    }
}
