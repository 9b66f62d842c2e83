package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import relevo.observation.Event.Kind;
import relevo.observation.FaultTrial.Fate;
import relevo.observation.FaultTrial;
import relevo.observation.Observation;
import relevo.testing.Expect;
import relevo.testing.Scene;
import relevo.timing.Timing;
import relevo.verdict.Verdict;
import relevo.words.Figure;

class ServerLossTest {

    private static final double SOON = Timing.NOTICING.maxMs();

    private static FaultTrial trial(Kind fault, Scene scene) {
        return new FaultTrial(fault, "web1", Fate.PLAYED, "", scene.seen());
    }

    private static FaultTrial trial(Kind fault, UnaryOperator<Scene> after) {
        return trial(fault, after.apply(new Scene().serve(20, "web1", "web2").event(fault.name(), "web1")));
    }

    private static FaultTrial unplayed(Kind fault, Fate fate, String detail) {
        return new FaultTrial(fault, "web1", fate, detail, new Observation(Map.of(), List.of(), List.of(), List.of()));
    }

    private static Scene healed(Scene scene, Kind fault) {
        return scene.event(fault == Kind.KILL ? "start" : fault == Kind.FREEZE ? "unfreeze" : "mended", "web1").pass(1_000).status("web1", "UP")
                .serve(10, "web1", "web2");
    }

    private static FaultTrial lossless(Kind fault) {
        return trial(fault, scene -> healed(scene.pass(1_000).status("web1", "DOWN").pass(250).serve(20, "web2"), fault));
    }

    // B6

