package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.archive.SavedObservations;
import relevo.judge.Seen;
import relevo.observation.Event.Kind;
import relevo.observation.FaultTrial.Fate;
import relevo.observation.FaultTrial;
import relevo.observation.Observation;
import relevo.testing.Scene;

class FaultsTableTest {

    private static final List<FaultTrial> TRIALS = List.of(
            new FaultTrial(Kind.KILL, "web1", Fate.PLAYED, "", new Scene().serve(20, "web1", "web2").event("kill", "web1").fail(3, 502, "")
                    .status("web1", "DOWN").pass(250).serve(20, "web2").event("start", "web1").seen()),
            new FaultTrial(Kind.SICK, "web1", Fate.PLAYED, "", new Scene().serve(20, "web1", "web2").event("sick", "web1").fail(20, 500, "")
                    .event("mended", "web1").serve(20, "web1").seen()),
            new FaultTrial(Kind.SLOW, "web1", Fate.NOT_POSSIBLE, "a | b <c>\nd", new Observation(Map.of(), List.of(), List.of(), List.of())));

    @Test
    @DisplayName("each fault has a line with what it cost, or why it was not played")
    void lines() {
        assertThat(FaultsTable.render(TRIALS)).contains("| container killed at once | web1 | 3 / 43 | 0.",
                "| answers 500 to everything | web1 | 20 / 60 | not within 1.0 s |",
                "| takes seconds for each answer | web1 |  | not played: not possible here: a \\| b &lt;c> d |");
        assertThat(FaultsTable.render(List.of())).contains("No run has been kept.");
    }

    @Test
    @DisplayName("docs/faults.md says what is done; what it cost is that of the run that was last kept")
    void published() throws IOException {
        String before = FaultsTable.render(List.of());
        String told = before.substring(0, before.indexOf("## What each cost"));

        assertThat(Files.readString(FaultsTable.FILE)).as("%s is stale: %s", FaultsTable.FILE, FaultsTable.COMMAND).startsWith(told);
    }

    @Test
    @DisplayName("what a run keeps with its evidence is read back")
    void saved(@TempDir Path reports) throws IOException {
        assertThat(FaultsTable.saved(reports)).isEmpty();

        new SavedObservations(reports).keep("B6", 1, new Seen.Trials(TRIALS));
        assertThat(FaultsTable.saved(reports)).isEqualTo(TRIALS);

        Files.writeString(reports.resolve("evidence/B6/observation.json"), "{");
        assertThatIllegalArgumentException().isThrownBy(() -> FaultsTable.saved(reports)).withMessageContaining("B6/observation.json");
    }
}
