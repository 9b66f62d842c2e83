package relevo.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.Answer;
import relevo.observation.LoadRun;
import relevo.observation.Observation;
import relevo.observation.Stage;
import relevo.testing.Scene;

class RampTest {

    private static LoadRun run(String model, double holdMs, List<Stage> stages, List<Answer> answers) {
        Observation seen = new Observation(Scene.ROLES, answers, List.of(), List.of());
        return new LoadRun("breakpoint", model, "/hold/500ms", holdMs, 20, stages, List.of(0.0), Optional.empty(), answers.size(), 0, 0, seen, seen);
    }

    /** Ten seconds from 0 to 100 requests/s, of which at most {@code capacity} a second are answered well, each half a second after it was sent. */
    private static LoadRun growing(int capacity) {
        List<Answer> answers = new ArrayList<>();
        for (int tenth = 0; tenth < 100; tenth++) {
            double asked = tenth / 10.0 + 0.05;
            for (int i = 0; i < Math.round(asked); i++) {
                answers.add(new Answer(tenth * 100 + 50, 500, i < capacity / 10 ? 200 : 503, i < capacity / 10 ? "web1" : "", ""));
            }
        }
        return run("open", 500, List.of(new Stage(0, 100, 10)), answers);
    }

    @Test
    @DisplayName("good answers stop following at the capacity, each held against the demand of one service time before")
    void saturates() {
        var ramp = Ramp.of(growing(60)).orElseThrow();

        assertThat(ramp.windows()).hasSize(10);
        assertThat(ramp.saturation().orElseThrow().best()).isCloseTo(60, within(1.0));
        assertThat(ramp.peak()).isEqualTo(60);
        assertThat(ramp.last()).isEqualTo(60);
    }

    @Test
    @DisplayName("answers that always follow have no saturation, however late they come")
    void follows() {
        var ramp = Ramp.of(growing(1_000)).orElseThrow();

        assertThat(ramp.saturation()).isEmpty();
        assertThat(ramp.peak()).isEqualTo(ramp.last()).isGreaterThan(80);
    }

    @Test
    @DisplayName("a collapse ends below its peak")
    void collapses() {
        List<Answer> answers = new ArrayList<>(growing(60).seen().answers());
        answers.removeIf(a -> a.atMs() > 9_000 && a.status() == 200 && a.atMs() % 1_000 < 500);
        var ramp = Ramp.of(run("open", 500, List.of(new Stage(0, 100, 10)), answers)).orElseThrow();

        assertThat(ramp.peak()).isEqualTo(60);
        assertThat(ramp.last()).isEqualTo(30);
    }

    @Test
    @DisplayName("only one growing stretch of the open model is a ramp, and it must at least double")
    void shapes() {
        assertThat(Ramp.of(run("open", 50, List.of(new Stage(10, 20, 10)), List.of()))).isPresent();
        assertThat(Ramp.of(run("open", 50, List.of(new Stage(10, 19.9, 10)), List.of()))).isEmpty();
        assertThat(Ramp.of(run("open", 50, List.of(new Stage(0, 20, 10), new Stage(20, 40, 10)), List.of()))).isEmpty();
        assertThat(Ramp.of(run("closed", 50, List.of(new Stage(10, 20, 10)), List.of()))).isEmpty();
    }

    @Test
    @DisplayName("nothing answered is a ramp without a peak")
    void nothing() {
        var ramp = Ramp.of(run("open", 50, List.of(new Stage(0, 20, 10)), List.of())).orElseThrow();

        assertThat(ramp.windows()).isEmpty();
        assertThat(ramp.peak()).isZero();
        assertThat(ramp.last()).isZero();
    }

    @Test
    @DisplayName("no window is held against a demand before the beginning: six seconds of answers that take one give five points, five give four")
    void behind() {
        for (int seconds : new int[] {6, 5}) {
            List<Answer> answers = new ArrayList<>();
            for (int second = 0; second < seconds; second++) {
                for (int i = 0; i < 10 * second + 5; i++) {
                    answers.add(new Answer(second * 1_000 + i, 1_000, i < 20 ? 200 : 503, i < 20 ? "web1" : "", ""));
                }
            }
            var ramp = Ramp.of(run("open", 1_000, List.of(new Stage(0, 10 * seconds, seconds)), answers)).orElseThrow();

            assertThat(ramp.saturation().isPresent()).as("%d s", seconds).isEqualTo(seconds == 6);
        }
    }
}
