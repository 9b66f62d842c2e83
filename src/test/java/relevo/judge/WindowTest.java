package relevo.judge;

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
}
