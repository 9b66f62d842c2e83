package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relevo.chance.Certainty;
import relevo.chance.ErrorRule;
import relevo.chance.PresenceRule;
import relevo.chance.ShareRule;
import relevo.chance.SlownessRule;
import relevo.chance.ZeroRule;
import relevo.measure.AcceptedLimits;
import relevo.observation.Answer;
import relevo.observation.Percentiles;

/** No verdict fails a right cluster, or passes a named wrong one, more often than once in 10,000 runs. */
class CertaintiesTest {

    private static final double HEALTHY = 0.001;
    /** Far more requests than any scenario makes, but for the one on request. */
    private static final long MANY = 1_000;

    private static List<Certainty> all() {
        return Certainties.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void bothProbabilitiesAreAtMostOneInTenThousand(Certainty row) {
        assertThat(row.falseFail()).as("fails %s", row.right()).isBetween(0.0, Certainty.MOST);
        assertThat(row.falsePass()).as("passes %s", row.wrong()).isBetween(0.0, Certainty.MOST);
    }

    @Test
    @DisplayName("a requirement with several tests fails a right cluster by any of them, and still no more often")
    void severalTests() {
        Map<String, Double> together = new HashMap<>();
        all().forEach(row -> List.of(row.requirements().split(", ")).forEach(id -> together.merge(id, row.falseFail(), Double::sum)));

        assertThat(together).allSatisfy((id, falseFail) -> assertThat(falseFail).as(id).isLessThanOrEqualTo(Certainty.MOST));
    }

    @Test
    @DisplayName("from where a rule says that it decides, it keeps to both bounds with any number of requests")
    void withAnyNumber() {
        for (int servers = 2; servers <= 4; servers++) {
            for (long n = ShareRule.needed(servers); n <= MANY; n++) {
                ShareRule rule = ShareRule.of(n, servers);
                assertThat(2 * rule.falseFail()).as("%s", rule).isLessThanOrEqualTo(Certainty.MOST);
                assertThat(rule.falsePass()).as("%s", rule).isLessThanOrEqualTo(Certainty.MOST);
            }
        }
        for (long n = AcceptedLimits.needed(); n <= MANY; n++) {
            ErrorRule errors = ErrorRule.of(n, HEALTHY);
            SlownessRule slowness = SlownessRule.of(n);
            assertThat(errors.falseFail()).as("%s", errors).isLessThanOrEqualTo(Certainty.MOST);
            assertThat(slowness.falseFail()).as("%s", slowness).isLessThanOrEqualTo(Certainty.MOST);
            assertThat(errors.decides() && slowness.decides()).as("%s, %s", errors, slowness).isTrue();
        }
    }

    @Test
    @DisplayName("what the specification makes is enough to decide, and the fewest are the fewest")
    void enough() {
        assertThat(ShareRule.of(Sample.SHARES.requests(), 2).decides()).isTrue();
        assertThat(LongStream.of(Sample.AVERAGE.requests(), Sample.RECOVERED.requests())).allMatch(n -> n >= AcceptedLimits.needed());
        assertThat(Sample.SMOKE.requests()).isGreaterThan(Backups.LIGHT);
        assertThat(Sample.VISITS.requests()).isGreaterThanOrEqualTo(Math.max(Entrance.FEW, Placement.ENOUGH));
        assertThat(Sample.APOLOGY.requests()).isGreaterThanOrEqualTo(LastResort.HEAVY);
        assertThat(PresenceRule.of(Overload.OVERFLOWED - 1, 2).falseFail()).isGreaterThan(Certainty.MOST);
        assertThat(ZeroRule.of(Backups.LIGHT - 1, ZeroRule.ONE_IN_TWENTY).falsePass()).isGreaterThan(Certainty.MOST);
        assertThat(ZeroRule.of(LastResort.ENOUGH - 1, ZeroRule.EVERY_SECOND).falsePass()).isGreaterThan(Certainty.MOST);
        assertThat(ErrorRule.of(ErrorRule.needed(HEALTHY) - 1, HEALTHY).decides()).isFalse();
    }

    @Test
    @DisplayName("limits that allow as many errors as the wrong service makes decide with no number of requests")
    void never() {
        assertThat(ErrorRule.needed(ErrorRule.BAD)).isEqualTo(501);
    }

    @Test
    @DisplayName("p95 is above its limit exactly when more answers are than the rule allows")
    void percentileAndRule() {
        for (int n = 1; n <= 450; n += 7) {
            int allowed = (int) SlownessRule.of(n).allowed();
            assertThat(Percentiles.of(answers(n, allowed)).p95()).as("%d of %d slow", allowed, n).isEqualTo(100);
            assertThat(Percentiles.of(answers(n, allowed + 1)).p95()).as("%d of %d slow", allowed + 1, n).isEqualTo(900);
        }
    }

    private static List<Answer> answers(int n, int slow) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            answers.add(new Answer(i, i < slow ? 900 : 100, 200, "web1", ""));
        }
        return answers;
    }
}
