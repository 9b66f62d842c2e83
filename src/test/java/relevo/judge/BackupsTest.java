package relevo.judge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.observation.LoadRun;
import relevo.observation.Observation;
import relevo.testing.Expect;
import relevo.testing.Scene;
import relevo.timing.Timing;
import relevo.verdict.Verdict;
import relevo.words.Figure;

class BackupsTest {

    private static final double RELEASE = Timing.RELEASE.maxMs();

    /** Production full at 20 slots each, 100 requests/s, from the first snapshot on. */
    private static Scene full() {
        return new Scene().every(10).taking(60).limit(20, "web1", "web2").current(20, "web1", "web2");
    }

    private static LoadRun joined() {
        return full().serve(100, "web1", "web2").serve(900, "web1", "web2", "backup1", "backup2").run("overload");
    }

    // B1

    @Test
    void idleBackupsAreRight() {
        Expect.met(Backups.idleUnderLightLoad(new Scene().serve(200, "web1", "web2").run("smoke")), "backup1, backup2", "0", "200", "3.5e-05");
    }

    @Test
    void oneRequestIsOneTooMany() {
        Verdict verdict = Backups.idleUnderLightLoad(new Scene().serve(39, "web1", "web2").serve(1, "backup2").run("smoke"));

        Expect.notMet(verdict, "backup2", "1");
        Expect.remedy(verdict, "backup", "be_conn_free");
    }

    @Test
    void countersAloneBetrayABackup() {
        Expect.notMet(Backups.idleUnderLightLoad(new Scene().serve(40, "web1", "web2").answer(404, "backup1", "").run("smoke")), "backup1", "1");
    }

    @Test
    void answersAloneBetrayABackup() {
        Expect.notMet(Backups.idleUnderLightLoad(new Scene().frozenCounters().serve(39, "web1", "web2").serve(1, "backup1").run("smoke")), "backup1");
    }

    @Test
    void idlenessWithProductionDownDecidesNothing() {
        Expect.couldNotCheck(Backups.idleUnderLightLoad(new Scene().serve(20, "web1").status("web2", "DOWN").serve(20, "backup1").run("smoke")), "web2",
                "DOWN");
        Expect.couldNotCheck(Backups.idleUnderLightLoad(new Scene().initially("web2", "MAINT").serve(40, "web1").run("smoke")), "web2");
        Expect.couldNotCheck(Backups.idleUnderLightLoad(new Scene().fail(40, 503, "").run("smoke")));
    }

    @Test
    void tooLittleSeenOfLightLoadDecidesNothing() {
        Expect.couldNotCheck(Backups.idleUnderLightLoad(new Scene().serve(19, "web1", "web2").run("smoke")), "19", "20");
        Expect.couldNotCheck(Backups.idleUnderLightLoad(new Scene().serve(179, "web1", "web2").run("smoke")), "179", "180");
        Expect.met(Backups.idleUnderLightLoad(new Scene().serve(180, "web1", "web2").run("smoke")));
        Expect.notMet(Backups.idleUnderLightLoad(new Scene().serve(19, "web1", "web2").serve(1, "backup1").run("smoke")), "backup1");
        Expect.couldNotCheck(Backups.idleUnderLightLoad(Scene.run("smoke", 40, 2, new Scene().serve(40, "web1", "web2").withoutSnapshots())));
        Expect.couldNotCheck(Backups.idleUnderLightLoad(new Scene().unmapped("backup2").serve(40, "web1", "web2").run("smoke")), "overflow/backup2");
        Expect.couldNotCheck(Backups.idleUnderLightLoad(new Scene().role("backup1", null).serve(40, "web1", "web2").run("smoke")), "backup1");
        Expect.couldNotCheck(Backups.idleUnderLightLoad(new Scene().serve(40, "web1", "stranger").run("smoke")), "stranger");
    }

