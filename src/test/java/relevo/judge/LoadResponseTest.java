package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import relevo.chance.ErrorRule;
import relevo.chance.SlownessRule;
import relevo.measure.GeneratorDoubt;
import relevo.measure.LoadFigures;
import relevo.observation.LoadRun;
import relevo.observation.Observation;
import relevo.observation.Stage;
import relevo.testing.Expect;
import relevo.testing.Scene;
import relevo.timing.Timing;
import relevo.verdict.Verdict;

class LoadResponseTest {

    private static LoadRun smoke() {
        return new Scene().every(500).taking(55).serve(20, "web1", "web2").run("smoke");
    }

    private static LoadRun average() {
        return new Scene().every(20).taking(55).current(1, "web1", "web2").serve(500, "web1", "web2").run("average");
    }

    /** 1,000 requests/s that take 60 ms: 60 in the system, of which production holds 20 and 20. */
    private static Scene overload() {
        return new Scene().every(1).taking(60).limit(20, "web1", "web2").current(20, "web1", "web2").current(10, "backup1", "backup2");
    }

    private static LoadRun stress() {
        return overload().serve(3_000, "web1", "web2", "web1", "web2", "backup1", "backup2").run("stress");
    }

    // L1

    @Test
    void threeScenariosAreSummedUp() {
        Verdict verdict = LoadResponse.characterised(List.of(smoke(), average(), stress()));

        Expect.met(verdict, "smoke: ", "average: ", "stress: ", "2.0/s", "50.0/s", "1000.0/s", "p95 55 ms", "p99 60 ms", "web1 50.0 %", "backup1 16.7 %", "0 ");
    }

    @Test
    void errorsAreToldByCause() {
        LoadRun failing = new Scene().every(20).taking(55).current(1, "web1", "web2").serve(490, "web1", "web2").fail(7, 503, "").fail(3, 0, "closed")
                .run("average");

        Expect.met(LoadResponse.characterised(List.of(smoke(), failing, stress())), "HTTP 503 × 7, closed × 3", "10 ");
    }

    @Test
    void aMissingScenarioIsNamed() {
        Expect.couldNotCheck(LoadResponse.characterised(List.of(smoke(), stress())), "average");
        Expect.couldNotCheck(LoadResponse.characterised(List.of(average(), stress())), "smoke");
        Expect.couldNotCheck(LoadResponse.characterised(List.of(smoke(), average())), "stress");
        Expect.couldNotCheck(LoadResponse.characterised(List.of()), "smoke", "average", "stress");
    }

    @Test
    void aStressThatStressedNothingIsNamed() {
        LoadRun easy = new Scene().every(20).taking(55).current(1, "web1", "web2").serve(500, "web1", "web2").run("stress");

        Expect.couldNotCheck(LoadResponse.characterised(List.of(smoke(), average(), easy)), "stress");
    }

    @Test
    void aMeasurementThatBreaksLittlesLawIsVoid() {
        LoadRun hidden = overload().current(0, "backup1", "backup2").taking(400).serve(3_000, "web1", "web2").run("stress");

        Expect.couldNotCheck(LoadResponse.characterised(List.of(smoke(), average(), hidden)), "stress", "40.0", "Little");
    }

    @Test
    void littlesLawSeesTheBackendsQueueToo() {
        LoadRun queued = overload().current(0, "backup1", "backup2").taking(400).queue(340).serve(3_000, "web1", "web2").run("stress");

        Expect.met(LoadResponse.characterised(List.of(smoke(), average(), queued)), "p95 400 ms");
    }

    @Test
    void aRunThatTheGeneratorLimitedOrNobodyWatchedIsVoid() {
        Expect.couldNotCheck(LoadResponse.characterised(List.of(smoke(), average(), overload().serve(3_000, "web1", "web2").run("stress", 4_000, 5, 0))),
                "3,000", "4,000");
        Expect.couldNotCheck(LoadResponse.characterised(List.of(smoke(), average(), overload().blind().serve(3_000, "web1", "web2").run("stress"))), "stress",
                "0");
    }

