package relevo.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.measure.BrokenStick.Point;

class BrokenStickTest {

    private static List<Point> ramp(double capacity, double noise, long seed) {
        Random random = new Random(seed);
        return IntStream.rangeClosed(1, 20).mapToObj(i -> new Point(10 * i, Math.min(10 * i, capacity) + noise * random.nextGaussian())).toList();
    }

    @Test
    @DisplayName("finds where throughput stops following, and brackets it")
    void finds() {
        int inside = 0;
        for (int seed = 0; seed < 200; seed++) {
            var fit = BrokenStick.fit(ramp(120, 3, seed), 1).orElseThrow();
            assertThat(fit.best()).isCloseTo(120, within(5.0));
            assertThat(fit.low()).isLessThanOrEqualTo(fit.best());
            assertThat(fit.high()).isGreaterThanOrEqualTo(fit.best());
            inside += fit.low() <= 120 && fit.high() >= 120 ? 1 : 0;
        }
        // A 95 % interval: of 200, 181 or fewer inside would come by chance once in 1,000.
        assertThat(inside).isGreaterThan(181);
    }

    @Test
    @DisplayName("a system that always follows has no break")
    void follows() {
        assertThat(BrokenStick.fit(ramp(1_000, 2, 1), 1)).isEmpty();
    }

    @Test
    @DisplayName("with another slope: users against requests per second")
    void slope() {
        var points = IntStream.of(4, 10, 18, 24, 30, 38, 50, 70).mapToObj(users -> new Point(users, Math.min(5 * users, 200))).toList();

        assertThat(BrokenStick.fit(points, 5).orElseThrow().best()).isCloseTo(200, within(1.0));
    }

    @Test
    @DisplayName("few points say nothing")
    void few() {
        assertThat(BrokenStick.fit(ramp(120, 0, 1).subList(0, 4), 1)).isEmpty();
    }

    private static List<Point> points(double... xy) {
        return IntStream.range(0, xy.length / 2).mapToObj(i -> new Point(xy[2 * i], xy[2 * i + 1])).toList();
    }

    @Test
    @DisplayName("five points are enough, two of them beyond the break; one at the break is not beyond it")
    void fewest() {
        assertThat(BrokenStick.fit(points(10, 10, 20, 20, 30, 30, 40, 30, 50, 30), 1).orElseThrow().best()).isEqualTo(30);
        assertThat(BrokenStick.fit(points(10, 10, 20, 20, 30, 30, 40, 40, 50, 40), 1)).isEmpty();
    }

    @Test
    @DisplayName("the range is the profile interval, worked out by hand")
    void range() {
        // Four points on the plateau, 2 off: half its width is the root of 16 · 1.96² / (8 · 4), 1.386; k goes by steps of 0.1.
        var fit = BrokenStick.fit(points(10, 10, 20, 20, 30, 30, 40, 40, 50, 50, 160, 98, 170, 102, 180, 98, 200, 102), 1).orElseThrow();

        assertThat(fit.best()).isCloseTo(100, within(1e-9));
        assertThat(fit.low()).isCloseTo(98.7, within(1e-9));
        assertThat(fit.high()).isCloseTo(101.3, within(1e-9));
    }

    @Test
    @DisplayName("points that scatter widely allow every k up to the largest demand")
    void wide() {
        assertThat(BrokenStick.fit(points(10, 30, 20, 0, 30, 25, 40, 5, 50, 45), 1).orElseThrow().high()).isEqualTo(50);
    }

    @Test
    @DisplayName("two points at the largest demand that still follow are beyond nothing")
    void twice() {
        assertThat(BrokenStick.fit(points(10, 10, 20, 20, 30, 30, 40, 40, 40, 40), 1)).isEmpty();
    }
}