    private static LoadRun keptLight(int planned, Scene scene) {
        LoadRun run = scene.run("smoke");
        return new LoadRun("smoke", "open", "/", 0, 300, "fe_req_rate gt 2 (haproxy.cfg:35)", run.stages(), run.beganMs(), run.limits(), planned, 0, 0,
                run.seen(), run.after());
    }

    @Test
    void fewRequestsClearWhomTheirOwnRuleLeavesNoRoomForMore() {
        Verdict verdict = Backups.idleUnderLightLoad(keptLight(22, new Scene().serve(22, "web1", "web2")));

        Expect.met(verdict, "22", "fe_req_rate gt 2 (haproxy.cfg:35)", "35.0 %");
        Expect.notMet(Backups.idleUnderLightLoad(keptLight(22, new Scene().serve(21, "web1", "web2").serve(1, "backup1"))), "backup1");
        Expect.couldNotCheck(Backups.idleUnderLightLoad(keptLight(22, new Scene().serve(19, "web1", "web2"))), "19");
        Expect.met(Backups.idleUnderLightLoad(keptLight(20, new Scene().serve(20, "web1", "web2"))), "37.0 %");
        Expect.couldNotCheck(Backups.idleUnderLightLoad(keptLight(19, new Scene().serve(22, "web1", "web2"))), "22", "180");
        Expect.couldNotCheck(Backups.idleUnderLightLoad(keptLight(200, new Scene().serve(100, "web1", "web2"))), "100", "180");
    }

    @Test
    void withoutAnyAnswerEverythingWaitsForTheEntrance() {
        Scene nobody = new Scene().fail(200, 0, "connect refused");

        waits("G1.1", Backups.idleUnderLightLoad(nobody.run("smoke")));
        waits("G1.1", Backups.joinUnderOverload(nobody.run("stress")));
        waits("G1.1", Backups.relieveProduction(nobody.run("stress")));
        waits("G1.1", Backups.fallIdleAgain(nobody.run("stress"), after(0).seen()));
        waits("G1.1", Backups.idleUnderLightLoad(new Scene().fail(200, 503, "").run("smoke")));
    }

    private static void waits(String root, Verdict verdict) {
        Expect.couldNotCheck(verdict);
        org.assertj.core.api.Assertions.assertThat(verdict.waitsFor()).isEqualTo(root);
    }

    // B2

    @Test
    void bothBackupsJoinByOverload() {
        Verdict verdict = Backups.joinUnderOverload(joined());

        Expect.met(verdict, "450", "1,000", "backup1 225", "web1 275");
        org.assertj.core.api.Assertions.assertThat(verdict.seen().en()).contains("at most 1.0 s");
    }

    @Test
    void plainBackupsThatStayIdleWhileRequestsQueueAreNotMet() {
        Verdict verdict = Backups.joinUnderOverload(full().queue(43).serve(1512, "web1", "web2").run("overload"));

        Expect.notMet(verdict, "0", "1,512", "43");
        Expect.remedy(verdict, "be_conn_free", "maxconn");
        org.assertj.core.api.Assertions.assertThat(verdict.remedy().es()).startsWith("Un servidor backup solo entra cuando los de producción están caídos, no "
                + "cuando están ocupados.");
        waits("B2", Backups.relieveProduction(full().queue(43).serve(1512, "web1", "web2").run("overload")));
        waits("B2", Backups.fallIdleAgain(full().queue(43).serve(1512, "web1", "web2").run("overload"), after(0).seen()));
    }

    @Test
    void aFullProductionAloneProvesTheOverload() {
        Expect.notMet(Backups.joinUnderOverload(full().serve(500, "web1", "web2").run("overload")), "0", "500");
    }

    @Test
    void oneFullServerOfTwoProvesNothing() {
        Expect.couldNotCheck(Backups.joinUnderOverload(full().current(3, "web2").serve(500, "web1", "web2").run("overload")), "500");
    }

