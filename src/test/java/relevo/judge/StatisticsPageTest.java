package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.Page;
import relevo.observation.ServerRow;
import relevo.observation.Statistics;
import relevo.observation.Windows;
import relevo.testing.Expect;
import relevo.testing.Scene;
import relevo.verdict.Verdict;
import relevo.words.Figure;

class StatisticsPageTest {

    private static final Page OK = new Page(200, Map.of("content-type", "text/html"), "<html>Statistics Report</html>");
    private static final Page NOTHING = new Page(0, Map.of(), "closed");
    private static final Page DENIED = new Page(303, Map.of("location", "/stats;st=DENY"), "");
    private static final Page UNAUTHORISED = new Page(401, Map.of(), "");
    private static final Set<String> WEB = Set.of("web1", "web2");
    private static final Map<String, String> BY_ROW = Map.of("prod/s1", "web1", "prod/s2", "web2");

    private static ServerRow row(String name, String status) {
        return new ServerRow("prod", name, "", false, status, 0, OptionalLong.empty(), 0, 0, 0, 0, 0, 0, "");
    }

    private static Statistics both(String status) {
        return new Statistics(List.of(row("s1", "UP"), row("s2", status)));
    }

    @Test
    void everyServerIsListed() {
        Expect.met(StatisticsPage.listsEveryServer(OK, OK, both("DOWN 1/2"), BY_ROW, WEB, "s1 3m UP\ns2 1m DOWN"), "web1, web2");
        Expect.met(StatisticsPage.listsEveryServer(OK, OK, both("MAINT (via a/b)"), BY_ROW, WEB, "s1 UP s2 MAINT"));
    }

    @Test
    void aServerThatIsNotListedIsNamed() {
        Verdict verdict = StatisticsPage.listsEveryServer(OK, OK, new Statistics(List.of(row("s1", "UP"))), BY_ROW, WEB, "s1 UP");

        Expect.notMet(verdict, "web2");
        Expect.remedy(verdict, "server", "web2");
    }

    @Test
    void aPageThatABrowserDoesNotShowIsNotMet() {
        Expect.notMet(StatisticsPage.listsEveryServer(OK, OK, both("UP"), BY_ROW, WEB, "s1 UP"), "prod/s2");
        Expect.notMet(StatisticsPage.listsEveryServer(OK, OK, both("no check"), BY_ROW, WEB, "s1 UP s2"), "no check");
        Expect.notMet(StatisticsPage.listsEveryServer(OK, OK, both(""), BY_ROW, WEB, "s1 UP s2"), "prod/s2");
    }

    @Test
    void anErrorPageIsNotMet() {
        Expect.notMet(StatisticsPage.listsEveryServer(new Page(404, Map.of(), ""), OK, both("UP"), BY_ROW, WEB, "s1 s2 UP"), "404");
    }

    @Test
    void whatCouldNotBeSeenDecidesNothing() {
        Expect.notMet(StatisticsPage.listsEveryServer(NOTHING, NOTHING, both("UP"), BY_ROW, WEB, ""), "closed");
        Expect.notMet(StatisticsPage.listsEveryServer(NOTHING, OK, new Statistics(List.of()), Map.of(), WEB, ""), "closed");
        Expect.couldNotCheck(StatisticsPage.listsEveryServer(UNAUTHORISED, OK, both("UP"), BY_ROW, WEB, ""), "401");
        Expect.couldNotCheck(StatisticsPage.listsEveryServer(OK, OK, both("UP"), BY_ROW, Set.of(), "s1 s2 UP"));
        Expect.couldNotCheck(StatisticsPage.listsEveryServer(OK, OK, both("UP"), BY_ROW, WEB, " "));
        Expect.couldNotCheck(StatisticsPage.listsEveryServer(OK, OK, both("UP"), Map.of("prod/s1", "web1"), WEB, "s1 s2 UP"), "web2", "prod/s2");
    }

    /** web1 stopped at 5 s, seen DOWN after some ms; started again, seen UP after some ms. */
    private static Scene stopAndStart(double downAfterMs, double upAfterMs) {
        return new Scene().serve(100, "web1", "web2").event("stop", "web1").pass(downAfterMs).status("web1", "DOWN").pass(4_000).serve(40, "web2")
                .event("start", "web1").pass(upAfterMs).status("web1", "UP").pass(8_250).serve(20, "web1", "web2");
    }

    @Test
    void statesFollowWithinTheirLimits() {
        Expect.met(StatisticsPage.tellsTheTruth(stopAndStart(2_000, 3_000).seen()), "web1: DOWN", "web1: UP");
        Expect.met(StatisticsPage.tellsTheTruth(stopAndStart(Windows.SHORTEST.detectionMs() - 250, Windows.SHORTEST.returnMs() - 250).seen()));
    }

