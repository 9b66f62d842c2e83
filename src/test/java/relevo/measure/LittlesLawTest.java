package relevo.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.Observation;
import relevo.testing.Scene;

class LittlesLawTest {

    @Test
    @DisplayName("sampled and implied are means over the schedule, from the first request on")
    void means() {
        // Ten requests from 500 ms on, each takes 100 of 200 ms; readings at 750, 1,000, …, 2,250 ms show one and one in the queue.
        Observation seen = new Scene().pass(500).every(200).taking(100).current(1, "web1").queue(1).serve(10, "web1").current(9, "web1").pass(1_000).seen();

        var law = LittlesLaw.of(Scene.run("smoke", 10, 10, seen));

        assertThat(law.sampled()).isEqualTo(2);
        assertThat(law.samples()).isEqualTo(7);
        assertThat(law.implied()).isCloseTo(10 * 100 / 1_900.0, within(1e-9));
    }

    @Test
    @DisplayName("a reading as the schedule begins or ends is not inside it, and what comes after it does not count")
    void edges() {
        Observation seen = new Scene().every(250).taking(1_000).current(4, "web1").serve(8, "web1").seen();

        var law = LittlesLaw.of(Scene.run("smoke", 8, 1, seen));

        assertThat(law.samples()).isEqualTo(3);
        assertThat(law.implied()).isCloseTo((1_000 + 750 + 500 + 250) / 1_000.0, within(1e-9));
    }

    @Test
    @DisplayName("nothing asked implies nothing")
    void nothing() {
        assertThat(LittlesLaw.of(Scene.run("smoke", 0, 0, new Observation(Scene.ROLES, List.of(), List.of(), List.of()))).implied()).isZero();
    }

    @Test
    @DisplayName("they may differ by three requests or by three tenths, and five readings are enough")
    void tolerance() {
        assertThat(new LittlesLaw(3, 0, 5).holds()).isTrue();
        assertThat(new LittlesLaw(3.1, 0, 5).holds()).isFalse();
        assertThat(new LittlesLaw(100, 70, 5).holds()).isTrue();
        assertThat(new LittlesLaw(69.9, 100, 5).holds()).isFalse();
        assertThat(new LittlesLaw(0, 0, 5).sampledEnough()).isTrue();
        assertThat(new LittlesLaw(0, 0, 4).sampledEnough()).isFalse();
    }
}
