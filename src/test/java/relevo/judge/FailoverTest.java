package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import relevo.observation.Observation;
import relevo.observation.Windows;
import relevo.testing.Expect;
import relevo.testing.Scene;
import relevo.verdict.Verdict;
import relevo.words.Figure;

class FailoverTest {

    private static final double DETECTION = Windows.SHORTEST.detectionMs();
    private static final double RETURN = Windows.SHORTEST.returnMs();

    // B4 and B8

    private static Scene productionStopped() {
        return new Scene().serve(40, "web1", "web2").event("stop", "web1").serve(5, "web2").event("stop", "web2");
    }

    /** As the balancer shows it at once. */
    private static Scene productionDown() {
        return productionStopped().status("web1", "DOWN").status("web2", "DOWN").pass(250);
    }

    @Test
    void theServiceGoesOnFromTheBackups() {
        Scene scene = productionStopped().fail(7, 503, "").every(DETECTION / 10).serve(10, "backup1", "backup2").every(50).serve(40, "backup1", "backup2");

        Expect.met(Failover.serveWhenProductionIsDown(scene.seen()), "backup1 20", "backup2 20", "7", Figure.seconds(DETECTION));
        Expect.met(Failover.bothServeWhenProductionIsDown(scene.seen()), "backup1 20, backup2 20");
    }

    @Test
    void whatRequestsSufferWithinTheWindowIsShownAndNotJudged() {
        Scene scene = productionStopped().taking(16_000).serve(3, "backup1").taking(5).fail(2, 0, "read timed out").pass(DETECTION)
                .serve(40, "backup1", "backup2");

        Expect.met(Failover.serveWhenProductionIsDown(scene.seen()), "2", "5", "16.0 s");
    }

    @Test
    void onlyTheLimitItselfCounts() {
        Scene justBefore = productionStopped().pass(DETECTION - 50).fail(1, 503, "").serve(40, "backup1", "backup2");
        Expect.met(Failover.serveWhenProductionIsDown(justBefore.seen()));

        Scene atTheLimit = productionStopped().pass(DETECTION).fail(1, 503, "").serve(40, "backup1", "backup2");
        Expect.notMet(Failover.serveWhenProductionIsDown(atTheLimit.seen()), "HTTP 503 × 1", "41");
    }

    @Test
    void theWindowAndWhereItComesFromArePrinted() {
        Observation seen = productionStopped().pass(30_000).serve(40, "backup1", "backup2").seen();
        Observation other = new Observation(seen.roles(), seen.answers(), seen.snapshots(), seen.events(),
                new Windows(30_000, 100_000, "inter 10s fall 3, haproxy.cfg:12"));

        Expect.met(Failover.serveWhenProductionIsDown(other), "30.0 s (inter 10s fall 3, haproxy.cfg:12)");
    }

    @Test
    void oneBackupAloneGoesOnButIsNotBoth() {
        Observation seen = productionStopped().pass(DETECTION).serve(40, "backup1").seen();
        Verdict both = Failover.bothServeWhenProductionIsDown(seen);

        Expect.met(Failover.serveWhenProductionIsDown(seen), "backup1 40, backup2 0");
        Expect.notMet(both, "backup2", "40");
        Expect.remedy(both, "option allbackups");
    }

    @Test
    void theRemedyForAnIdleBackupIsThatOfItsCause() {
        Verdict dead = Failover.bothServeWhenProductionIsDown(productionStopped().status("backup2", "DOWN").pass(DETECTION).serve(40, "backup1").seen());
        Expect.remedy(dead, "backup2", "systemctl status apache2");
        assertThat(dead.remedy().en()).doesNotContain("allbackups");

        Verdict unlisted = Failover.bothServeWhenProductionIsDown(productionStopped().unlisted("backup2").pass(DETECTION).serve(40, "backup1").seen());
        Expect.remedy(unlisted, "backup2", "server");
        assertThat(unlisted.remedy().en()).doesNotContain("allbackups");
    }

    @Test
    void whereTheServiceStopsBothWaitsForThat() {
        Verdict both = Failover.bothServeWhenProductionIsDown(productionStopped().pass(DETECTION).fail(40, 503, "").seen());

        Expect.couldNotCheck(both);
        assertThat(both.waitsFor()).isEqualTo("B4");
    }

    @Test
    void whatWasNotSeenIsNotSeenByEither() {
        Verdict both = Failover.bothServeWhenProductionIsDown(productionStopped().pass(DETECTION).serve(19, "backup1", "backup2").seen());

        Expect.couldNotCheck(both, "19");
        assertThat(both.waitsFor()).isEmpty();
    }

