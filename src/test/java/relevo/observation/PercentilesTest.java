package relevo.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    @DisplayName("within 1 % of those of the sorted samples, from microseconds to a minute")
    void exact() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            double[] took = DoubleStream.generate(() -> Math.exp(random.nextGaussian() * 2 + 3)).limit(1 + random.nextInt(3_000)).toArray();

            Percentiles seen = Percentiles.of(answers(took));

            Arrays.sort(took);
            assertThat(seen.p50()).isCloseTo(nearestRank(took, 50), withinPercentage(1));
            assertThat(seen.p90()).isCloseTo(nearestRank(took, 90), withinPercentage(1));
            assertThat(seen.p95()).isCloseTo(nearestRank(took, 95), withinPercentage(1));
            assertThat(seen.p99()).isCloseTo(nearestRank(took, 99), withinPercentage(1));
            assertThat(seen.max()).isEqualTo(took[took.length - 1]);
            assertThat(List.of(seen.p50(), seen.p90(), seen.p95(), seen.p99(), seen.max())).isSorted();
        }
    }

    @Test
    @DisplayName("of nothing: zero")
    void empty() {
        assertThat(Percentiles.of(List.of())).isEqualTo(new Percentiles(0, 0, 0, 0, 0));
    }

    @Test
    @DisplayName("whole ms stay whole")
    void whole() {
        assertThat(Percentiles.of(answers(200, 203, 60))).isEqualTo(new Percentiles(200, 203, 203, 203, 203));
    }

    private static double nearestRank(double[] sorted, double percentile) {
        return sorted[Math.max(0, (int) Math.ceil(percentile / 100 * sorted.length) - 1)];
    }

    private static List<Answer> answers(double... took) {
        return Arrays.stream(took).mapToObj(ms -> new Answer(0, ms, 200, "web1", "")).toList();
    }
}
