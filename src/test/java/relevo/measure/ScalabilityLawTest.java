package relevo.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.measure.BrokenStick.Point;

class ScalabilityLawTest {

    private static List<Point> measured(DoubleUnaryOperator throughput) {
        return IntStream.of(1, 2, 4, 8, 16, 24, 32, 48).mapToObj(users -> new Point(users, throughput.applyAsDouble(users))).toList();
    }

    @Test
    @DisplayName("finds the coefficients of a system that follows the law")
    void follows() {
        var law = ScalabilityLaw.fit(measured(n -> 50 * n / (1 + 0.03 * (n - 1) + 0.0005 * n * (n - 1))));

        assertThat(law.lambda()).isCloseTo(50, within(1e-6));
        assertThat(law.sigma()).isCloseTo(0.03, within(1e-9));
        assertThat(law.kappa()).isCloseTo(0.0005, within(1e-9));
        assertThat(law.worst()).isLessThan(1e-6);
        assertThat(law.supported()).isTrue();
        assertThat(law.at(48)).isCloseTo(50 * 48 / (1 + 0.03 * 47 + 0.0005 * 48 * 47), within(1e-6));
        assertThat(law.text().en()).contains("none of 8 levels");
    }

    @Test
    @DisplayName("linear growth needs neither contention nor coherence, and no coefficient is below 0")
    void linear() {
        var law = ScalabilityLaw.fit(measured(n -> 5 * n + (n == 48 ? 1 : 0)));

        assertThat(law.sigma()).isZero();
        assertThat(law.kappa()).isZero();
        assertThat(law.lambda()).isCloseTo(5, within(0.05));
    }

    @Test
    @DisplayName("a hard knee is not described by it, and it says so")
    void knee() {
        var law = ScalabilityLaw.fit(measured(n -> Math.min(5 * n, 80)));

        assertThat(law.supported()).isFalse();
        assertThat(law.text().en()).contains("gives a knee, not a curve");
    }

    @Test
    @DisplayName("nothing is claimed of few levels, or of none that answered")
    void few() {
        assertThat(ScalabilityLaw.fit(measured(n -> 5 * n).subList(0, 4)).supported()).isFalse();
        assertThat(ScalabilityLaw.fit(measured(n -> 0)).supported()).isFalse();
        assertThat(ScalabilityLaw.fit(List.of()).text().en()).contains("fewer than 5");
    }

    @Test
    @DisplayName("of contention and coherence the one that describes it better is taken, where one alone may take part")
    void coherenceAlone() {
        // Superlinear at first, which no contention above 0 describes.
        var law = ScalabilityLaw.fit(measured(n -> 50 * n / (1 - 0.01 * (n - 1) + 0.002 * n * (n - 1))));

        assertThat(law.sigma()).isZero();
        assertThat(law.kappa()).isCloseTo(0.0018, within(0.0004));
    }

    @Test
    @DisplayName("the worst residual is the largest part of what was measured, all of it where nobody answered")
    void worst() {
        var points = measured(n -> Math.min(5 * n, 80));
        var law = ScalabilityLaw.fit(points);

        assertThat(law.worst()).isCloseTo(points.stream().mapToDouble(p -> Math.abs(law.at(p.x()) / p.y() - 1)).max().orElseThrow(), within(1e-9));
        assertThat(ScalabilityLaw.fit(measured(n -> n == 4 ? 0 : 5 * n)).worst()).isEqualTo(1);
    }

    @Test
    @DisplayName("five levels that are a tenth off are still described; nothing answered has no throughput")
    void limits() {
        assertThat(new ScalabilityLaw(1, 0, 0, 0.1, 5).supported()).isTrue();
        assertThat(new ScalabilityLaw(1, 0, 0, 0.1, 5).text().en()).contains("none of 5 levels");
        assertThat(new ScalabilityLaw(1, 0, 0, 0.1001, 5).supported()).isFalse();
        assertThat(ScalabilityLaw.fit(measured(n -> 0)).lambda()).isZero();
    }
}
