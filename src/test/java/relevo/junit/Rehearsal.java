package relevo.junit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import relevo.cluster.Cluster;
import relevo.observation.BroughtUp;
import relevo.run.ClusterOfTheRun;
import relevo.run.CurrentRun;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** The specification, or a part of it, played by another test on a cluster which that test brought up: no checklist, and no build that fails. */
public final class Rehearsal {

    private Rehearsal() {
    }

    /**
     * Plays the tests of these requirements.
     *
     * @param cluster   as it is to be judged; each test leaves it as it found it
     * @param broughtUp how its machines came up
     * @param ids       of the catalogue
     * @param reports   where evidence and load observations go
     * @param delivery  folder that was handed in
     * @return a verdict on each, by id
     */
    public static Map<String, Verdict> of(Cluster cluster, BroughtUp broughtUp, Set<String> ids, Path reports, Path delivery) {
        var run = CurrentRun.begin(reports, delivery);
        var verdicts = new TreeMap<String, Verdict>();
        var config = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
        try (var session = LauncherFactory.openSession(config)) {
            session.getStore().put(Namespace.create(SpecificationExtension.class), ClusterOfTheRun.class, ClusterOfTheRun.given(cluster, broughtUp));
            session.getLauncher().execute(LauncherDiscoveryRequestBuilder.request().selectors(SpecificationTests.selecting(ids)).build(),
                    new Listener(run, verdicts));
        }
        ids.forEach(id -> verdicts.putIfAbsent(id, Ending.couldNotCheck(Text.of("La prueba no llegó a ejecutarse.", "The test was not reached."))));
        return verdicts;
    }

    private record Listener(CurrentRun run, Map<String, Verdict> verdicts) implements TestExecutionListener {

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            SpecificationTests.requirement(test).ifPresent(id -> {
                Optional<Throwable> failure = result.getThrowable();
                var verdict = Ending.of(run.verdict(test.getUniqueId()), failure);
                run.ended(test.getUniqueId(), id, verdict);
                verdicts.put(id, verdict);
            });
        }
    }
}
