package relevo.spec;

import java.util.ArrayList;
import java.util.List;
import relevo.cluster.Cluster;
import relevo.cluster.FrontView;
import relevo.judge.Seen;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;
import relevo.load.Load;
import relevo.observation.NobodyLeft;
import relevo.observation.Observation;
import relevo.observation.Role;

/** The apology: what visitors read when no server is left, and only then. */
@Specification
class ApologySpec {

    /** What was seen while one server after the other went, until none was left, and then one came back. */
    private record Fall(Observation seen, NobodyLeft nobodyLeft) {
    }

    @Requirement("S1")
    void showsAPageOfItsOwnWhenNoServerIsLeft(Cluster cluster, Verdicts verdicts) {
        var nobodyLeft = everyServerFallsAndOneReturns(cluster, verdicts).nobodyLeft();

        verdicts.judge(nobodyLeft);
    }

    @Requirement("S4")
    void apologises(Cluster cluster, Verdicts verdicts) {
        var nobodyLeft = everyServerFallsAndOneReturns(cluster, verdicts).nobodyLeft();

        verdicts.judge(nobodyLeft);
    }

    @Requirement("S5")
    void speaksRightHttp(Cluster cluster, Verdicts verdicts) {
        var nobodyLeft = everyServerFallsAndOneReturns(cluster, verdicts).nobodyLeft();

        verdicts.judge(nobodyLeft);
    }

    @Requirement("S2")
    void apologisesOnlyThen(Cluster cluster, Verdicts verdicts) {
        var fall = everyServerFallsAndOneReturns(cluster, verdicts);
        cluster.restore();
        var throughBalancer = cluster.open("/unavailable");
        var direct = cluster.inspection().direct(cluster.oneOf(Role.PRODUCTION), "/unavailable");

        verdicts.judge(new Seen.Fall(fall.seen(), fall.nobodyLeft(), throughBalancer, direct));
    }

    @Requirement("S3")
    void holdsUnderHeavyLoad(Cluster cluster, Load load, Verdicts verdicts) {
        cluster.stop(cluster.webServers());
        cluster.watch(watch -> watch.untilDetected(cluster.webServers()));

        var run = load.now("apology");
        var page = cluster.open("/");

        verdicts.judge(new Seen.Crowd(run, page));
    }

    private static Fall everyServerFallsAndOneReturns(Cluster cluster, Verdicts verdicts) {
        return cluster.once("every server falls and one returns", () -> everyServerFalls(cluster, verdicts));
    }

    private static Fall everyServerFalls(Cluster cluster, Verdicts verdicts) {
        var last = cluster.lastToFall();
        var others = cluster.webServersBut(last);
        var front = new FrontView(cluster);
        var nobodyLeft = new ArrayList<NobodyLeft>();
        return new Fall(cluster.watchUnderLightTraffic(watch -> {
            watch.untilAnswers(10);
            var usual = front.usual();
            cluster.stop(others);
            watch.untilDetected(others);
            watch.untilServed(20);
            cluster.stop(List.of(last));
            watch.untilDetected(last);
            nobodyLeft.add(front.nobodyLeft(usual, verdicts.file("apology.png")));
            watch.untilAnswers(20);
            cluster.start(List.of(last));
            watch.untilUp(last);
            watch.untilAnswers(20);
        }), nobodyLeft.get(0));
    }
}
