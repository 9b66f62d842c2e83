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

class ConcurrencyLevelTest {

    private static final Map<String, Role> ROLES = Map.of("web1", Role.PRODUCTION, "web2", Role.PRODUCTION, "backup1", Role.BACKUP, "backup2", Role.BACKUP);
    private static final Observation NOTHING = new Observation(ROLES, List.of(), List.of(), List.of());

    @Test
    @DisplayName("the overflow oracle: nothing up to N, (C - N) / C above, unknown where the backups are full too")
    void oracle() {
        assertThat(ConcurrencyLevel.expected(10, 20)).hasValue(0);
        assertThat(ConcurrencyLevel.expected(20, 20)).hasValue(0);
        assertThat(ConcurrencyLevel.expected(30, 20).orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(ConcurrencyLevel.expected(40, 20)).hasValue(0.5);
        assertThat(ConcurrencyLevel.expected(41, 20)).isEmpty();
        assertThat(ConcurrencyLevel.expected(0, 20)).isEmpty();
    }

    @Test
    @DisplayName("each stage by itself, without its first moments, by who answered")
    void stages() {
        List<Answer> answers = new ArrayList<>();
        // 10 users for 2 s on production, then 20 of whom half are served by a backup; each request takes 100 ms.
        for (int t = 0; t < 20; t++) {
            for (int user = 0; user < 10; user++) {
                answers.add(new Answer(1000 + t * 100, 100, 200, user % 2 == 0 ? "web1" : "web2", ""));
            }
            for (int user = 0; user < 20; user++) {
                answers.add(new Answer(3000 + t * 100, 100, 200, user < 10 ? "web1" : "backup1", ""));
            }
        }
        var run = new LoadRun("concurrency", "closed", "/hold/100ms", 100, 10, List.of(Stage.flat(10, 2), Stage.flat(20, 2)), List.of(1000.0, 3000.0),
                Optional.empty(),
                0, 0, 0, new Observation(ROLES, answers, List.of(), List.of()), NOTHING);

        var levels = ConcurrencyLevel.of(run);

        assertThat(levels).extracting(ConcurrencyLevel::users).containsExactly(10, 20);
        assertThat(levels.get(0).perSecond()).isCloseTo(100, within(6.0));
        assertThat(levels.get(0).backups()).isZero();
        assertThat(levels.get(1).perSecond()).isCloseTo(200, within(12.0));
        assertThat(levels.get(1).backups()).isCloseTo(levels.get(1).expected().orElseThrow(), within(1e-9));
        assertThat(levels.get(1).served()).containsOnlyKeys("web1", "backup1");
        assertThat(levels.get(1).latency().p95()).isEqualTo(100);
    }

    @Test
    @DisplayName("an open run has no levels")
    void open() {
        assertThat(ConcurrencyLevel.of(Scene.run("stress", 100, 10, NOTHING))).isEmpty();
    }

    private static ConcurrencyLevel level(double seconds, double holdMs, Answer... answers) {
        var run = new LoadRun("concurrency", "closed", "/hold/200ms", holdMs, 10, List.of(Stage.flat(10, seconds)), List.of(1000.0), Optional.empty(), 0, 0, 0,
                new Observation(ROLES, List.of(answers), List.of(), List.of()), NOTHING);
        return ConcurrencyLevel.of(run).get(0);
    }

    @Test
    @DisplayName("what ends within two service times of a stage's beginning, or at its end, is of another stage")
    void steady() {
        var level = level(2, 200, new Answer(1100, 299, 200, "web1", ""), new Answer(1100, 300, 200, "web1", ""), new Answer(2900, 99, 200, "web1", ""),
                new Answer(2900, 100, 200, "web1", ""));

        assertThat(level.served()).containsExactly(Map.entry("web1", 2L));
        assertThat(level.perSecond()).isCloseTo(2 / 1.6, within(1e-9));
    }

    @Test
    @DisplayName("an answer of nobody is good and no server's")
    void ofNobody() {
        var level = level(2, 0, new Answer(1500, 5, 200, "", ""), new Answer(1500, 5, 200, "backup1", ""));

        assertThat(level.served()).containsExactly(Map.entry("backup1", 1L));
        assertThat(level.backups()).isEqualTo(0.5);
    }

    @Test
    @DisplayName("a stage as short as its unsteady part has no rate")
    void tooShort() {
        assertThat(level(0.3, 0).perSecond()).isZero();
    }
}
