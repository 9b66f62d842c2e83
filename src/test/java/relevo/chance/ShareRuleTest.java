package relevo.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import relevo.judge.Entrance;

class ShareRuleTest {

    private static final double HEALTHY = 0.001;

    @Test
    void bothErrorProbabilitiesAreWithinTheirLimitsOnceItDecides() {
        for (int servers = 2; servers <= 4; servers++) {
            ShareRule rule = ShareRule.of(ShareRule.needed(servers), servers);

            assertThat(rule.falseFail()).as("%d servers: %s", servers, rule).isPositive().isLessThanOrEqualTo(ShareRule.FALSE_FAIL);
            assertThat(rule.falsePass()).as("%d servers: %s", servers, rule).isPositive().isLessThanOrEqualTo(ShareRule.FALSE_PASS);
        }
    }

    @Test
    void theThresholdIsTheHighestThatSparesAnEvenCluster() {
        ShareRule rule = ShareRule.of(200, 2);

        assertThat(2 * Binomial.atMost(rule.threshold() - 1, 200, 0.5)).isEqualTo(rule.falseFail()).isLessThanOrEqualTo(ShareRule.FALSE_FAIL);
        assertThat(2 * Binomial.atMost(rule.threshold(), 200, 0.5)).isGreaterThan(ShareRule.FALSE_FAIL);
    }

    @Test
    void lessThanHalfOfWhatTheSpecificationMakesDecidesBetweenTwoServers() {
        assertThat(ShareRule.needed(2)).isBetween(100L, 150L);
        assertThat(ShareRule.of(20, 2).decides()).isFalse();
    }

    @Test
    void chanceAlternationIsRare() {
        // An even random split repeats the first round's order in every later answer; an uneven one does so less often.
        double even = Math.pow(0.5, 2 * Entrance.ROUNDS - 1);
        double uneven = 2 * Math.pow(0.2 * 0.8, Entrance.ROUNDS);

        assertThat(even).isEqualTo(1.0 / 2048);
        assertThat(uneven).isCloseTo(ShareRule.alternationByChance(Entrance.ROUNDS, 2), within(1e-12)).isLessThan(3.4e-5);
    }

    @Test
    void anErrorRuleStatesItsOwnProbabilities() {
        ErrorRule rule = ErrorRule.of(ErrorRule.needed(HEALTHY), HEALTHY);

        assertThat(rule.falseFail()).isPositive().isLessThanOrEqualTo(ErrorRule.FALSE_FAIL);
        assertThat(rule.falsePass()).isPositive().isLessThanOrEqualTo(ErrorRule.FALSE_PASS);
        assertThat(Binomial.atLeast(rule.allowed(), rule.n(), HEALTHY)).isGreaterThan(ErrorRule.FALSE_FAIL);
        assertThat(ErrorRule.needed(HEALTHY)).isBetween(200L, 600L);
    }

    @Test
    void aServiceThatMayNotFailAtAllMayNotFailAtAll() {
        ErrorRule rule = ErrorRule.of(500, 0);

        assertThat(rule.allowed()).isZero();
        assertThat(rule.falseFail()).isZero();
        assertThat(rule.decides()).isTrue();
    }

    @Test
    void theLimitsThemselvesDecide() {
        assertThat(new ShareRule(80, 2, 22, 0, ShareRule.FALSE_PASS).decides()).isTrue();
        assertThat(new ErrorRule(400, HEALTHY, 3, 0, ErrorRule.FALSE_PASS).decides()).isTrue();
    }
}
