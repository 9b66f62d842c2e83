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

class BackupServiceTest {

    private static final Map<String, Role> ROLES = Map.of("web1", Role.PRODUCTION, "backup1", Role.BACKUP, "backup2", Role.BACKUP);

    private final List<Answer> answers = new ArrayList<>();
    private final List<Answer> after = new ArrayList<>();

    private BackupService judged() {
        return BackupService.of(new LoadRun("stress", "open", "/hold/200ms", 200, 2, List.of(Stage.flat(10, 5)), List.of(100.0), Optional.empty(),
                answers.size(), 0, 0,
                new Observation(ROLES, List.copyOf(answers), List.of(), List.of()), new Observation(ROLES, List.copyOf(after), List.of(), List.of())));
    }

    private void answer(double at, double took, String server) {
        answers.add(new Answer(at, took, 200, server, ""));
    }

    @Test
    @DisplayName("activation counts from the request that fills production until the second backup has served")
    void activation() {
        answer(100, 200, "web1");
        answer(150, 200, "web1");
        answer(160, 200, "backup1");
        answer(190, 200, "backup2");

        var seen = judged();

        assertThat(seen.activationMs().orElseThrow()).isCloseTo(40, within(1e-9));
        assertThat(seen.part()).isEqualTo(0.5);
        assertThat(seen.transitions()).isEqualTo(1);
        assertThat(seen.releaseMs()).isZero();
    }

    @Test
    @DisplayName("no activation where production never was full, or where one backup did not serve")
    void none() {
        answer(100, 200, "web1");
        answer(300, 200, "backup1");
        assertThat(judged().activationMs()).isEmpty();

        answer(310, 200, "backup1");
        assertThat(judged().activationMs()).isEmpty();
    }

    @Test
    @DisplayName("release counts on into the light traffic, whose clock begins when the run's last answer is there")
    void release() {
        answer(100, 200, "backup1");
        answer(5000, 200, "web1");
        after.add(new Answer(300, 5, 200, "backup2", ""));

        assertThat(judged().releaseMs()).isCloseTo(5200 + 300 - 5100, within(1e-9));
    }

    @Test
    @DisplayName("a pause of more than a second is another transition")
    void flapping() {
        for (double at : new double[] {100, 900, 1800, 3000, 4500}) {
            answer(at, 50, "backup1");
        }
        assertThat(judged().transitions()).isEqualTo(3);
    }

    @Test
    @DisplayName("a pause of one second is none")
    void noPause() {
        answer(100, 50, "backup1");
        answer(1100, 50, "backup1");
        assertThat(judged().transitions()).isEqualTo(1);
    }
}