    @Test
    void aStateThatFollowsTooLateIsNotMet() {
        Expect.notMet(StatisticsPage.tellsTheTruth(stopAndStart(Windows.SHORTEST.detectionMs() + 600, 1_000).seen()), "web1", "UP");
        Expect.notMet(StatisticsPage.tellsTheTruth(stopAndStart(1_000, Windows.SHORTEST.returnMs() + 600).seen()), "web1", "DOWN");
    }

    @Test
    void aServerWithoutCheckNeverTurnsDown() {
        Verdict verdict = StatisticsPage.tellsTheTruth(new Scene().status("web1", "no check").serve(100, "web1", "web2").event("stop", "web1").pass(21_000)
                .serve(10, "web2").event("start", "web1").pass(21_000).seen());

        Expect.notMet(verdict, "web1", "no check");
        Expect.remedy(verdict, "check");
    }

    @Test
    void aStateThatChangedWhileTheCommandRanIsTrue() {
        Scene scene = new Scene().serve(100, "web1", "web2").status("web1", "DOWN").pass(1_000).event("stop", "web1").pass(6_000)
                .serve(20, "web2").status("web1", "UP").pass(1_000).event("start", "web1").pass(21_000);

        Expect.met(StatisticsPage.tellsTheTruth(scene.seen()), "web1: DOWN", "web1: UP");
    }

    @Test
    void aServerThatWasNeverUpProvesNothing() {
        Scene idle = new Scene().initially("web1", "DOWN").serve(40, "web2").event("stop", "web1").pass(6_000).event("start", "web1").pass(1_000)
                .status("web1", "UP").pass(21_000);
        Expect.couldNotCheck(StatisticsPage.tellsTheTruth(idle.seen()), "web1", "UP");

        Scene liar = new Scene().initially("web1", "DOWN").serve(40, "web1", "web2").event("stop", "web1").pass(6_000).event("start", "web1").pass(1_000)
                .status("web1", "UP").pass(21_000);
        Expect.notMet(StatisticsPage.tellsTheTruth(liar.seen()), "web1", "UP");
    }

    @Test
    void countersThatStandStillAreNotMet() {
        Expect.notMet(StatisticsPage.tellsTheTruth(new Scene().frozenCounters().serve(100, "web1", "web2").event("stop", "web1").pass(1_000)
                .status("web1", "DOWN")
                .pass(6_000).event("start", "web1").pass(1_000).status("web1", "UP").pass(21_000).seen()), "web1", "50", "0");
    }

    @Test
    void countersThatARestartSetBackDecideNothing() {
        Scene scene = new Scene().serve(50, "web1", "web2").pass(500).reload().event("stop", "web1").pass(1_000).status("web1", "DOWN").pass(6_000)
                .event("start", "web1").pass(1_000).status("web1", "UP").pass(21_000).serve(2, "web1", "web2");
        Expect.met(StatisticsPage.tellsTheTruth(scene.seen()));

        Scene between = new Scene().blind().serve(50, "web1", "web2").snapshot().serve(20, "web1", "web2").reload().event("stop", "web1").pass(1_000)
                .status("web1", "DOWN")
                .snapshot().pass(6_000).snapshot().event("start", "web1").pass(1_000).status("web1", "UP").snapshot().pass(21_000);
        Expect.couldNotCheck(StatisticsPage.tellsTheTruth(between.seen()), "web1");
    }

    @Test
    void withoutReadingsOrEventsNothingIsDecided() {
        Expect.couldNotCheck(StatisticsPage.tellsTheTruth(new Scene().serve(100, "web1", "web2").seen()));
        Expect.couldNotCheck(StatisticsPage.tellsTheTruth(stopAndStart(2_000, 3_000).withoutSnapshots()));
        Expect.couldNotCheck(StatisticsPage.tellsTheTruth(new Scene().seen()));
        Scene gap = new Scene().serve(20, "web1", "web2").event("stop", "web1").blind().pass(6_000).status("web1", "DOWN").snapshot()
                .event("start", "web1").status("web1", "UP").pass(1_000).snapshot();
        Expect.couldNotCheck(StatisticsPage.tellsTheTruth(gap.seen()), "web1", "stop");
    }

    @Test
    void aGuardedPageIsMet() {
        Expect.met(StatisticsPage.guarded(UNAUTHORISED, OK, DENIED, ""), "401");
        Expect.met(StatisticsPage.guarded(UNAUTHORISED, OK, new Page(200, Map.of(), "<div>Action denied.</div>"), ""));
    }

