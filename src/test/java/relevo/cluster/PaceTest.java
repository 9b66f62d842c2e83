package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    @DisplayName("a slow pace asks for less, but never for fewer than decide")
    void within() {
        assertThat(Pace.FREE.within(300)).isEqualTo(300);
        assertThat(new Pace(1).within(300)).isEqualTo(30);
        assertThat(new Pace(0.5).within(300)).isEqualTo(20);
        assertThat(new Pace(50).within(300)).isEqualTo(300);
        assertThat(new Pace(0.5).within(12)).isEqualTo(12);
    }

    @Test
    @DisplayName("no two are nearer than the pace lets them be, and none is missing")
    void apart() {
        var at = new ArrayList<Long>();

        new Pace(200).times(8, () -> at.add(System.nanoTime()));

        assertThat(at).hasSize(8);
        for (int i = 1; i < at.size(); i++) {
            assertThat(at.get(i) - at.get(i - 1)).isGreaterThanOrEqualTo(4_900_000);
        }
    }

    @Test
    @DisplayName("without a pace it happens here, at once")
    void free() {
        List<Thread> by = new ArrayList<>();

        Pace.FREE.times(3, () -> by.add(Thread.currentThread()));

        assertThat(by).containsOnly(Thread.currentThread()).hasSize(3);
    }

    @Test
    @DisplayName("what goes wrong is not waited for")
    void broken() {
        assertThatThrownBy(() -> new Pace(100).times(2, () -> {
            throw new IllegalArgumentException("no");
        })).hasRootCauseMessage("no");
    }
}