    @Test
    void noBackupAtAllIsNeither() {
        Observation seen = new Scene().role("backup1", null).role("backup2", null).unlisted("backup1").unlisted("backup2").serve(40, "web1", "web2")
                .event("stop", "web1").event("stop", "web2").pass(DETECTION).fail(30, 503, "").seen();

        Expect.notMet(Failover.serveWhenProductionIsDown(seen), "30");
        assertThat(Failover.bothServeWhenProductionIsDown(seen).waitsFor()).isEqualTo("B4");
        Expect.notMet(Failover.giveBack(seen));
    }

    @Test
    void anApologyWithAStatusOfSuccessIsNoService() {
        Expect.notMet(Failover.serveWhenProductionIsDown(productionStopped().pass(DETECTION).fail(30, 200, "").serve(10, "backup1", "backup2").seen()), "30",
                "40");
    }

    @Test
    void theRemedyIsThatOfTheCauseThatWasSeen() {
        Expect.remedy(Failover.serveWhenProductionIsDown(productionStopped().status("web1", "no check").status("web2", "no check").pass(DETECTION)
                .fail(40, 503, "").seen()), "check");
        Verdict late = Failover.serveWhenProductionIsDown(productionStopped().pass(DETECTION).fail(20, 503, "").serve(20, "backup1").seen());
        Expect.remedy(late, "inter 1s fall 2");
        assertThat(late.remedy().en()).doesNotContain("nbsrv");
        Expect.remedy(Failover.serveWhenProductionIsDown(productionDown().status("backup1", "DOWN").status("backup2", "DOWN").pass(DETECTION)
                .fail(40, 503, "").seen()), "systemctl status apache2");
        Expect.remedy(Failover.serveWhenProductionIsDown(productionDown().pass(DETECTION).fail(40, 0, "read timed out").seen()), "timeout connect",
                "option redispatch");
        Expect.notMet(Failover.serveWhenProductionIsDown(productionDown().pass(DETECTION).fail(1, 502, "").serve(40, "backup1", "backup2").seen()),
                "HTTP 502 × 1", "41");
    }

    @Test
    void silentFailuresCountToo() {
        Expect.notMet(Failover.serveWhenProductionIsDown(productionStopped().pass(DETECTION).serve(40, "backup1", "backup2").fail(2, 0, "read timed out")
                .seen()), "read timed out × 2");
    }

    @Test
    void theWindowEndsWhenProductionReturns() {
        Scene scene = productionStopped().pass(DETECTION).serve(40, "backup1", "backup2").event("start", "web1").fail(3, 503, "").serve(20, "web1");

        Expect.met(Failover.serveWhenProductionIsDown(scene.seen()));
    }

    @Test
    void aStopThatWasNotSeenDecidesNothing() {
        Expect.couldNotCheck(Failover.serveWhenProductionIsDown(new Scene().serve(40, "web1", "web2").event("stop", "web1").pass(DETECTION).serve(40, "web2")
                .seen()), "web2");
        Expect.couldNotCheck(Failover.serveWhenProductionIsDown(productionStopped().pass(DETECTION).serve(19, "backup1", "backup2").seen()), "19");
        Expect.couldNotCheck(Failover.serveWhenProductionIsDown(productionStopped().pass(DETECTION).serve(40, "backup1", "web1").seen()), "web1 20");
        Expect.couldNotCheck(Failover.serveWhenProductionIsDown(new Scene().seen()));
    }

    @Test
    void aFailureThatTheBalancerShowsIsDetected() {
        Scene quick = productionStopped().fail(9, 503, "").status("web1", "DOWN").status("web2", "DOWN").pass(250).serve(40, "backup1", "backup2");
        Expect.met(Failover.serveWhenProductionIsDown(quick.seen()), "backup1 20", "9");

        Scene sick = productionStopped().fail(9, 503, "").status("web1", "DOWN").status("web2", "DOWN").pass(250).serve(40, "backup1", "backup2")
                .fail(2, 503, "");
        Expect.couldNotCheck(Failover.serveWhenProductionIsDown(sick.seen()), "0");
        Expect.met(Failover.serveWhenProductionIsDown(sick.pass(DETECTION).serve(40, "backup1", "backup2").seen()), "40", "11");
        Expect.notMet(Failover.serveWhenProductionIsDown(sick.fail(2, 503, "").seen()), "HTTP 503 × 2", "42");

        Scene half = productionStopped().status("web1", "DOWN").pass(250).fail(9, 503, "").serve(40, "backup1", "backup2");
        Expect.couldNotCheck(Failover.serveWhenProductionIsDown(half.seen()), "0");
    }

