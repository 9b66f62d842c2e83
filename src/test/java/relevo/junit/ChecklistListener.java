package relevo.junit;

import static java.util.stream.Collectors.toList;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import relevo.cluster.CannotCheck;
import relevo.cluster.CannotStart;
import relevo.judge.Outcome;
import relevo.judge.Text;
import relevo.judge.Verdict;
import relevo.report.Result;

/**
 * Turns a test run into the checklist. It starts from the plan, so that a test which never ran has its row too; every way in which a test can
 * end is translated into one of the four verdicts here and nowhere else.
 */
public final class ChecklistListener implements TestExecutionListener {

    private final Map<TestIdentifier, String> planned = new LinkedHashMap<>();
    private final Map<TestIdentifier, Result> results = new LinkedHashMap<>();
    private final Map<TestIdentifier, Long> begun = new HashMap<>();
    private TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        started.getRoots().stream().flatMap(root -> started.getDescendants(root).stream())
                .forEach(test -> SpecificationTests.requirement(test).ifPresent(id -> planned.put(test, id)));
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        begun.put(test, System.nanoTime());
    }

    @Override
    public void executionSkipped(TestIdentifier skipped, String reason) {
        below(skipped).forEach(test -> write(test, couldNotCheck(Text.same(reason))));
    }

    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        if (planned.containsKey(finished)) {
            write(finished, verdict(finished, result));
        } else {
            result.getThrowable().ifPresent(failure -> below(finished).stream()
                    .filter(test -> !results.containsKey(test)).forEach(test -> write(test, verdict(failure))));
        }
    }

    private List<TestIdentifier> below(TestIdentifier container) {
        return Stream.concat(Stream.of(container), plan.getDescendants(container).stream()).filter(planned::containsKey).collect(toList());
    }

    private void write(TestIdentifier test, Verdict verdict) {
        var seconds = begun.containsKey(test) ? (System.nanoTime() - begun.get(test)) / 1e9 : 0;
        var evidence = CurrentRun.INSTANCE.evidence(test.getUniqueId()).map(Evidence::paths).orElse(List.of());
        results.put(test, new Result(planned.get(test), verdict, seconds, evidence, SpecificationTests.repeat(test)));
    }

    /** A failure decides; a judge's word counts only when the test ended well or with that very word. */
    private static Verdict verdict(TestIdentifier test, TestExecutionResult result) {
        var judged = CurrentRun.INSTANCE.verdict(test.getUniqueId());
        if (result.getThrowable().isEmpty()) {
            return judged.orElseGet(() -> couldNotCheck(Text.of("La prueba no emitió ningún veredicto.", "The test gave no verdict.")));
        }
        var failure = result.getThrowable().get();
        return failure instanceof NotMet && judged.isPresent() ? judged.get() : verdict(failure);
    }

    private static Verdict verdict(Throwable failure) {
        for (var e = failure; e != null; e = e.getCause()) {
            if (e instanceof CannotStart start) {
                return Verdict.couldNotCheck(start.what(), start.remedy());
            }
            if (e instanceof CannotCheck check && !(e.getCause() instanceof CannotStart)) {
                return Verdict.couldNotCheck(check.reason(), check.remedy());
            }
        }
        return couldNotCheck(Text.of("Fallo inesperado de la comprobación: %s", "Unexpected failure of the check: %s", failure));
    }

    private static Verdict couldNotCheck(Text reason) {
        return new Verdict(Outcome.COULD_NOT_CHECK, reason, Text.same(""),
                Text.of("Repita solo esta comprobación con la orden que se indica.", "Repeat just this check with the command shown."));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        if (!planned.isEmpty()) {
            planned.keySet().stream().filter(test -> !results.containsKey(test)).toList()
                    .forEach(test -> write(test, couldNotCheck(Text.of("La prueba no llegó a ejecutarse.", "The test was not reached."))));
            Reports.write(List.copyOf(results.values()), CurrentRun.INSTANCE, SpecificationTests.specified());
        }
    }
}
