package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.chance.ShareRule;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.observation.Standing;
import relevo.testing.Expect;
import relevo.testing.Scene;
import relevo.verdict.Verdict;

class EntranceTest {

    private static final Observation GOOD = new Scene().serve(20, "web1", "web2").seen();

    private static final Standing UP = new Standing(true, 1, 1, "");

    @Test
    void nobodyAtTheDoorIsSeenWhereTheBalancerCouldBeLookedAt() {
        Observation silence = new Scene().fail(9, 0, "connect refused").seen();

        Verdict down = Entrance.answeredByProduction(silence, new Standing(true, 0, 0, "line 12: unknown keyword"));
        Expect.notMet(down, "connect refused × 9", "line 12: unknown keyword");
        Expect.remedy(down, "systemctl restart haproxy");
        Expect.remedy(Entrance.answeredByProduction(silence, new Standing(true, 0, 0, "", "", "lb")), "lxc exec lb -- systemctl status haproxy");
        Expect.remedy(Entrance.answeredByProduction(silence, new Standing(true, 0, 0, "", "", "vm1 (VM)")), "vm1 (VM): systemctl status haproxy");
        assertThat(Entrance.answeredByProduction(silence, new Standing(true, 0, 0, "", "", "lb@vm2")).remedy().en())
                .startsWith("lxc exec lb -- systemctl status haproxy (on vm2).");
        Expect.remedy(Entrance.answeredByProduction(silence, new Standing(true, 1, 0, "")), "bind *:80");
        Expect.remedy(Entrance.answeredByProduction(silence, UP), "lxc config device show");
    }

    @Test
    void aBalancerThatNobodyPublishedIsNotOpenToTheHost() {
        Verdict verdict = Entrance.answeredByProduction(GOOD, new Standing(true, 1, 1, "", "lb:80", "lb"));

        Expect.notMet(verdict, "lb:80");
        Expect.remedy(verdict, "lxc config device add");
    }

    @Test
    void productionAnsweredEverything() {
        Expect.met(Entrance.answeredByProduction(GOOD, UP), "20", "web1 10", "web2 10");
    }

    @Test
    void contentOfNoServerIsMadeUp() {
        Verdict verdict = Entrance.answeredByProduction(new Scene().serve(5, "web1").answer(200, "", "").seen(), UP);

        Expect.notMet(verdict, "1", "6");
        Expect.remedy(verdict, "Apache", "ss -ltnp");
    }

    @Test
    void aBackupIsNotProduction() {
        Expect.notMet(Entrance.answeredByProduction(new Scene().serve(6, "web1", "backup1").seen(), UP), "backup1 3");
    }

    @Test
    void anErrorIsSaidWithItsCause() {
        Expect.notMet(Entrance.answeredByProduction(new Scene().serve(6, "web1").fail(2, 503, "").fail(1, 0, "closed").seen(), UP), "HTTP 503 × 2",
                "closed × 1");
        Expect.remedy(Entrance.answeredByProduction(new Scene().serve(6, "web1").fail(2, 503, "").fail(1, 403, "").seen(), UP), "default_backend");
        Expect.remedy(Entrance.answeredByProduction(new Scene().serve(6, "web1").fail(1, 300, "").fail(1, 499, "").seen(), UP), "http-request deny");
        Expect.remedy(Entrance.answeredByProduction(new Scene().serve(6, "web1").fail(1, 500, "").seen(), UP), "default_backend");
    }

    @Test
    void nothingSeenDecidesNothing() {
        Expect.couldNotCheck(Entrance.answeredByProduction(new Scene().seen(), UP));
        Expect.couldNotCheck(Entrance.answeredByProduction(new Scene().fail(9, 0, "connect refused").seen(), Standing.UNKNOWN), "connect refused × 9");
        Expect.couldNotCheck(Entrance.answeredByProduction(new Scene().serve(9, "web9").seen(), UP), "web9");
        Expect.couldNotCheck(Entrance.answeredByProduction(new Scene().role("web1", null).role("web2", null).unlisted("web1").unlisted("web2")
                .answer(200, "", "").seen(), UP));
    }

