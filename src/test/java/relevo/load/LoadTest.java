package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.measure.AcceptedLimits;
import relevo.timing.Timing;

class LoadTest {

    @AfterEach
    void forget() {
        Timing.stretch(1);
    }

    @Test
    @DisplayName("where nothing is slow a scenario is played as it is written")
    void asWritten() {
        for (var scenario : Scenarios.all()) {
            assertThat(Load.bearable(scenario, 200, 200)).isEqualTo(scenario);
        }
    }

    @Test
    @DisplayName("a resource that holds ten times as long is asked for longer, until its limits can be judged; a mere shape is not")
    void enoughToJudge() {
        var average = Load.bearable(Scenarios.named("average"), 200, 10);

        assertThat(average.arrivals(10)).isCloseTo(360, within(1e-9));
        assertThat(average.seconds()).isCloseTo(72, within(1e-9));
        assertThat(Load.ENOUGH).as("what is asked for decides").isGreaterThan(AcceptedLimits.needed());
        assertThat(Load.bearable(Scenarios.named("stress"), 100, 10)).isEqualTo(Scenarios.named("stress"));
        assertThat(Load.bearable(Scenarios.named("average"), 2_000, 200)).as("400 requests are enough").isEqualTo(Scenarios.named("average"));
    }

    @Test
    @DisplayName("a production of few places is asked for longer too, until the limits can be judged")
    void fewPlaces() {
        assertThat(Load.bearable(Scenarios.named("average"), 100, 100).arrivals(100)).isCloseTo(360, within(1e-9));
        assertThat(Load.bearable(Scenarios.named("smoke"), 100, 100)).isEqualTo(Scenarios.named("smoke"));
    }

    @Test
    @DisplayName("on a substrate six times as slow a rate in figures is a sixth, for six times as long")
    void slowly() {
        Timing.stretch(6);

        var smoke = Load.bearable(Scenarios.named("smoke"), 20_000, 20_000);

        assertThat(smoke.meanPerSecond(1)).isCloseTo(80 / 6.0, within(1e-9));
        assertThat(smoke.arrivals(1)).isCloseTo(200, within(1e-9));
    }
}
