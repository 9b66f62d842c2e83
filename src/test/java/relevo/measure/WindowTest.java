package relevo.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.Answer;
import relevo.observation.LoadRun;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.observation.Stage;
import relevo.testing.Scene;

class WindowTest {

    private static final Map<String, Role> ROLES = Map.of("web1", Role.PRODUCTION, "backup1", Role.BACKUP);

    @Test
    @DisplayName("the area under a ramp, part by part, is all of it")
    void arrivals() {
        var stages = List.of(Stage.flat(10, 2), new Stage(10, 30, 4));

        assertThat(Window.arrivals(stages, 0, 1)).isCloseTo(10, within(1e-9));
        assertThat(Window.arrivals(stages, 1, 3)).isCloseTo(10 + 12.5, within(1e-9));
        assertThat(Window.arrivals(stages, 0, 6)).isCloseTo(20 + 80, within(1e-9));
        assertThat(Window.arrivals(stages, 6, 9)).isZero();
    }

    @Test
    @DisplayName("an answer counts where it comes to an end, and by who gave it")
    void windows() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(new Answer(500 + i * 100, 100, i == 19 ? 503 : 200, i == 19 ? "" : i % 2 == 0 ? "web1" : "backup1", ""));
        }
        var run = new LoadRun("spike", "open", "/", 0, 2, List.of(Stage.flat(10, 2)), List.of(500.0), Optional.empty(), 20, 0, 0,
                new Observation(ROLES, answers, List.of(), List.of()), new Observation(ROLES, List.of(), List.of(), List.of()));

        var windows = Window.of(run, 1);

        assertThat(windows).extracting(Window::good).containsExactly(9L, 10L);
        assertThat(windows).extracting(Window::failed).containsExactly(0L, 0L);
        assertThat(windows.get(0).offered()).isEqualTo(10);
        assertThat(windows.get(0).p95()).isEqualTo(100);
        assertThat(windows.get(0).backups()).isEqualTo(4);
    }

    private static LoadRun run(String model, List<Stage> stages, Answer... answers) {
        return new LoadRun("spike", model, "/", 0, 2, stages, List.of(500.0), Optional.empty(), answers.length, 0, 0,
                new Observation(ROLES, List.of(answers), List.of(), List.of()), new Observation(ROLES, List.of(), List.of(), List.of()));
    }

    private static Answer good(double at, double took) {
        return new Answer(at, took, 200, "web1", "");
    }

    @Test
    @DisplayName("a stretch of no length asks for nothing")
    void noLength() {
        assertThat(Window.arrivals(List.of(Stage.flat(10, 1), new Stage(10, 50, 0), Stage.flat(50, 1)), 0, 2)).isCloseTo(60, within(1e-9));
    }

    @Test
    @DisplayName("windows of half a second hold half a second of the demand, and of the answers")
    void halves() {
        var windows = Window.of(run("open", List.of(new Stage(10, 20, 1)), good(500, 499), good(600, 800), good(900, 100)), 0.5);

        assertThat(windows).extracting(Window::fromS).containsExactly(0.0, 0.5);
        assertThat(windows).extracting(Window::good).containsExactly(1L, 2L);
        assertThat(windows).extracting(Window::goodput).containsExactly(2.0, 4.0);
        assertThat(windows).extracting(Window::offered).containsExactly(12.5, 17.5);
    }

    @Test
    @DisplayName("users who wait for their answers ask for what they sent")
    void closed() {
        var windows = Window.of(run("closed", List.of(Stage.flat(2, 1)), good(500, 50), good(999, 50), good(1000, 50)), 0.5);

        assertThat(windows).extracting(Window::offered).containsExactly(4.0, 2.0);
    }

    @Test
    @DisplayName("the last answer needs no window of its own unless it ends more than 1 ms after the boundary")
    void lastAnswer() {
        assertThat(Window.of(run("open", List.of(Stage.flat(1, 1)), good(1400, 101)), 1)).hasSize(1);
        assertThat(Window.of(run("open", List.of(Stage.flat(1, 1)), good(1400, 101.5)), 1)).hasSize(2);
    }

    @Test
    @DisplayName("what the clock puts before the beginning is of the first window; an answer of nobody is of no server")
    void edges() {
        var windows = Window.of(run("open", List.of(Stage.flat(1, 2)), good(499, 0.5), new Answer(600, 10, 200, "", ""), good(1600, 10)), 1);

        assertThat(windows.get(0).good()).isEqualTo(2);
        assertThat(windows.get(0).served()).containsExactly(Map.entry("web1", 1L));
        assertThat(windows.get(1).good()).isEqualTo(1);
    }

    @Test
    @DisplayName("busy and queued are production's means over the readings inside, the one at its beginning among them")
    void readings() {
        var run = new Scene().every(100).current(3, "web1").current(1, "web2").current(9, "backup1").queue(6).serve(5, "web1").current(0, "web1", "web2")
                .queue(0).serve(5, "web1").run("spike");

        var windows = Window.of(run, 0.5);

        // At 0 nothing, at 250 and 500 ms four busy and six waiting, then nothing again.
        assertThat(windows).extracting(Window::busy).containsExactly(2.0, 2.0);
        assertThat(windows).extracting(Window::queued).containsExactly(3.0, 3.0);
    }
}
