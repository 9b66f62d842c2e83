package relevo.junit;

import static java.util.stream.Collectors.toList;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import relevo.report.Result;
import relevo.run.CurrentRun;
import relevo.run.Reports;
import relevo.verdict.Verdict;
import relevo.words.Text;

/**
 * Turns a test run into the checklist. It starts from the plan, so that a test which never ran has its row too.
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
        var why = CurrentRun.current().startFailure().map(failure -> Ending.of(Optional.empty(), Optional.of(failure)))
                .orElseGet(() -> Ending.couldNotCheck(Text.same(reason)));
        below(skipped).forEach(test -> write(test, why));
    }

    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        if (planned.containsKey(finished)) {
            write(finished, Ending.of(CurrentRun.current().verdict(finished.getUniqueId()), result.getThrowable()));
        } else {
            result.getThrowable().ifPresent(failure -> below(finished).stream()
                    .filter(test -> !results.containsKey(test)).forEach(test -> write(test, Ending.of(Optional.empty(), Optional.of(failure)))));
        }
    }

    private List<TestIdentifier> below(TestIdentifier container) {
        return Stream.concat(Stream.of(container), plan.getDescendants(container).stream()).filter(planned::containsKey).collect(toList());
    }

    private void write(TestIdentifier test, Verdict verdict) {
        var seconds = begun.containsKey(test) ? (System.nanoTime() - begun.get(test)) / 1e9 : 0;
        results.put(test, Ending.told(CurrentRun.current(), test, planned.get(test), verdict, seconds));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        if (!planned.isEmpty()) {
            planned.keySet().stream().filter(test -> !results.containsKey(test)).toList()
                    .forEach(test -> write(test, Ending.couldNotCheck(Text.of("La prueba no llegó a ejecutarse.", "The test was not reached."))));
            Reports.write(List.copyOf(results.values()), CurrentRun.current(), SpecificationTests.specified());
        }
    }
}