    @ParameterizedTest
    @ValueSource(doubles = {301, 2_000})
    void slownessProvesTheOverload(double tookMs) {
        Expect.notMet(Backups.joinUnderOverload(new Scene().every(10).taking(tookMs).serve(500, "web1", "web2").run("overload")), "p95");
    }

    @Test
    void failuresAloneProveNothing() {
        Expect.couldNotCheck(Backups.joinUnderOverload(new Scene().every(10).taking(60).serve(450, "web1", "web2").fail(50, 502, "").serve(200, "web1", "web2")
                .run("overload")), "50", "700");
    }

    @Test
    void theLongestQueueBetweenTwoReadingsIsRemembered() {
        Scene scene = new Scene().every(10).taking(60).serve(400, "web1", "web2").queuedOnce(9).serve(400, "web1", "web2");
        Expect.notMet(Backups.joinUnderOverload(scene.run("overload")), "9");

        Scene before = new Scene().queuedBefore(9).every(10).taking(60).serve(800, "web1", "web2");
        Expect.couldNotCheck(Backups.joinUnderOverload(before.run("overload")));
    }

    @Test
    void withoutProofOfOverloadNothingIsDecided() {
        Verdict verdict = Backups.joinUnderOverload(new Scene().every(10).taking(300).serve(500, "web1", "web2").run("overload"));

        Expect.couldNotCheck(verdict, "500", "p95");
        Expect.remedy(verdict, "maxconn");
    }

    @Test
    void onlyTheFirstBackupIsNotBoth() {
        Verdict verdict = Backups.joinUnderOverload(full().serve(999, "web1", "web2", "backup1").run("overload"));

        Expect.notMet(verdict, "backup2", "333", "n = 333");
        Expect.remedy(verdict, "option allbackups");
    }

    @Test
    void aHandfulOfOverflowDoesNotTellWhetherBothJoin() {
        Expect.couldNotCheck(Backups.joinUnderOverload(full().serve(400, "web1", "web2").serve(14, "backup1").serve(400, "web1", "web2").run("overload")),
                "14");
        Expect.notMet(Backups.joinUnderOverload(full().serve(400, "web1", "web2").serve(15, "backup1").serve(400, "web1", "web2").run("overload")), "15");
    }

    @Test
    void joiningBecauseProductionFellIsToldApart() {
        Scene scene = full().serve(300, "web1", "web2").status("web1", "DOWN").status("web2", "DOWN").serve(300, "backup1", "backup2").status("web1", "UP")
                .status("web2", "UP")
                .serve(300, "web1", "web2");
        Verdict verdict = Backups.joinUnderOverload(scene.run("overload"));

        Expect.notMet(verdict, "web1 UP → DOWN × 1", "web2 UP → DOWN × 1");
        org.assertj.core.api.Assertions.assertThat(verdict.seen().en()).contains("because all production was out, not because of the overload");
        Expect.remedy(verdict, "maxconn");
    }

    @Test
    void backupsThatJoinedBeforeProductionFellJoinedByOverload() {
        Scene scene = full().serve(300, "web1", "web2", "backup1", "backup2").pass(500).status("web1", "DOWN").status("web2", "DOWN")
                .serve(600, "backup1", "backup2");

        Expect.met(Backups.joinUnderOverload(scene.run("overload")));
        Expect.notMet(Backups.relieveProduction(scene.run("overload")), "web1 UP → DOWN × 1");
    }

    @Test
    void aFallThatOnlyItsCounterShowsComesBeforeTheBackupsToo() {
        Scene scene = full().serve(300, "web1", "web2").status("web1", "DOWN").status("web2", "DOWN").status("web1", "UP").status("web2", "UP").pass(250)
                .serve(300, "backup1", "backup2").serve(300, "web1", "web2");

        Expect.notMet(Backups.joinUnderOverload(scene.run("overload")), "web1 UP → DOWN × 1", "web2 UP → DOWN × 1");
    }

