package relevo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import relevo.cluster.Cluster;
import relevo.cluster.Door;
import relevo.cluster.Instance;
import relevo.cluster.Layout;
import relevo.observation.BroughtUp;
import relevo.observation.Role;
import relevo.outside.Credentials;
import relevo.outside.StatisticsSource;
import relevo.run.ClusterOfTheRun;
import relevo.run.CurrentRun;
import relevo.testing.RecordedNode;
import relevo.verdict.CannotCheck;

/** The extension around tests that fail in one phase or another, on a cluster of which nothing answers. */
class SpecificationExtensionTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

    @TempDir
    private Path reports;

    @AfterEach
    void forget() {
        CurrentRun.begin(Path.of("reports"));
    }

    @ExtendWith(SpecificationExtension.class)
    static class FailsItself {

        @Requirement("B4")
        void stopsWhatCannotBeStopped(Cluster cluster) {
            cluster.stop(cluster.production());
        }
    }

    @ExtendWith(SpecificationExtension.class)
    static class FailsAfterwards {

        @Requirement("B5")
        void leavesWhatCannotBePutRight(Cluster cluster) {
            try {
                cluster.stop(cluster.production());
            } catch (CannotCheck expected) {
                // Its undo is registered all the same, and will fail.
            }
        }
    }

    @ExtendWith(SpecificationExtension.class)
    static class GoesBeyond {

        @Requirement("B6")
        void failsWhatNobodyIsGradedBy(Cluster cluster) {
            cluster.snapshot();
        }
    }

    @Test
    @DisplayName("a test that fails leaves evidence, and so does a cluster that does not come back after one that passed")
    void evidenceInEachPhase() {
        assertThat(statusOf(FailsItself.class)).isEqualTo(TestExecutionResult.Status.FAILED);
        assertThat(statusOf(FailsAfterwards.class)).isEqualTo(TestExecutionResult.Status.FAILED);

        for (var id : List.of("B4", "B5")) {
            assertThat(reports.resolve("evidence").resolve(id)).isDirectoryContaining("glob:**/statistics.csv").isDirectoryContaining("glob:**/haproxy.cfg");
        }
        assertThat(reports.resolve("evidence/B4/lxc-list.txt")).content().contains("could not be had").contains("node1");
    }

    @Test
    @DisplayName("what goes beyond the assignment does not fail the build")
    void extended() {
        assertThat(statusOf(GoesBeyond.class)).isEqualTo(TestExecutionResult.Status.ABORTED);
        assertThat(reports.resolve("evidence/B6/haproxy.log")).content().contains("could not be had");
    }

    /** How the one test of this class ended. */
    private TestExecutionResult.Status statusOf(Class<?> specification) {
        CurrentRun.begin(reports);
        var instances = List.of(new Instance("balancer", "node1", Role.BALANCER, "192.0.2.10"),
                new Instance("web1", "node1", Role.PRODUCTION, "192.0.2.11"));
        var cluster = new Cluster(new Layout(List.of("node1"), instances), List.of(new RecordedNode("node1")), new Door(NOBODY, List.of(), "", ""),
                new StatisticsSource(NOBODY, new Credentials("", "")), true, "", reports.resolve("journal"));
        var ended = new ArrayList<TestExecutionResult.Status>();
        var config = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
        try (var session = LauncherFactory.openSession(config)) {
            session.getStore().put(Namespace.create(SpecificationExtension.class), ClusterOfTheRun.class, ClusterOfTheRun.given(cluster, BroughtUp.BEFORE));
            session.getLauncher().execute(LauncherDiscoveryRequestBuilder.request().selectors(DiscoverySelectors.selectClass(specification)).build(),
                    new TestExecutionListener() {
                        @Override
                        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                            if (test.isTest()) {
                                ended.add(result.getStatus());
                            }
                        }
                    });
        }
        assertThat(ended).hasSize(1);
        return ended.get(0);
    }
}