    // B5

    private static Scene productionBack() {
        return productionStopped().pass(DETECTION).serve(20, "backup1", "backup2").event("start", "web1").event("start", "web2");
    }

    @Test
    void trafficReturnsToProduction() {
        Expect.met(Failover.giveBack(productionBack().serve(20, "backup1", "backup2").pass(RETURN).serve(40, "web1", "web2").seen()), "40", "web1 20",
                "web2 20");
    }

    private static Scene shownBack() {
        return new Scene().serve(40, "web1", "web2").event("stop", "web1").event("stop", "web2").pass(1_000).status("web1", "DOWN").status("web2", "DOWN")
                .serve(40, "backup1", "backup2")
                .event("start", "web1").event("start", "web2").serve(20, "backup1", "backup2").status("web1", "UP").serve(6, "web1").status("web2", "UP")
                .pass(250);
    }

    @Test
    void aReturnThatTheBalancerShowsIsComplete() {
        Expect.met(Failover.giveBack(shownBack().serve(40, "web1", "web2").seen()), "40", "web1 20");
        Expect.notMet(Failover.giveBack(shownBack().serve(40, "web1", "web2").serve(1, "backup1").seen()), "backup1", "1", "41");
    }

    @Test
    void theRemedyForAReturnIsThatOfItsCause() {
        Verdict out = Failover.giveBack(productionBack().status("web1", "DOWN").status("web2", "DOWN").pass(RETURN).serve(40, "backup1", "backup2").seen());
        Expect.notMet(out, "backup1", "web1");
        Expect.remedy(out, "web1, web2", "systemctl is-enabled apache2");
        assertThat(out.remedy().en()).doesNotContain("cookie").doesNotContain("slowstart");

        Verdict light = Failover.giveBack(productionBack().pass(RETURN).serve(40, "web1").seen());
        Expect.remedy(light, "web2", "slowstart");
        assertThat(light.remedy().en()).doesNotContain("is-enabled");
    }

    @Test
    void aBackupThatKeepsServingIsNotMet() {
        Verdict verdict = Failover.giveBack(productionBack().pass(RETURN).serve(40, "web1", "web2").serve(1, "backup2").seen());

        Expect.notMet(verdict, "backup2", "1", "41");
        Expect.remedy(verdict, "cookie");
    }

    @Test
    void aServerThatDoesNotReturnIsNotMet() {
        Expect.notMet(Failover.giveBack(productionBack().pass(RETURN).serve(40, "web1").seen()), "web2", "40");
        Expect.notMet(Failover.giveBack(productionBack().pass(RETURN).serve(40, "web1", "web2").fail(2, 502, "").seen()), "HTTP 502 × 2");
    }

    @Test
    void aServerThatWasDownBeforeNeedNotReturn() {
        Scene scene = new Scene().initially("web2", "DOWN").serve(40, "web1").event("stop", "web1").event("stop", "web2").pass(DETECTION)
                .serve(20, "backup1", "backup2").event("start", "web1").event("start", "web2").pass(RETURN);

        Expect.met(Failover.giveBack(scene.serve(40, "web1").seen()), "40", "web1 40");
        Expect.notMet(Failover.giveBack(scene.serve(1, "backup1").seen()), "backup1");
    }

    @Test
    void backupsThatHelpWhereLightLoadFillsProductionDecideNothing() {
        Scene slow = productionBack().pass(RETURN).serve(40, "web1", "web2")
                .limit(10, "web1", "web2").current(10, "web1", "web2").serve(1, "backup2").pass(500);

        Expect.couldNotCheck(Failover.giveBack(slow.seen()));
    }

    @Test
    void aReturnThatWasNotSeenDecidesNothing() {
        Expect.couldNotCheck(Failover.giveBack(productionStopped().pass(RETURN).serve(40, "backup1", "backup2").seen()), "web1, web2");
        Expect.couldNotCheck(Failover.giveBack(productionBack().pass(RETURN).serve(19, "web1", "web2").seen()), "19");
        Expect.couldNotCheck(Failover.giveBack(new Scene().serve(40, "web1", "web2").seen()));
    }

