package relevo.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import relevo.cluster.Cluster;
import relevo.observation.BroughtUp;
import relevo.report.Result;
import relevo.run.ClusterOfTheRun;
import relevo.run.CurrentRun;
import relevo.words.Text;

/** Requirements of the specification, played one at a time on a cluster that somebody else brought up: no checklist, and no build that fails. */
public final class Playing implements AutoCloseable {

    private final CurrentRun run;
    private final LauncherSession session;

    /**
     * @param cluster   as it is to be judged; each test leaves it as it found it
     * @param broughtUp how its machines came up
     * @param run       that takes the observations; no other one may begin in this JVM while this goes on
     */
    public Playing(Cluster cluster, BroughtUp broughtUp, CurrentRun run) {
        this.run = run;
        this.session = LauncherFactory.openSession(LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build());
        session.getStore().put(Namespace.create(SpecificationExtension.class), ClusterOfTheRun.class, ClusterOfTheRun.given(cluster, broughtUp));
    }

    /** Plays the test of this requirement. @param id of the catalogue */
    public Result play(String id) {
        var found = new ArrayList<Result>();
        session.getLauncher().execute(LauncherDiscoveryRequestBuilder.request().selectors(SpecificationTests.selecting(Set.of(id))).build(),
                new Listener(run, found));
        return found.isEmpty()
                ? new Result(id, Ending.couldNotCheck(Text.of("La prueba no llegó a ejecutarse.", "The test was not reached.")), 0, List.of(), "")
                : found.get(0);
    }

    @Override
    public void close() {
        session.close();
    }

    private static final class Listener implements TestExecutionListener {

        private final CurrentRun run;
        private final List<Result> found;
        private long begun;

        Listener(CurrentRun run, List<Result> found) {
            this.run = run;
            this.found = found;
        }

        @Override
        public void executionStarted(TestIdentifier test) {
            begun = System.nanoTime();
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            SpecificationTests.requirement(test).ifPresent(id -> {
                var verdict = Ending.of(run.verdict(test.getUniqueId()), result.getThrowable());
                found.add(Ending.told(run, test, id, verdict, (System.nanoTime() - begun) / 1e9));
            });
        }
    }
}