    @Test
    void aProductionThatServesNobodyFromTheFirstRequestOnWasNeverFull() {
        LoadRun run = full().serve(600, "backup1", "backup2").run("overload");

        waits("G1.1", Backups.joinUnderOverload(run));
        waits("G1.1", Backups.relieveProduction(run));
        waits("G1.1", Backups.fallIdleAgain(run, after(0).seen()));
    }

    /** As if production had 300 workers and no limit: 150 requests/s of a resource that holds 3 s. */
    private static LoadRun stockApaches(double tookMs, int n) {
        Scene scene = new Scene().every(1_000 / 150.0).taking(tookMs).serve(n, "web1", "web2");
        return new LoadRun("stress", "open", "/hold/3s", 3_000, 300, "MaxRequestWorkers 150 × 2",
                java.util.List.of(relevo.observation.Stage.flat(150, n / 150.0)), java.util.List.of(0.0), java.util.Optional.empty(), n, 0, 0, scene.seen(),
                new Observation(Scene.ROLES, java.util.List.of(), java.util.List.of(), java.util.List.of()));
    }

    @Test
    void asManyOpenRequestsAsApacheHasWorkersProveAFullProductionWhereHaproxyShowsNoLimit() {
        Expect.notMet(Backups.joinUnderOverload(stockApaches(3_500, 750)), "300", "MaxRequestWorkers 150 × 2");
        Expect.couldNotCheck(Backups.joinUnderOverload(stockApaches(1_900, 750)), "300", "0.0 s");
        Expect.couldNotCheck(Backups.joinUnderOverload(stockApaches(3_000, 299)), "MaxRequestWorkers");
    }

    // B7

    @Test
    void aProductionThatGoesOnServingIsRelieved() {
        Expect.met(Backups.relieveProduction(joined()), "web1 ", "backup1 ");
    }

    @Test
    void aFallBetweenTwoReadingsIsSeenByItsCounter() {
        Scene scene = full().serve(300, "web1", "web2", "backup1", "backup2").status("web1", "DOWN").status("web1", "UP")
                .serve(600, "web1", "web2", "backup1", "backup2");

        Expect.met(Backups.joinUnderOverload(scene.run("overload")));
        Expect.notMet(Backups.relieveProduction(scene.run("overload")), "web1 UP → DOWN × 1");
    }

    @Test
    void productionThatIsReplacedIsNotMet() {
        LoadRun run = full().serve(400, "web1", "web2").serve(600, "backup1", "backup2").run("overload");
        Expect.met(Backups.joinUnderOverload(run));
        Verdict verdict = Backups.relieveProduction(run);

        Expect.notMet(verdict, "0", "web1 0", "backup1 ");
        org.assertj.core.api.Assertions.assertThat(verdict.seen().en()).contains("production was left idle");
        Expect.remedy(verdict, "fe_conn", "be_conn_free");

        Verdict one = Backups.relieveProduction(full().serve(400, "web1", "web2").serve(600, "web1", "backup1", "backup2").run("overload"));
        Expect.notMet(one, "web2");
        Expect.remedy(one, "weight");
    }

    @Test
    void oneRequestInTwentyIsWhereHelpEnds() {
        Expect.notMet(Backups.relieveProduction(secondHalf(4)), "4");
        Expect.met(Backups.relieveProduction(secondHalf(6)));
        waits("B2", Backups.relieveProduction(full().serve(400, "web1", "web2").serve(400, "web1", "web2", "backup1").run("overload")));
    }

    /** So many of the hundred requests of the second half are production's. */
    private static LoadRun secondHalf(int own) {
        return full().serve(100, "web1", "web2").pass(250).serve(own, "web1", "web2").serve(100 - own, "backup1", "backup2").run("overload");
    }

    @Test
    void aServerThatNeverServedIsAnotherRequirementsMatter() {
        waits("G1.2", Backups.relieveProduction(full().serve(1_000, "web1", "backup1", "backup2").run("overload")));
    }

