package relevo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.judge.Rulings;
import relevo.observation.NobodyLeft;
import relevo.observation.Page;
import relevo.report.SavedVerdict;
import relevo.run.CurrentRun;
import relevo.testing.SeenSamples;
import relevo.verdict.CannotCheck;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** What a test hands over leads to the ruling's verdict, and what is saved of it leads there again. */
class VerdictsTest {

    private static final String TEST = "[engine:test]/[method:apology]";

    @TempDir
    private Path reports;
    private CurrentRun run;
    private Verdicts verdicts;

    @BeforeEach
    void begin() {
        run = CurrentRun.begin(reports);
        verdicts = new Verdicts(run, TEST, "S1", run.evidence(TEST, "S1"));
    }

    @AfterEach
    void forget() {
        CurrentRun.begin(Path.of("reports"));
    }

    private SavedVerdict again() {
        return SavedVerdict.of(run.saved(), "S1").orElseThrow();
    }

    @Test
    @DisplayName("each page of the samples ends the test as the judge of S1 says, and can be judged again")
    void judges() {
        for (var page : SeenSamples.byKind().get(NobodyLeft.class)) {
            var verdict = Rulings.on("S1").orElseThrow().on(page);
            if (verdict.isMet()) {
                verdicts.judge(page);
            } else {
                assertThatThrownBy(() -> verdicts.judge(page)).isInstanceOf(verdict.outcome() == Outcome.NOT_MET ? NotMet.class : CannotCheck.class);
            }
            run.ended(TEST, "S1", verdict);

            assertThat(run.verdict(TEST)).contains(verdict);
            assertThat(again()).isEqualTo(new SavedVerdict(verdict, true, Set.of()));
        }
    }

    @Test
    @DisplayName("what is of another kind is refused: both kinds are named, and nobody's verdict is written down")
    void refuses() {
        assertThatThrownBy(() -> verdicts.judge(List.of())).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("S1 is judged by NobodyLeft, not by List");
        assertThatThrownBy(() -> verdicts.judge(null)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not by nothing");

        assertThat(run.verdict(TEST)).isEmpty();
        assertThat(reports.resolve("evidence/S1")).doesNotExist();
    }

    @Test
    @DisplayName("a requirement without a ruling is refused by its id")
    void noRuling() {
        assertThatThrownBy(() -> new Verdicts(run, TEST, "D1", run.evidence(TEST, "D1")).judge(new Page(0, Map.of(), "")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("D1").hasMessageContaining("Rulings");
    }

    @Test
    @DisplayName("a test that ended before anything was observed leaves its verdict")
    void nothingObserved() {
        var verdict = Verdict.couldNotCheck(Text.same("no browser"), Text.same("install one"));

        run.ended(TEST, "S1", verdict);

        assertThat(again()).isEqualTo(new SavedVerdict(verdict, false, Set.of()));
    }

    @Test
    @DisplayName("a cluster that did not come back takes the judge's verdict back, here and later")
    void takenBack() {
        verdicts.judge(SeenSamples.byKind().get(NobodyLeft.class).get(0));
        var verdict = Verdict.couldNotCheck(Text.same("the cluster did not come back"), Text.same("repeat"));

        run.ended(TEST, "S1", verdict);

        assertThat(again().verdict()).isEqualTo(verdict);
    }

    @Test
    @DisplayName("what an earlier run left for the same requirement is gone, also when this one never reached its test")
    void earlierRun() {
        verdicts.judge(SeenSamples.byKind().get(NobodyLeft.class).get(0));

        CurrentRun.begin(reports).ended("another test", "S1", Verdict.couldNotCheck(Text.same("no cluster"), Text.same("see above")));

        assertThat(again().judged()).isFalse();
        assertThat(reports.resolve("evidence/S1")).isDirectoryNotContaining("glob:**/observation.json");
    }
}