    @Test
    void aSystemThatAnswersNothingGoodIsNotMet() {
        LoadRun dead = new Scene().every(500).taking(5).fail(20, 503, "").run("smoke");

        Expect.notMet(LoadResponse.characterised(List.of(dead, average(), stress())), "HTTP 503 × 20");
    }

    // L2

    @Test
    void aHealthyServiceIsHealthy() {
        Expect.met(LoadResponse.healthy(average()), "average", "p95 55 ms", "n = 500");
    }

    @Test
    void failuresBeyondTheLimitAreNotMet() {
        int allowed = (int) ErrorRule.of(500, 0.001).allowed();
        Expect.met(LoadResponse.healthy(new Scene().every(20).taking(55).serve(500 - allowed, "web1", "web2").fail(allowed, 502, "").run("average")),
                "HTTP 502 × " + allowed);
        Expect.notMet(LoadResponse.healthy(new Scene().every(20).taking(55).serve(499 - allowed, "web1", "web2").fail(allowed + 1, 502, "").run("average")),
                "HTTP 502 × " + (allowed + 1));
    }

    @Test
    void slownessBeyondTheLimitIsNotMet() {
        Expect.met(LoadResponse.healthy(new Scene().every(20).taking(300).serve(500, "web1", "web2").run("average")), "p95 300 ms");
        Verdict verdict = LoadResponse.healthy(new Scene().every(20).taking(301).serve(500, "web1", "web2").run("average"));
        Expect.notMet(verdict, "301 ms", "300 ms");
        Expect.remedy(verdict, "qtime");
    }

    @Test
    void aFewSlowRequestsAreAllowed() {
        Expect.met(LoadResponse.healthy(new Scene().every(20).taking(55).serve(480, "web1", "web2").taking(900).serve(20, "web1", "web2").run("average")));
    }

    @Test
    void tooFewRequestsDecideNothingButMayConvict() {
        Expect.couldNotCheck(LoadResponse.healthy(new Scene().every(20).taking(55).serve(100, "web1", "web2").run("average")), "100");
        Expect.notMet(LoadResponse.healthy(new Scene().every(20).taking(55).serve(90, "web1", "web2").fail(10, 503, "").run("average")), "HTTP 503 × 10");
        Expect.remedy(LoadResponse.healthy(new Scene().every(20).taking(55).serve(90, "web1", "web2").fail(10, 503, "").run("average")), "timeout");
        Expect.remedy(LoadResponse.healthy(new Scene().every(20).taking(55).serve(90, "web1", "web2").fail(10, 429, "").run("average")), "stick-table");
        Expect.couldNotCheck(LoadResponse.healthy(new Scene().pass(100).run("average")));
        Expect.couldNotCheck(LoadResponse.healthy(new Scene().every(20).taking(900).serve(500, "web1", "web2").run("average", 500, 800, 0)), "800 ms");
    }

    // L3

    private static LoadRun calm() {
        return new Scene().every(20).taking(55).serve((int) (Timing.RELEASE.maxMs() / 20) + 500, "web1", "web2").run("average");
    }

    @Test
    void throughputThatHoldsAndASystemThatRecovers() {
        Expect.met(LoadResponse.degradesGracefully(stress(), calm()), "p95 55 ms", "/s");
    }

    @Test
    void aCollapseIsNotMet() {
        LoadRun collapse = overload().serve(2_000, "web1", "web2").fail(1_000, 503, "").run("stress");
        Verdict verdict = LoadResponse.degradesGracefully(collapse, calm());

        Expect.notMet(verdict, "/s");
        Expect.remedy(verdict, "maxconn", "timeout queue");
    }

    @Test
    void seventyPercentAtTheEndIsTheLimit() {
        Expect.met(LoadResponse.degradesGracefully(lastFifth(690), calm()));
        Expect.notMet(LoadResponse.degradesGracefully(lastFifth(450), calm()));
    }