    @Test
    void tooFewRequestsInTheSecondHalfDecideNothing() {
        LoadRun run = full().serve(100, "web1", "web2", "backup1", "backup2").pass(5_000).serve(19, "backup1", "backup2").run("overload");

        Expect.couldNotCheck(Backups.relieveProduction(run), "19", "20");
    }

    @Test
    void aRuleThatActsLateIsNotMet() {
        Scene scene = full().queue(80).serve(700, "web1", "web2").queue(0).serve(500, "web1", "web2", "backup1", "backup2");
        Verdict verdict = Backups.joinUnderOverload(scene.run("overload"));

        Expect.notMet(verdict, Figure.seconds(Timing.ACTIVATION.maxMs()));
        Expect.remedy(verdict, "avg_queue");
        Expect.met(Backups.joinUnderOverload(full().queue(80).serve(400, "web1", "web2").queue(0).serve(500, "web1", "web2", "backup1", "backup2")
                .run("overload")));
    }

    @Test
    void aRunThatTheGeneratorLimitedDecidesNothing() {
        Scene scene = full().serve(900, "web1", "web2");
        Expect.couldNotCheck(Backups.joinUnderOverload(scene.run("overload", 1001, 5, 0)), "900", "1,001");
        Expect.notMet(Backups.joinUnderOverload(full().serve(900, "web1", "web2").run("overload", 1000, 250, 0)));
        Expect.couldNotCheck(Backups.joinUnderOverload(full().serve(900, "web1", "web2").run("overload", 900, 251, 0)), "251 ms");
        Expect.couldNotCheck(Backups.joinUnderOverload(full().serve(900, "web1", "web2").run("overload", 900, 5, 150)), "150.0/s");
        Expect.notMet(Backups.joinUnderOverload(full().serve(900, "web1", "web2").run("overload", 900, 5, 200)));
    }

    @Test
    void deliveriesWithoutTwoBackupsAreJudgedByTheBalancersList() {
        Scene one = full().role("backup2", null).unlisted("backup2").serve(600, "web1", "web2");
        Expect.notMet(Backups.joinUnderOverload(one.run("overload")), "1", "backup1");

        Scene unknown = full().role("backup2", null).unmapped("backup2").serve(600, "web1", "web2");
        Expect.couldNotCheck(Backups.joinUnderOverload(unknown.run("overload")), "backup1");
    }

    @Test
    void withoutAnyBackupNothingRests() {
        Scene none = new Scene().role("backup1", null).role("backup2", null).unlisted("backup1").unlisted("backup2").serve(200, "web1", "web2");
        Expect.notMet(Backups.idleUnderLightLoad(none.run("smoke")));

        Scene unknown = new Scene().role("backup1", null).role("backup2", null).unmapped("backup1").serve(200, "web1", "web2");
        Expect.couldNotCheck(Backups.idleUnderLightLoad(unknown.run("smoke")));
    }

    @Test
    void tooLittleSeenOfAnOverloadDecidesNothing() {
        LoadRun run = joined();
        Observation none = new Observation(run.seen().roles(), run.seen().answers(), java.util.List.of(), run.seen().events());
        Expect.couldNotCheck(Backups.joinUnderOverload(Scene.run("overload", 1000, 10, none)));
        Expect.couldNotCheck(Backups.joinUnderOverload(new Scene().pass(1_000).run("overload")));
        Expect.couldNotCheck(Backups.joinUnderOverload(full().initially("web1", "DOWN").serve(600, "web2", "backup1", "backup2").run("overload")), "web1");
        Expect.couldNotCheck(Backups.joinUnderOverload(full().fail(600, 0, "connect refused").run("overload")), "connect refused");
    }

    @Test
    void serversWithoutHealthChecksMayServeToo() {
        Expect.met(Backups.joinUnderOverload(full().initially("web1", "no check").initially("web2", "no check").serve(900, "web1", "web2", "backup1", "backup2")
                .run("overload")));
    }