    @Test
    void anOpenPageIsNotMet() {
        Verdict verdict = StatisticsPage.guarded(OK, OK, DENIED, "");

        Expect.notMet(verdict);
        Expect.remedy(verdict, "stats auth");
    }

    @ParameterizedTest
    @CsvSource({"DONE", "ERRP", "NONE", "PART"})
    void aPageThatActsIsNotMet(String how) {
        Verdict verdict = StatisticsPage.guarded(UNAUTHORISED, OK, new Page(303, Map.of("location", "/stats;st=" + how), ""), "");

        Expect.notMet(verdict);
        Expect.remedy(verdict, "stats admin");
    }

    @Test
    void theFormAloneBetraysAdmin() {
        Expect.notMet(StatisticsPage.guarded(UNAUTHORISED, new Page(200, Map.of(), "<form><select name=action>"), DENIED, ""));
    }

    @Test
    void aPageThatWasNotSeenDecidesNothing() {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(StatisticsPage.guarded(new Page(0, Map.of(), ""), OK, DENIED, ""));
        verdicts.add(StatisticsPage.guarded(UNAUTHORISED, UNAUTHORISED, DENIED, ""));
        verdicts.add(StatisticsPage.guarded(UNAUTHORISED, OK, new Page(0, Map.of(), ""), ""));
        verdicts.add(StatisticsPage.guarded(UNAUTHORISED, OK, new Page(502, Map.of(), ""), ""));
        verdicts.add(StatisticsPage.guarded(new Page(503, Map.of(), ""), OK, DENIED, ""));
        verdicts.forEach(verdict -> Expect.couldNotCheck(verdict));
    }

    @Test
    void aPasswordThatEveryManualHasKeepsNobodyOut() {
        Verdict verdict = StatisticsPage.guarded(UNAUTHORISED, OK, DENIED, "admin:admin");

        Expect.notMet(verdict, "admin:admin");
        Expect.remedy(verdict, "stats auth");
    }

    @Test
    void everyRoundOfStopsAndStartsIsJudgedByItself() {
        Scene twice = stopAndStart(1_000, 1_000).event("stop", "web1").pass(1_000).status("web1", "DOWN").pass(6_000).event("start", "web1").pass(1_000)
                .status("web1", "UP").pass(21_000);
        Expect.met(StatisticsPage.tellsTheTruth(twice.seen()));

        Scene lazy = stopAndStart(1_000, 1_000).event("stop", "web1").pass(21_000).event("start", "web1").pass(21_000);
        Expect.notMet(StatisticsPage.tellsTheTruth(lazy.seen()), "web1", "UP");
    }

    @Test
    void inTcpModeAKeptConnectionIsCountedOnce() {
        Scene scene = new Scene().tcp().serve(2, "web1", "web2").frozenCounters().serve(98, "web1", "web2").event("stop", "web1").pass(1_000)
                .status("web1", "DOWN").pass(6_000)
                .event("start", "web1").pass(1_000).status("web1", "UP").pass(21_000);
        Expect.met(StatisticsPage.tellsTheTruth(scene.seen()));
    }

    @Test
    void aTurnIsTimedFromItsEvent() {
        // Readings each 250 ms: the status set after 2 and 3 s shows in the next one.
        Expect.met(StatisticsPage.tellsTheTruth(stopAndStart(2_000, 3_000).seen()), Figure.seconds(2_250), Figure.seconds(3_250));
        assertThat(StatisticsPage.tellsTheTruth(stopAndStart(Windows.SHORTEST.detectionMs() + 600, 1_000).seen()).seen().en())
                .startsWith(Figure.seconds(Windows.SHORTEST.detectionMs() + 250) + " after the stop");
    }

    @Test
    void aTurnThatTheCommandOutlastedTookNoTime() {
        Scene scene = new Scene().serve(100, "web1", "web2").status("web1", "DOWN").pass(1_000).event("stop", "web1").pass(6_000)
                .serve(20, "web2").status("web1", "UP").pass(1_000).event("start", "web1").pass(21_000);
        Verdict verdict = StatisticsPage.tellsTheTruth(scene.seen());

        Expect.met(verdict);
        assertThat(verdict.seen().en()).contains("web1: DOWN within 0.0 s", "web1: UP within 0.0 s");
    }

    @Test
    void aTurnBetweenTheReadingsAroundTheLimitDecidesNothing() {
        Expect.couldNotCheck(StatisticsPage.tellsTheTruth(stopAndStart(Windows.SHORTEST.detectionMs(), 1_000).seen()), "web1", "stop");
    }