    private static LoadRun lastFifth(int good) {
        Scene scene = overload().serve(4_000, "web1", "web2");
        for (int i = 0; i < 1_000; i++) {
            if (i * good / 1_000 < (i + 1) * good / 1_000) {
                scene.serve(1, "web1");
            } else {
                scene.fail(1, 503, "");
            }
        }
        return scene.run("stress");
    }

    @Test
    void aSystemThatStaysSickIsNotMet() {
        LoadRun sick = new Scene().every(20).taking(900).serve((int) (Timing.RELEASE.maxMs() / 20) + 500, "web1", "web2").run("average");

        Expect.notMet(LoadResponse.degradesGracefully(stress(), sick), "900 ms");
    }

    @Test
    void sicknessBeforeTheLimitIsForgiven() {
        int early = (int) (Timing.RELEASE.maxMs() / 20);
        LoadRun slowAtFirst = new Scene().every(20).taking(900).serve(early, "web1", "web2").taking(55).serve(500, "web1", "web2").run("average");

        Expect.met(LoadResponse.degradesGracefully(stress(), slowAtFirst), "500");
    }

    @Test
    void whatWasNotStressedOrWatchedDecidesNothing() {
        Expect.couldNotCheck(LoadResponse.degradesGracefully(average(), calm()));
        Expect.couldNotCheck(LoadResponse.degradesGracefully(stress(), smoke()));
        LoadRun empty = Scene.run("stress", 0, 10, new Observation(Scene.ROLES, List.of(), List.of(), List.of()));
        Expect.couldNotCheck(LoadResponse.degradesGracefully(empty, calm()));
        Expect.couldNotCheck(LoadResponse.degradesGracefully(stress(), empty));
    }

    @Test
    void tooFewGoodAnswersTellNothingOfThroughput() {
        LoadRun slow = overload().every(25).serve(200, "web1", "web2").run("stress");

        Expect.couldNotCheck(LoadResponse.degradesGracefully(slow, calm()), "50");
    }

    @Test
    void aRecoveryThatTheGeneratorLimitedDecidesNothing() {
        LoadRun limited = new Scene().every(20).taking(55).serve(900, "web1", "web2").run("average", 2_000, 5, 0);

        Expect.couldNotCheck(LoadResponse.degradesGracefully(stress(), limited), "900", "2,000");
        Expect.couldNotCheck(LoadResponse.degradesGracefully(overload().serve(900, "web1", "web2").run("stress", 900, 600, 0), calm()), "600 ms");
    }

    @Test
    void theReportOfThroughputIsInRequestsPerSecond() {
        LoadRun steady = overload().every(2).serve(5_000, "web1", "web2").run("stress");
        // 10 s at 500/s: each fifth ends with about 1,000 good answers.
        Expect.met(LoadResponse.degradesGracefully(steady, calm()), "500.0/s");
    }

    @Test
    void aFifthThatHoldsSeventyPercentHolds() {
        Expect.met(LoadResponse.degradesGracefully(ofFifths(2, 50, 35), calm()));
        Expect.notMet(LoadResponse.degradesGracefully(ofFifths(2, 50, 34), calm()));
        Expect.couldNotCheck(LoadResponse.degradesGracefully(ofFifths(2, 49, 49), calm()), "49", "50");
    }

    /** Fifths of so many s, each with so many good answers, the last with fewer; 100 requests each, answered at once. */
    private static LoadRun ofFifths(double seconds, int good, int last) {
        Scene scene = new Scene().limit(20, "web1", "web2").current(20, "web1", "web2").every(seconds * 10).taking(0);
        for (int fifth = 0; fifth < 5; fifth++) {
            int well = fifth == 4 ? last : good;
            scene.serve(well, "web1", "web2").fail(100 - well, 503, "");
        }
        return scene.run("stress");
    }

    @Test
    void throughputIsToldAsARate() {
        assertThat(LoadResponse.degradesGracefully(ofFifths(2, 60, 20), calm()).seen().en()).contains("from 30.0/s at its best to 10.0/s at the end");
        assertThat(LoadResponse.degradesGracefully(ofFifths(2, 60, 50), calm()).seen().en())
                .contains("Throughput 25.0/s at the end, 30.0/s at its best", " and 0 failures of 500");
    }