    @Test
    void aReloadDuringTheRunDoesNotHideWhatWasServed() {
        Expect.met(Backups.joinUnderOverload(full().serve(400, "web1", "web2", "backup1", "backup2").pass(250).reload()
                .serve(600, "web1", "web2", "backup1", "backup2").run("overload")), "backup1 ");
    }

    // B1, with nobody in production

    @Test
    void aProductionThatAnswersNobodyClearsNobody() {
        Verdict verdict = Backups.idleUnderLightLoad(new Scene().fail(200, 503, "").run("smoke"));

        Expect.couldNotCheck(verdict, "200");
        Expect.remedy(verdict, "G1.1");
    }

    // B3

    private static Scene after(double busyMs) {
        Scene scene = new Scene().every(50);
        while (scene.now() < busyMs) {
            scene.serve(3, "web1", "web2", "backup1");
        }
        return scene.serve((int) ((RELEASE * 2 - scene.now()) / 50), "web1", "web2");
    }

    @Test
    void backupsFallIdleAgain() {
        Expect.met(Backups.fallIdleAgain(joined(), after(600).seen()), "0.8 s", "0");
        Expect.met(Backups.fallIdleAgain(joined(), after(RELEASE - 200).seen()));
    }

    @Test
    void aShortWatchIsEnoughWhenTheBackupsAreSeenIdle() {
        Expect.met(Backups.fallIdleAgain(joined(), new Scene().serve(40, "web1", "web2").seen()), "0.0 s");
        Expect.met(Backups.fallIdleAgain(joined(), new Scene().serve(5, "backup1").serve(26, "web1", "web2").seen()), "0.3 s");
    }

    @Test
    void backupsThatStayBusyAreNotMet() {
        Expect.notMet(Backups.fallIdleAgain(joined(), after(RELEASE + 1_000).seen()), Figure.seconds(RELEASE));
        Scene late = after(0).serve(1, "backup2").serve(20, "web1", "web2");
        Expect.notMet(Backups.fallIdleAgain(joined(), late.seen()), "1");
    }

    @Test
    void flappingIsNotMet() {
        Scene scene = new Scene().every(50);
        for (int i = 0; i <= Backups.FLAPS; i++) {
            scene.serve(10, "web1", "web2").serve(5, "backup1");
        }
        Expect.notMet(Backups.fallIdleAgain(joined(), scene.serve(200, "web1", "web2").seen()), "4");

        Scene calmer = new Scene().every(50);
        for (int i = 0; i < Backups.FLAPS; i++) {
            calmer.serve(10, "web1", "web2").serve(5, "backup1");
        }
        Expect.met(Backups.fallIdleAgain(joined(), calmer.serve(200, "web1", "web2").seen()), "3");
    }

    @Test
    void aReleaseThatWasNotSeenDecidesNothing() {
        Expect.couldNotCheck(Backups.fallIdleAgain(full().serve(500, "web1", "web2").run("overload"), after(0).seen()));
        Expect.couldNotCheck(Backups.fallIdleAgain(joined(), new Scene().serve(40, "web1", "web2").serve(5, "backup1").serve(19, "web1", "web2").seen()));
        Expect.couldNotCheck(Backups.fallIdleAgain(joined(), after(0).withoutSnapshots()));
        Expect.couldNotCheck(Backups.fallIdleAgain(joined(), new Scene().serve(5, "backup1").fail(40, 503, "").seen()));
        Expect.couldNotCheck(Backups.fallIdleAgain(joined(), after(0).status("web1", "DOWN").seen()), "web1");
    }

    @Test
    void backupsThatHelpWhereLightLoadFillsProductionDecideNothing() {
        Scene filled = new Scene().serve(180, "web1", "web2").limit(10, "web1", "web2").current(10, "web1", "web2").serve(1, "backup2").pass(500);

        Expect.couldNotCheck(Backups.idleUnderLightLoad(filled.run("smoke")));
    }