    @Test
    void whatHappensAfterTheNextEventIsOfAnotherPhase() {
        Scene again = productionBack().pass(RETURN).serve(40, "web1", "web2").event("stop", "web1").event("stop", "web2").fail(5, 503, "")
                .serve(20, "backup1", "backup2");
        Expect.couldNotCheck(Failover.giveBack(new Scene().serve(40, "web1", "web2").event("start", "web1").pass(50).event("stop", "web1").pass(RETURN)
                .serve(40, "web2").seen()), "0");
        Expect.met(Failover.giveBack(again.seen()), "40");
    }

    @Test
    void withNoBackupAtAllTheRemedyIsNotAllbackups() {
        Verdict none = Failover.serveWhenProductionIsDown(productionDown().pass(DETECTION).fail(40, 503, "").seen());

        Expect.notMet(none, "backup1 0, backup2 0");
        Expect.remedy(none, "nbsrv(");
        assertThat(none.remedy().en()).doesNotContain("option allbackups");
    }

    private static Scene waiting(long queued) {
        return productionStopped().pass(DETECTION).serve(40, "backup1", "backup2").queue(queued).taking(4_000).serve(6, "web1", "backup1").taking(5)
                .serve(4, "backup1", "backup2").event("start", "web1").pass(RETURN);
    }

    @Test
    void aRequestThatWaitedUntilProductionReturnedIsNotMet() {
        Verdict verdict = Failover.serveWhenProductionIsDown(waiting(0).seen());

        Expect.notMet(verdict, "3", "50", "4.0 s", "timeout connect × (retries + 1)");
        Expect.remedy(verdict, "timeout connect", "option redispatch");
        assertThat(verdict.toString()).doesNotContain("queue").doesNotContain("leastconn");
    }

    @Test
    void theQueueIsNamedWhereItWasSeen() {
        Verdict verdict = Failover.serveWhenProductionIsDown(waiting(7).seen());

        Expect.notMet(verdict, "3", "50", "4.0 s", "7");
        Expect.remedy(verdict, "leastconn");
        assertThat(verdict.remedy().en()).doesNotContain("timeout connect");
    }

    @Test
    void productionDownWithOneBackupInTheListIsNotMet() {
        Scene one = new Scene().role("backup2", null).unlisted("backup2").serve(40, "web1", "web2").event("stop", "web1").event("stop", "web2").pass(DETECTION)
                .serve(40, "backup1");

        Expect.met(Failover.serveWhenProductionIsDown(one.seen()), "backup1 40");
        Expect.notMet(Failover.bothServeWhenProductionIsDown(one.seen()), "1", "backup1");
    }

    @Test
    void asFewRequestsAsAreNeededAreEnough() {
        Expect.met(Failover.serveWhenProductionIsDown(productionStopped().pass(DETECTION).serve(20, "backup1", "backup2").seen()));
        Expect.met(Failover.giveBack(productionBack().pass(RETURN).serve(20, "web1", "web2").seen()));
        Expect.couldNotCheck(Failover.giveBack(new Scene().serve(19, "web1", "web2").seen()), "19");
    }

    @Test
    void whatHappenedUpToTheStopIsOfAnotherPhase() {
        Scene restarted = new Scene().serve(40, "web1", "web2").event("start", "web1").event("stop", "web1").event("stop", "web2").pass(DETECTION)
                .serve(40, "backup1", "backup2");
        Expect.met(Failover.serveWhenProductionIsDown(restarted.seen()));

        Scene atOnce = new Scene().serve(40, "web1", "web2").event("stop", "web1").event("start", "web1").pass(RETURN).serve(40, "web1", "web2");
        Expect.met(Failover.giveBack(atOnce.seen()));
    }

    @Test
    void timesAreToldFromTheLastStopOrStartOn() {
        Expect.met(Failover.serveWhenProductionIsDown(productionStopped().pass(DETECTION).serve(40, "backup1", "backup2").seen()), Figure.seconds(DETECTION));
        Expect.notMet(Failover.serveWhenProductionIsDown(productionStopped().pass(DETECTION).fail(1, 503, "").serve(40, "backup1", "backup2").seen()),
                Figure.seconds(DETECTION));
        Expect.met(Failover.giveBack(productionBack().pass(RETURN).serve(40, "web1", "web2").seen()), Figure.seconds(RETURN));
        Expect.notMet(Failover.giveBack(productionBack().pass(RETURN).serve(40, "web1", "web2", "backup1").seen()), "backup1", Figure.seconds(RETURN));
        Expect.notMet(Failover.giveBack(productionBack().pass(RETURN).serve(40, "web1").seen()), "web2", Figure.seconds(RETURN));
    }
}
