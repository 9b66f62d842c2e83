package relevo.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    @DisplayName("at least so many percent are not above each, and fewer not above anything smaller")
    void exact() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            double[] took = DoubleStream.generate(() -> Math.exp(random.nextGaussian() * 2 + 3)).limit(1 + random.nextInt(3_000)).toArray();

            Percentiles seen = Percentiles.of(answers(took));

            isRank(seen.p50(), 50, took);
            isRank(seen.p90(), 90, took);
            isRank(seen.p95(), 95, took);
            isRank(seen.p99(), 99, took);
            assertThat(seen.max()).isEqualTo(Arrays.stream(took).max().orElseThrow());
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

    private static void isRank(double value, double percentile, double[] took) {
        assertThat(took).contains(value);
        assertThat(100.0 * Arrays.stream(took).filter(ms -> ms <= value).count() / took.length).isGreaterThanOrEqualTo(percentile);
        assertThat(100.0 * Arrays.stream(took).filter(ms -> ms < value).count() / took.length).isLessThan(percentile);
    }

    private static List<Answer> answers(double... took) {
        return Arrays.stream(took).mapToObj(ms -> new Answer(0, ms, 200, "web1", "")).toList();
    }
}
