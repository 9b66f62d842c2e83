package relevo.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BinomialTest {

    @Test
    void agreesWithFiguresWorkedOutByHand() {
        assertThat(Binomial.atMost(0, 20, 0.5)).isCloseTo(Math.pow(2, -20), within(1e-18));
        assertThat(Binomial.atMost(1, 3, 0.5)).isCloseTo(0.5, within(1e-12));
        assertThat(Binomial.atLeast(2, 4, 0.25)).isCloseTo(67.0 / 256, within(1e-12));
        assertThat(Binomial.atLeast(0, 9, 0.3)).isCloseTo(1, within(1e-12));
        assertThat(Binomial.atLeast(10, 9, 0.3)).isZero();
        assertThat(Binomial.atMost(-1, 9, 0.3)).isZero();
    }

    @Test
    void bothTailsMakeOne() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            long n = 1 + random.nextInt(3_000);
            long k = random.nextInt((int) n + 1);
            double p = 0.001 + 0.998 * random.nextDouble();
            assertThat(Binomial.atMost(k, n, p) + Binomial.atLeast(k + 1, n, p)).as("n=%d k=%d p=%f", n, k, p).isCloseTo(1, within(1e-8));
        }
    }

    @Test
    void growsWithItsBound() {
        for (long k = 1; k <= 200; k++) {
            assertThat(Binomial.atMost(k, 200, 0.4)).isGreaterThanOrEqualTo(Binomial.atMost(k - 1, 200, 0.4));
        }
    }
}
