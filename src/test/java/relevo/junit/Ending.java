package relevo.junit;

import java.util.List;
import java.util.Optional;
import org.junit.platform.launcher.TestIdentifier;
import org.opentest4j.TestAbortedException;
import relevo.report.Result;
import relevo.run.CurrentRun;
import relevo.run.EvidenceFolder;
import relevo.verdict.CannotCheck;
import relevo.verdict.CannotStart;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** Every way in which a test can end, translated into a verdict; here and nowhere else. */
final class Ending {

    private Ending() {
    }

    /**
     * A failure decides; a judge's word counts only when the test ended well or with that very word. Only {@link NotMet}, which only a
     * judge's verdict makes, leads to "not met": a time-out, a refused connection, a bug of the suite do not.
     *
     * @param judged  what a judge said during the test
     * @param failure what ended it
     */
    static Verdict of(Optional<Verdict> judged, Optional<Throwable> failure) {
        if (failure.isEmpty()) {
            return judged.orElseGet(() -> couldNotCheck(Text.of("La prueba no emitió ningún veredicto.", "The test gave no verdict.")));
        }
        var cause = failure.get() instanceof TestAbortedException aborted && aborted.getCause() != null ? aborted.getCause() : failure.get();
        return cause instanceof NotMet ? judged.orElseThrow() : of(cause);
    }

    private static Verdict of(Throwable failure) {
        Verdict nearest = null;
        for (var e = failure; e != null; e = e.getCause()) {
            if (e instanceof CannotStart start) {
                return Verdict.couldNotCheck(start.what(), start.remedy());
            }
            if (nearest == null && e instanceof CannotCheck check) {
                nearest = check.verdict();
            }
        }
        return nearest != null ? nearest : couldNotCheck(Text.of("Fallo inesperado de la comprobación: %s", "Unexpected failure of the check: %s", failure));
    }

    /**
     * What a test left: its verdict, kept with the run, and what was gathered for it.
     *
     * @param seconds that it took, s
     */
    static Result told(CurrentRun run, TestIdentifier test, String requirement, Verdict verdict, double seconds) {
        run.ended(test.getUniqueId(), requirement, verdict);
        var evidence = run.evidence(test.getUniqueId()).map(EvidenceFolder::paths).orElse(List.of());
        return new Result(requirement, verdict, seconds, evidence, SpecificationTests.repeat(test));
    }

    /** For a test that never ran. */
    static Verdict couldNotCheck(Text reason) {
        return Verdict.couldNotCheck(reason,
                Text.of("Repita solo esta comprobación con la orden que se indica.", "Repeat just this check with the command shown."));
    }
}