    @Test
    void aBalancerInTcpModeIsJudgedByItsSessions() {
        Expect.notMet(Backups.idleUnderLightLoad(new Scene().tcp().serve(39, "web1", "web2").serve(1, "backup2").run("smoke")), "backup2", "1");
        Expect.met(Backups.joinUnderOverload(full().tcp().serve(900, "web1", "web2", "backup1", "backup2").run("overload")), "backup1 225");
        Expect.notMet(Backups.joinUnderOverload(full().tcp().serve(900, "web1", "web2").run("overload")), "0", "900");
    }

    @Test
    void aServersOwnQueueProvesTheOverloadToo() {
        Expect.notMet(Backups.joinUnderOverload(new Scene().every(10).taking(60).queueOf("web2", 6).serve(500, "web1", "web2").run("overload")), "6");
        Expect.couldNotCheck(Backups.joinUnderOverload(new Scene().every(10).taking(60).queueOf("backup1", 6).serve(500, "web1", "web2").run("overload")));
    }

    @Test
    void oneProductionServerThatFellIsNotTheReasonOfJoining() {
        LoadRun run = full().serve(300, "web1", "web2", "backup1", "backup2").status("web1", "DOWN").serve(300, "web2", "backup1", "backup2")
                .status("web1", "UP").serve(300, "web1", "web2", "backup1", "backup2").run("overload");
        Verdict verdict = Backups.relieveProduction(run);

        Expect.met(Backups.joinUnderOverload(run));
        Expect.notMet(verdict, "web1 UP → DOWN × 1, prod/web1 DOWN");
        org.assertj.core.api.Assertions.assertThat(verdict.seen().en()).contains("did not stay up").doesNotContain("all production was out");
    }

    @Test
    void aBackupThatMayBeAnUnknownRowDecidesNothing() {
        Expect.couldNotCheck(Backups.joinUnderOverload(full().unmapped("backup2").serve(900, "web1", "web2", "backup1").run("overload")), "backup2",
                "overflow/backup2");
        Expect.notMet(Backups.joinUnderOverload(full().unlisted("backup2").serve(900, "web1", "web2", "backup1").run("overload")), "backup2", "300");
    }

    @Test
    void statisticsThatDoNotSpanTheRequestsDecideNothing() {
        Observation seen = new Scene().serve(40, "web1", "web2").seen();
        Observation late = new Observation(seen.roles(), seen.answers(), seen.snapshots().subList(1, seen.snapshots().size()), seen.events());
        Observation early = new Observation(seen.roles(), seen.answers(), seen.snapshots().subList(0, seen.snapshots().size() - 2), seen.events());

        Expect.couldNotCheck(Backups.idleUnderLightLoad(Scene.run("smoke", 40, 2, late)));
        Expect.couldNotCheck(Backups.idleUnderLightLoad(Scene.run("smoke", 40, 2, early)));
    }

    @Test
    void backupsThatWereStillBusyAtFirstDidNotJoinAnew() {
        Verdict verdict = Backups.fallIdleAgain(joined(), new Scene().serve(10, "backup1").serve(26, "web1", "web2").seen());

        Expect.met(verdict);
        org.assertj.core.api.Assertions.assertThat(verdict.seen().en()).contains("joined anew 0 times");
    }

    @Test
    void aRequestIsLateWhenItsIntervalBeganAtTheLimit() {
        int untilLimit = (int) (RELEASE / 50);
        Expect.notMet(Backups.fallIdleAgain(joined(), new Scene().serve(untilLimit, "web1", "web2").serve(1, "backup1").serve(40, "web1", "web2").seen()),
                Figure.seconds(RELEASE));
        Expect.met(Backups.fallIdleAgain(joined(), new Scene().serve(untilLimit - 1, "web1", "web2").serve(1, "backup1").serve(40, "web1", "web2").seen()));
    }