    @Test
    void faultsThatLoseNothing() {
        Verdict verdict = ServerLoss.loseNothing(List.of(lossless(Kind.KILL), lossless(Kind.CUT_OFF), lossless(Kind.APACHE_DEAD), lossless(Kind.FREEZE),
                lossless(Kind.SICK), lossless(Kind.SLOW), lossless(Kind.SILENT)));

        Expect.met(verdict, "0", "350", "1.3 s");
        assertThat(verdict.seen().en()).contains("Container killed at once: out of service after 1.3 s.").doesNotContain("Not played");
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"KILL", "CUT_OFF", "APACHE_DEAD", "FREEZE", "SICK", "SLOW", "SILENT"})
    void oneLostRequestIsOneTooMany(Kind fault) {
        Verdict verdict = ServerLoss.loseNothing(List.of(lossless(Kind.KILL), trial(fault, scene -> healed(scene.fail(1, 0, "closed").serve(20, "web2"),
                fault))));

        Expect.notMet(verdict, "1", "51", "closed × 1", "web1", "0.0 s");
        assertThat(verdict.seen().en().toLowerCase(Locale.ROOT)).contains(FaultWords.of(fault).en().toLowerCase(Locale.ROOT));
    }

    @Test
    void aFaultThatNobodyNoticedIsToldSo() {
        Verdict verdict = ServerLoss.loseNothing(List.of(trial(Kind.SICK, scene -> healed(scene.fail(10, 500, "").pass(9_500), Kind.SICK))));

        Expect.notMet(verdict, "HTTP 500 × 10", "10.0 s");
        Expect.remedy(verdict, "option httpchk");
        assertThat(verdict.remedy().en()).doesNotContain("timeout server");
    }

    @Test
    void eachCauseHasOneRemedyAndIsToldOnce() {
        UnaryOperator<Scene> lossy = scene -> scene.fail(1, 0, "read timed out").serve(20, "web2");
        Verdict verdict = ServerLoss.loseNothing(List.of(trial(Kind.FREEZE, lossy), trial(Kind.SILENT, lossy), trial(Kind.KILL, lossy)));

        Expect.remedy(verdict, "response-timeout", "empty-response");
        assertThat(verdict.remedy().en().split("response-timeout", -1)).hasSize(2);
    }

    @Test
    void aLossAnywhereCounts() {
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            int at = random.nextInt(1, 100);
            Scene scene = new Scene();
            for (int k = 0; k < 100; k++) {
                if (k == 50) {
                    scene.event("kill", "web1");
                }
                if (k == at) {
                    scene.fail(1, 502, "");
                } else {
                    scene.serve(1, k % 2 == 0 && k < 50 ? "web1" : "web2");
                }
            }
            Expect.notMet(ServerLoss.loseNothing(List.of(lossless(Kind.FREEZE), trial(Kind.KILL, scene))), "HTTP 502 × 1");
        }
    }

    @Test
    void aTrialThatProvesNothing() {
        Expect.couldNotCheck(ServerLoss.loseNothing(List.of()));
        Expect.couldNotCheck(ServerLoss.loseNothing(List.of(trial(Kind.KILL, new Scene().serve(100, "web1", "web2")))), "web1");
        Expect.couldNotCheck(ServerLoss.loseNothing(List.of(trial(Kind.KILL, new Scene().serve(50, "web2").event("kill", "web1").serve(50, "web2")))), "web1");
        Expect.couldNotCheck(ServerLoss.loseNothing(List.of(trial(Kind.KILL, new Scene().serve(10, "web1").event("kill", "web1").serve(9, "web2")))), "19");
        Expect.couldNotCheck(ServerLoss.loseNothing(List.of(trial(Kind.KILL, new Scene().serve(20, "web1").event("kill", "web2").serve(20, "web1")))), "web1");
        Expect.couldNotCheck(ServerLoss.loseNothing(List.of(trial(Kind.KILL, new Scene().serve(40, "web1", "stranger").event("kill", "web1")))), "stranger");
    }

    @Test
    void aServerThatGoesOnAnsweringWasNotReached() {
        FaultTrial behindAProxy = trial(Kind.CUT_OFF, scene -> healed(scene.serve(20, "web1", "web2"), Kind.CUT_OFF));

        Expect.couldNotCheck(ServerLoss.loseNothing(List.of(lossless(Kind.KILL), behindAProxy)), "web1");
    }

    @Test
    void aFrozenServerThatAnswersOnceItGoesOnWasReached() {
        FaultTrial late = trial(Kind.FREEZE, scene -> healed(scene.taking(1_500).serve(1, "web1").taking(5).serve(20, "web2"), Kind.FREEZE));

        Expect.met(ServerLoss.loseNothing(List.of(late)));
    }

    @Test
    void whatWasNotPlayedIsSaidWithItsReason() {
        Verdict slow = ServerLoss.loseNothing(List.of(lossless(Kind.KILL), unplayed(Kind.FREEZE, Fate.CHECKS_TOO_SLOW, ""),
                unplayed(Kind.SICK, Fate.CHECKS_TOO_SLOW, ""), unplayed(Kind.SLOW, Fate.NOT_POSSIBLE, "perl: not found")));

        Expect.met(slow, "perl: not found");
        assertThat(slow.seen().en()).contains("Not played (HAProxy's checks take too long): container frozen, answers 500 to everything.");
        Expect.couldNotCheck(ServerLoss.loseNothing(List.of(unplayed(Kind.KILL, Fate.NOT_POSSIBLE, "no such bridge"))), "no such bridge");
    }

    // F1

    private static Verdict noticed(Kind death, double afterMs) {
        List<FaultTrial> trials = new ArrayList<>(List.of(lossless(death == Kind.KILL ? Kind.APACHE_DEAD : Kind.KILL)));
        trials.add(trial(death, scene -> healed(scene.pass(afterMs).status("web1", "DOWN").snapshot().serve(20, "web2"), death)));
        return ServerLoss.noticedSoon(trials);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"KILL", "APACHE_DEAD"})
    void withinTheLimitAndNotAfterIt(Kind death) {
        Expect.met(noticed(death, SOON), "web1", Figure.seconds(SOON));
        Verdict late = noticed(death, SOON + 60);
        Expect.notMet(late, "web1", Figure.seconds(SOON + 60));
        Expect.remedy(late, "inter 1s fall 2");
    }

    @Test
    void goingDownIsNotYetDown() {
        FaultTrial dying = trial(Kind.KILL, scene -> healed(scene.pass(1_000).status("web1", "UP 1/3").pass(4_000).status("web1", "DOWN").pass(250)
                .serve(20, "web2"), Kind.KILL));

        Expect.notMet(ServerLoss.noticedSoon(List.of(dying, lossless(Kind.APACHE_DEAD))), "5.");
    }

    @Test
    void aBalancerThatWasFasterThanTheCommand() {
        FaultTrial quick = trial(Kind.KILL, new Scene().serve(20, "web1", "web2").event("answers", "").status("web1", "DOWN").pass(250).event("kill", "web1")
                .pass(250).serve(20, "web2"));

        Expect.met(ServerLoss.noticedSoon(List.of(quick, lossless(Kind.APACHE_DEAD))), "0.0 s");
    }

    @Test
    void anApacheThatDiesAloneUnnoticed() {
        FaultTrial unnoticed = trial(Kind.APACHE_DEAD, scene -> healed(scene.fail(20, 502, "").pass(9_000), Kind.APACHE_DEAD));
        Verdict verdict = ServerLoss.noticedSoon(List.of(lossless(Kind.KILL), unnoticed));

        Expect.notMet(verdict, "10.0 s", "prod/web1 UP");
        Expect.remedy(verdict, "option httpchk");
        assertThat(verdict.remedy().en()).doesNotContain("inter");
    }

    @Test
    void anUncheckedServerIsNeverNoticed() {
        UnaryOperator<Scene> unchecked = scene -> scene.status("web1", "no check").pass(500).serve(20, "web2");
        Verdict verdict = ServerLoss.noticedSoon(List.of(trial(Kind.KILL, unchecked), trial(Kind.APACHE_DEAD, unchecked)));

        Expect.notMet(verdict, "prod/web1 no check");
        Expect.remedy(verdict, "check");
    }

    @Test
    void withoutBothDeathsOrWithoutStatisticsNothingIsKnown() {
        Expect.couldNotCheck(ServerLoss.noticedSoon(List.of(lossless(Kind.KILL))));
        Expect.couldNotCheck(ServerLoss.noticedSoon(List.of(lossless(Kind.KILL), unplayed(Kind.APACHE_DEAD, Fate.NOT_POSSIBLE, "no Apache"))), "no Apache");
        FaultTrial blind = new FaultTrial(Kind.KILL, "web1", Fate.PLAYED, "", new Scene().serve(20, "web1", "web2").event("kill", "web1").serve(20, "web2")
                .withoutSnapshots());
        Expect.couldNotCheck(ServerLoss.noticedSoon(List.of(blind, lossless(Kind.APACHE_DEAD))));
    }

    @Test
    void everyFaultHasWordsOfItsOwn() {
        assertThat(Arrays.stream(Kind.values()).map(FaultWords::of).distinct()).hasSize(Kind.values().length);
    }
}
