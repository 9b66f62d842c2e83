package relevo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.opentest4j.TestAbortedException;
import relevo.verdict.CannotCheck;
import relevo.verdict.CannotStart;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

class EndingTest {

    private static final Verdict MET = Verdict.met(Text.same("all well"));
    private static final Verdict NOT_MET = Verdict.notMet(Text.same("expected"), Text.same("seen"), Text.same("look at"));

    @Test
    void theJudgesWordStandsWhenTheTestEndsWell() {
        assertThat(ended(MET, null)).isEqualTo(MET);
    }

    @Test
    void aTestThatGaveNoVerdictPassesForNothing() {
        assertThat(ended(null, null).outcome()).isEqualTo(Outcome.COULD_NOT_CHECK);
    }

    @Test
    void theJudgesNoIsNotMet() {
        assertThat(ended(NOT_MET, new NotMet(NOT_MET))).isEqualTo(NOT_MET);
    }

    @Test
    void anExtendedRequirementThatIsNotMetEndsItsTestWithoutFailingTheBuild() {
        assertThat(ended(NOT_MET, new TestAbortedException("not met", new NotMet(NOT_MET)))).isEqualTo(NOT_MET);
        assertThat(ended(null, new TestAbortedException("skipped")).outcome()).isEqualTo(Outcome.COULD_NOT_CHECK);
    }

    @Test
    void aFailureAfterAGoodVerdictTakesItBack() {
        assertThat(ended(MET, new IllegalStateException("the cluster did not come back")).outcome()).isEqualTo(Outcome.COULD_NOT_CHECK);
    }

    @Test
    void nothingButAJudgeSaysNotMet() {
        for (var failure : new Throwable[] {new ConnectException("refused"), new ConditionTimeoutException("waited"), new AssertionError("expected 2"),
            new OutOfMemoryError(), new CannotCheck(Text.same("no samples"), Text.same("repeat"), null)}) {
            assertThat(ended(null, failure).outcome()).as("%s", failure).isEqualTo(Outcome.COULD_NOT_CHECK);
        }
    }

    @Test
    void aClusterThatDidNotStartIsNamedHoweverDeepItsReasonLies() {
        var start = new CannotStart(Text.same("Port 8080 is taken."), Text.same("Free it."));

        assertThat(ended(null, new ParameterResolutionException("cluster", new CannotCheck(Text.same("not started"), Text.same("see above"), start))).seen())
                .isEqualTo(Text.same("Port 8080 is taken."));
    }

    private static Verdict ended(Verdict judged, Throwable failure) {
        return Ending.of(Optional.ofNullable(judged), Optional.ofNullable(failure));
    }
}
