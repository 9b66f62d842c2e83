package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.Stage;

class ScheduleTest {

    @ParameterizedTest(name = "{0}/s to {1}/s for {2} s")
    @CsvSource({"150, 150, 8", "50, 50, 8", "10, 10, 3", "33.3, 33.3, 7.5", "10, 400, 6", "200, 5, 4"})
    @DisplayName("holds the arrivals it should, within 1 %, or one")
    void count(double from, double to, double seconds) {
        Stage stage = new Stage(from, to, seconds);
        for (boolean even : new boolean[] {true, false}) {
            assertThat((double) schedule(even, stage).due(7).length)
                    .isCloseTo(stage.arrivals(), within(Math.max(1, stage.arrivals() / 100)));
        }
    }

    @Test
    @DisplayName("even arrivals keep equal gaps, after the lead-in")
    void even() {
        double[] due = schedule(true, Stage.flat(100, 1)).due(7);

        assertThat(due[0]).isBetween(0.2, 0.211);
        for (int k = 1; k < due.length; k++) {
            assertThat(due[k] - due[k - 1]).isCloseTo(0.01, within(1e-6));
        }
    }

    @Test
    @DisplayName("random arrivals are the same for the same seed, and others for another")
    void seed() {
        Schedule random = schedule(false, Stage.flat(100, 2));

        assertThat(random.due(7)).isEqualTo(random.due(7)).isNotEqualTo(random.due(8)).isSorted();
    }

    @Test
    @DisplayName("random arrivals are a Poisson process: their gaps spread as widely as their mean")
    void poisson() {
        double[] due = schedule(false, Stage.flat(100, 60)).due(7);
        double[] gaps = new double[due.length - 1];
        Arrays.setAll(gaps, k -> due[k + 1] - due[k]);
        double mean = Arrays.stream(gaps).average().orElseThrow();
        double deviation = Math.sqrt(Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).average().orElseThrow());

        assertThat(deviation / mean).isCloseTo(1, within(0.1));
    }

    @Test
    @DisplayName("stages follow one another, each at its own rate")
    void stages() {
        double[] due = schedule(true, Stage.flat(30, 2), Stage.flat(180, 2), Stage.flat(30, 2)).due(7);

        assertThat(due).hasSize(480);
        assertThat(Arrays.stream(due).filter(at -> at >= 2.2 && at < 4.2).count()).isCloseTo(360, within(2L));
    }

    private static Schedule schedule(boolean even, Stage... stages) {
        return new Schedule(0.2, List.of(stages), even);
    }
}
