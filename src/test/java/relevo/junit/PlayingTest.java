package relevo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.observation.BroughtUp;
import relevo.run.CurrentRun;
import relevo.testing.TwoMachines;

/** P1 looks at how the machines came up, which needs none. */
class PlayingTest {

    @TempDir
    private Path folder;

    private Playing playing(CurrentRun run) {
        return new Playing(new TwoMachines(folder.resolve("journal")).cluster(), BroughtUp.BEFORE, run);
    }

    @Test
    @DisplayName("a requirement is played as often as somebody wants, on the cluster that was given, and nothing is reported or fails")
    void played() {
        try (var playing = playing(CurrentRun.begin(folder))) {
            var first = playing.play("P1");
            var second = playing.play("P1");

            assertThat(first.id()).isEqualTo("P1");
            assertThat(first.seconds()).isPositive();
            assertThat(first.repeat()).contains("ClusterSpec#comesUpWithoutAHand");
            assertThat(second.verdict()).isEqualTo(first.verdict());
            assertThat(first.verdict().seen().en()).isNotEmpty().doesNotContain("not reached");
        }
        assertThat(folder.resolve("checklist.json")).doesNotExist();
    }

    @Test
    @DisplayName("one without a test could not be checked, and that is said")
    void withoutTest() {
        try (var playing = playing(CurrentRun.begin(folder))) {
            var result = playing.play("D1");

            assertThat(result.id()).isEqualTo("D1");
            assertThat(result.verdict().seen().en()).isEqualTo("The test was not reached.");
            assertThat(result.seconds()).isZero();
        }
    }
}