    @Test
    void tooFewAnswersClearNobodyButMayConvict() {
        Expect.couldNotCheck(Entrance.answeredByProduction(new Scene().serve(13, "web1", "web2").seen(), UP), "13", "14");
        Expect.met(Entrance.answeredByProduction(new Scene().serve(14, "web1", "web2").seen(), UP));
        Expect.notMet(Entrance.answeredByProduction(new Scene().serve(2, "web1", "backup1").seen(), UP), "backup1 1");
    }

    @Test
    void exactAlternationIsShared() {
        Expect.met(Entrance.shared(GOOD, new Scene().serve(21, "web2", "web1").seen()), "web1, web2", "web2, web1", "20", "21");
    }

    @Test
    void threeServersAlternateInAnyFixedOrder() {
        Observation three = new Scene().role("web3", Role.PRODUCTION).serve(18, "web3", "web1", "web2").seen();

        Expect.met(Entrance.shared(three, three), "web3, web1, web2");
    }

    @Test
    void aKeptConnectionThatStaysOnOneServerIsNoted() {
        Observation one = new Scene().serve(20, "web1").seen();

        Expect.met(Entrance.shared(GOOD, one), "keep-alive", "web1 20, web2 0", "n = 20", "mode tcp");
        Expect.remedy(Entrance.shared(one, one), "roundrobin", "mode http", "source");
        Expect.notMet(Entrance.shared(one, GOOD), "web1 20, web2 0");
    }

    @Test
    void newConnectionsThatDecideNothingAreNotSavedByAKeptOneThatIsNotShared() {
        Expect.notMet(Entrance.shared(new Scene().serve(1, "web1").seen(), new Scene().serve(20, "web1").seen()), "web1 20, web2 0");
    }

    @Test
    void oneServerOfThreeThatGetsNothingIsNotShared() {
        Observation seen = new Scene().role("web3", Role.PRODUCTION).serve(60, "web1", "web2").seen();

        Expect.notMet(Entrance.shared(seen, seen), "web3 0");
    }

    @Test
    void aRandomEvenSplitPasses() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            Expect.met(Entrance.shared(split(random, 150, 0.5), GOOD), "n = 150");
        }
    }

    @Test
    void aRandomUnevenSplitFails() {
        Random random = new Random(12);
        for (int i = 0; i < 200; i++) {
            Expect.notMet(Entrance.shared(split(random, 300, 0.2), GOOD), "n = 300");
        }
    }

    @Test
    void theThresholdItselfIsEnough() {
        ShareRule rule = ShareRule.of(150, 2);

        Expect.met(Entrance.shared(unordered(rule.threshold(), 150), GOOD), "web1 " + rule.threshold());
        Expect.notMet(Entrance.shared(unordered(rule.threshold() - 1, 150), GOOD), "web1 " + (rule.threshold() - 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void tooFewAnswersDecideNothing(int n) {
        Expect.couldNotCheck(Entrance.shared(new Scene().serve(n, "web1", "web2").seen(), GOOD), String.valueOf(n));
    }

    @Test
    void oneKnownProductionServerDecidesNothing() {
        Observation one = new Scene().role("web2", null).unlisted("web2").serve(20, "web1").seen();

        Expect.couldNotCheck(Entrance.shared(one, one), "web1");

        Observation elsewhere = new Scene().serve(20, "backup1").seen();
        Expect.couldNotCheck(Entrance.shared(elsewhere, elsewhere), "20");
        Expect.remedy(Entrance.shared(elsewhere, elsewhere), "G1.1");
    }

    private static Observation split(Random random, int n, double first) {
        Scene scene = new Scene().blind();
        for (int i = 0; i < n; i++) {
            scene.serve(1, random.nextDouble() < first ? "web1" : "web2");
        }
        return scene.seen();
    }

    private static Observation unordered(long first, long n) {
        return new Scene().blind().serve((int) first, "web1").serve((int) (n - first), "web2").seen();
    }

    @Test
    void anErrorBetweenTwoRoundsIsOfNobodysTurn() {
        Verdict verdict = Entrance.shared(new Scene().serve(8, "web1", "web2").fail(1, 503, "").serve(8, "web1", "web2").seen(), GOOD);

        Expect.met(verdict, "web1, web2", "16");
    }
}
