package relevo.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import relevo.judge.OwnPlans;
import relevo.observation.OwnPlan;
import relevo.observation.OwnTests;
import relevo.observation.Page;
import relevo.observation.Percentiles;
import relevo.observation.PlanResult;
import relevo.plan.Plan;
import relevo.plan.PlanFiles;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;

/** Wrong load plans need no cluster to be told: their runs are taken to have gone well. */
class LoadPlanMutantsTest {

    private static final Path PLANS = Path.of("infra", "jmeter");
    private static final PlanResult GOOD = new PlanResult(3, 100, 100, Map.of(), 50, new Percentiles(50, 60, 70, 80, 90), 33, "");

    private static Verdict judged(Path delivery) {
        var plans = PlanFiles.in(delivery).plans().stream()
                .map(plan -> new OwnPlan(plan.description(), Optional.of(plan).filter(Plan::runnable).map(runnable -> GOOD))).toList();
        return OwnPlans.differentDemands(new OwnTests(plans, List.of(), 0, Map.of("10.57.0.11", "web1")), new Page(200, Map.of(), "hello"));
    }

    private static void copy(Path delivery) throws IOException {
        Files.createDirectories(delivery.resolve("jmeter"));
        for (var name : List.of("average.jmx", "overload.jmx")) {
            Files.copy(PLANS.resolve(name), delivery.resolve("jmeter").resolve(name));
        }
    }

    @Test
    @DisplayName("the reference's own plans are two demands on the balancer")
    void reference(@TempDir Path folder) throws IOException {
        copy(folder);

        assertThat(judged(folder).outcome()).isEqualTo(Outcome.MET);
    }

    @TestFactory
    @DisplayName("each wrong one is rejected, and needs no new cluster")
    Stream<DynamicTest> wrong(@TempDir Path folder) {
        var wrong = Mutants.all().stream().filter(mutant -> mutant.fails().contains("L4")).toList();
        assertThat(wrong).hasSizeGreaterThanOrEqualTo(3);
        return wrong.stream().map(mutant -> DynamicTest.dynamicTest(mutant.id(), () -> {
            var delivery = folder.resolve(mutant.id());
            copy(delivery);

            mutant.change().edit(delivery);

            assertThat(mutant.change().founds()).isFalse();
            assertThat(judged(delivery).outcome()).isEqualTo(Outcome.NOT_MET);
        }));
    }
}