    @Test
    void aBackupThatAnswersErrorsIsBusyToo() {
        Scene scene = new Scene().serve((int) (RELEASE / 50), "web1", "web2");
        for (int i = 0; i < 3; i++) {
            scene.answer(500, "backup1", "");
        }
        Expect.notMet(Backups.fallIdleAgain(joined(), scene.serve(40, "web1", "web2").seen()), "3");
    }

    @Test
    void aReleaseAmongStrangersDecidesNothing() {
        Expect.couldNotCheck(Backups.fallIdleAgain(joined(), new Scene().serve(40, "web1", "stranger").seen()), "stranger");
        Expect.couldNotCheck(Backups.fallIdleAgain(joined(), new Scene().unmapped("backup2").serve(40, "web1", "web2").seen()), "overflow/backup2");
    }

    @Test
    void aLimitOfNothingIsNoLimit() {
        Expect.couldNotCheck(Backups.joinUnderOverload(new Scene().every(10).taking(60).limit(0, "web1", "web2").serve(500, "web1", "web2").run("overload")),
                "500", "100.0/s");
    }

    @Test
    void howFullProductionWasIsTold() {
        org.assertj.core.api.Assertions.assertThat(Backups.joinUnderOverload(full().serve(500, "web1", "web2").fail(7, 503, "").run("overload")).seen().en())
                .contains("(production full, longest queue 0, p95 60 ms, 7 failures of 507)");
        org.assertj.core.api.Assertions.assertThat(Backups.joinUnderOverload(new Scene().every(10).taking(60).serve(500, "web1", "web2").run("overload")).seen()
                .en()).contains("(production never full");
    }

    @Test
    void productionThatFellWithoutAnyHelpDidNotStayUp() {
        Verdict verdict = Backups.joinUnderOverload(full().serve(300, "web1", "web2").status("web1", "DOWN").status("web2", "DOWN").fail(300, 503, "")
                .status("web1", "UP").status("web2", "UP")
                .serve(300, "web1", "web2").run("overload"));

        Expect.notMet(verdict, "web1 UP → DOWN × 1");
        org.assertj.core.api.Assertions.assertThat(verdict.seen().en()).contains("did not stay up").doesNotContain("all production was out");
    }

    @Test
    void aQueueMayLastAsLongAsTheActivationAndIsCountedUntilBothServe() {
        // Readings each 250 ms: the first with a queue at 250 ms, the last before both have served one limit later; both show in the next, with a queue still.
        int limit = (int) (Timing.ACTIVATION.maxMs() + 250) / 10;
        Expect.met(Backups.joinUnderOverload(full().queue(80).serve(limit, "web1", "web2").serve(25, "backup1", "backup2").queue(0).serve(700, "web1", "web2")
                .run("overload")));
        Expect.notMet(Backups.joinUnderOverload(full().queue(80).serve(limit + 25, "web1", "web2").serve(25, "backup1", "backup2").queue(0)
                .serve(700, "web1", "web2").run("overload")),
                Figure.seconds(Timing.ACTIVATION.maxMs() + 250));
    }

    @Test
    void theBackupThatMayBeARowIsTheOneThatIsNotListed() {
        org.assertj.core.api.Assertions.assertThat(Backups.joinUnderOverload(full().unmapped("backup2").serve(900, "web1", "web2", "backup1").run("overload"))
                .seen().en())
                .contains("whether backup2 is one of these rows: overflow/backup2");
    }

    @Test
    void asFewRequestsAsAreNeededAreEnough() {
        // The backups' last request shows in the reading at 2,250 ms, where the first of 20 later ones is sent.
        Expect.met(Backups.fallIdleAgain(joined(), new Scene().serve(40, "web1", "web2").serve(5, "backup1").serve(20, "web1", "web2").seen()));
    }
}