    @Test
    void theFifthsBeginWithTheFirstRequest() {
        Observation late = overload().pass(20_000).serve(3_000, "web1", "web2").seen();

        Expect.met(LoadResponse.degradesGracefully(Scene.run("stress", 3_000, 3, late), calm()), "/s");
    }

    @Test
    void aRecoveryAmongStrangersDecidesNothing() {
        LoadRun strange = new Scene().every(20).taking(55).serve((int) (Timing.RELEASE.maxMs() / 20) + 500, "web1", "stranger").run("average");

        Expect.couldNotCheck(LoadResponse.degradesGracefully(stress(), strange), "stranger");
    }

    @Test
    void slowAnswersConvictAsSoonAsChanceDoesNotExplainThem() {
        int enough = IntStream.iterate(1, n -> n + 1).filter(n -> SlownessRule.of(n).convicts()).findFirst().orElseThrow();

        Expect.notMet(LoadResponse.healthy(slow(enough)), "900 ms", String.valueOf(enough));
        Expect.couldNotCheck(LoadResponse.healthy(slow(enough - 1)), String.valueOf(enough - 1));
    }

    private static LoadRun slow(int answers) {
        return new Scene().every(20).taking(900).serve(answers, "web1", "web2").run("average");
    }

    @Test
    void ratesAndSharesAreThoseOfGoodAnswers() {
        LoadRun failing = new Scene().every(20).taking(55).current(1, "web1", "web2").serve(480, "web1", "web2").answer(200, "", "").fail(19, 503, "")
                .run("average");
        Verdict verdict = LoadResponse.characterised(List.of(smoke(), failing, stress()));

        Expect.met(verdict, "48.1/s", "web1 49.9 %", "19 ");
        assertThat(LoadFigures.of(failing).shares()).containsOnlyKeys("web1", "web2");
    }

    @Test
    void aRunOfNoLengthHasNoRates() {
        LoadRun none = Scene.run("smoke", 0, 0, new Observation(Scene.ROLES, List.of(), List.of(), List.of()));

        assertThat(LoadFigures.of(none).achieved()).isZero();
        assertThat(GeneratorDoubt.sentPerSecond(none)).isZero();
    }

    /** Ten seconds in which the demand grows to 100 requests/s, of which 60 are answered well. */
    private static LoadRun breakpoint() {
        Scene scene = new Scene();
        for (int second = 0; second < 10; second++) {
            int asked = 10 * second + 5;
            scene.every(1_000.0 / asked).serve(Math.min(asked, 60), "web1", "web2", "backup1").fail(Math.max(0, asked - 60), 503, "");
        }
        LoadRun flat = scene.run("breakpoint");
        return new LoadRun("breakpoint", "open", flat.resource(), flat.holdMs(), flat.slots(), List.of(new Stage(0, 100, 10)), flat.beganMs(), flat.limits(),
                500, 0, 0, flat.seen(), flat.after());
    }

    @Test
    void aRampTellsTheSaturationPoint() {
        Verdict verdict = LoadResponse.characterised(List.of(smoke(), average(), breakpoint()));

        Expect.met(verdict, "60.0/s");
        assertThat(verdict.seen().en()).contains("Saturation point: 60.0/s (95 %: ");
        assertThat(LoadResponse.characterised(List.of(smoke(), average(), stress())).seen().en()).doesNotContain("Saturation point");
    }

    @Test
    void aRunIsVoidOnlyWhenTheGeneratorLimitedIt() {
        LoadRun late = new Scene().every(20).taking(55).current(1, "web1", "web2").serve(500, "web1", "web2").run("average", 500, 251, 0);

        assertThat(GeneratorDoubt.of(late).isPresent()).isTrue();
        assertThat(GeneratorDoubt.of(average()).isPresent()).isFalse();
        assertThat(LoadResponse.doubt(late).orElseThrow().en()).contains("251 ms late");
        assertThat(LoadResponse.doubt(average())).isEmpty();
    }
}