    @Test
    void whatShowsFromTheReturnOnIsNotTheStops() {
        Scene after = new Scene().serve(100, "web1", "web2").event("stop", "web1").pass(2_000).event("start", "web1").pass(500).status("web1", "DOWN").pass(500)
                .status("web1", "UP").pass(21_000);
        Expect.couldNotCheck(StatisticsPage.tellsTheTruth(after.seen()), "web1", "stop");

        Scene atOnce = new Scene().serve(100, "web1", "web2").event("stop", "web1").pass(1_900).status("web1", "DOWN").pass(100).event("start", "web1")
                .pass(500).status("web1", "UP").pass(21_000);
        Expect.couldNotCheck(StatisticsPage.tellsTheTruth(atOnce.seen()), "web1", "stop");
    }

    @Test
    void aRestartWithinOneMillisecondIsSeenAfterIt() {
        Scene scene = new Scene().serve(100, "web1", "web2").event("stop", "web1").event("start", "web1").pass(500).status("web1", "DOWN").pass(500)
                .status("web1", "UP").pass(21_000);

        Expect.met(StatisticsPage.tellsTheTruth(scene.seen()), "web1: DOWN", "web1: UP");
    }

    @Test
    void aServerThatWasOutBeforeTheWatchMayReturnInIt() {
        Scene scene = new Scene().initially("web2", "DOWN").serve(100, "web1").event("stop", "web1").pass(1_000).status("web1", "DOWN").pass(6_000)
                .event("start", "web2").pass(1_000).status("web2", "UP").pass(21_000);

        Expect.met(StatisticsPage.tellsTheTruth(scene.seen()), "web1: DOWN", "web2: UP");
    }

    @Test
    void aServerThatIsUpInTheReadingOfItsStopWasUp() {
        Scene scene = new Scene().initially("web1", "DOWN").serve(40, "web2").status("web1", "UP").pass(250).event("stop", "web1").pass(1_000)
                .status("web1", "DOWN").pass(6_000)
                .event("start", "web1").pass(1_000).status("web1", "UP").pass(21_000);

        Expect.met(StatisticsPage.tellsTheTruth(scene.seen()));
    }

    @Test
    void anAnswerSentWhenItWasStoppedIsNoneBefore() {
        Scene scene = new Scene().initially("web1", "DOWN").serve(40, "web2").event("stop", "web1").serve(1, "web1").pass(6_000).event("start", "web1")
                .pass(1_000).status("web1", "UP").pass(21_000);

        Expect.couldNotCheck(StatisticsPage.tellsTheTruth(scene.seen()), "web1", "UP");
    }

    @Test
    void aCheckThatIsMissingWhileItIsStoppedIsTheReason() {
        Scene scene = new Scene().serve(100, "web1", "web2").event("stop", "web1").pass(250).status("web1", "no check").pass(21_000).status("web1", "UP")
                .pass(250).event("start", "web1").pass(21_000);
        Verdict verdict = StatisticsPage.tellsTheTruth(scene.seen());

        Expect.notMet(verdict, "web1", "no check");
        assertThat(verdict.remedy().en()).contains("Add check to its server line");
    }

    @Test
    void aCheckThatWasMissingOnlyAsItWasStoppedAndAsItReturnedIsNotTheReason() {
        Scene scene = new Scene().serve(100, "web1", "web2").status("web1", "no check").pass(250).event("stop", "web1").status("web1", "UP").pass(20_900)
                .status("web1", "no check").pass(100)
                .event("start", "web1").status("web1", "UP").pass(21_000);
        Verdict verdict = StatisticsPage.tellsTheTruth(scene.seen());

        Expect.notMet(verdict, "web1", "UP");
        assertThat(verdict.remedy().en()).contains("Look at check, inter, fall and rise");
    }

    @Test
    void aFailureThatWasOverWhenTheServerWasStoppedIsNotTheStops() {
        Scene scene = new Scene().serve(90, "web1", "web2").status("web1", "DOWN").pass(250).status("web1", "UP").pass(250).event("stop", "web1").pass(21_000)
                .event("start", "web1").pass(21_000);

        Expect.notMet(StatisticsPage.tellsTheTruth(scene.seen()), "web1", "UP");
    }

    @Test
    void aReturnThatNoReadingContradictsIsTimedByTheFirstOneAfterIt() {
        Scene scene = new Scene().initially("web2", "MAINT").serve(100, "web1").event("stop", "web1").pass(1_000).status("web1", "DOWN").pass(6_000)
                .status("web2", "UP").pass(250).event("start", "web2").pass(21_000);
        Verdict verdict = StatisticsPage.tellsTheTruth(scene.seen());

        Expect.met(verdict);
        assertThat(verdict.seen().en()).contains("web2: UP within " + Figure.seconds(250));
    }
}
