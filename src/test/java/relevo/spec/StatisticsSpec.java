package relevo.spec;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import relevo.cluster.Cluster;
import relevo.cluster.Instance;
import relevo.judge.Seen;
import relevo.junit.Requirement;
import relevo.junit.Specification;
import relevo.junit.Verdicts;
import relevo.observation.Role;

/** The balancer's statistics page: it opens from the host, lists every web server, and tells the truth. */
@Specification
class StatisticsSpec {

    @Requirement("G3.1")
    void opensFromTheHost(Cluster cluster, Verdicts verdicts) {
        var page = cluster.statisticsPage().page();
        var rendered = cluster.statisticsPage().rendered(verdicts.file("statistics.png"));
        var snapshot = cluster.statisticsPage().snapshot();
        var front = cluster.open("/");

        verdicts.judge(new Seen.Shown(page, front, snapshot, names(cluster), rendered));
    }

    @Requirement("G3.2")
    void tellsTheTruth(Cluster cluster, Verdicts verdicts) {
        var one = cluster.oneOf(Role.PRODUCTION);

        var seen = cluster.statisticsPage().watchUnderLightTraffic(watch -> {
            watch.untilAnswers(20);
            cluster.stop(List.of(one));
            watch.untilDetected(one);
            cluster.start(List.of(one));
            watch.untilUp(one);
            watch.untilAnswers(20);
        });

        verdicts.judge(seen);
    }

    @Requirement("G3.3")
    void asksForCredentialsAndChangesNothing(Cluster cluster, Verdicts verdicts) {
        var anonymous = cluster.statisticsPage().asStranger();
        var authorised = cluster.statisticsPage().page();
        var attempt = cluster.statisticsPage().attemptChange();

        verdicts.judge(new Seen.Guarded(anonymous, authorised, attempt, cluster.statisticsPage().widelyKnownPassword()));
    }

    private static Set<String> names(Cluster cluster) {
        return cluster.webServers().stream().map(Instance::name).collect(Collectors.toSet());
    }
}
