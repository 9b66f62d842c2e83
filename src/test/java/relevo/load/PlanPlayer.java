package relevo.load;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import relevo.observation.Answer;
import relevo.observation.Percentiles;
import relevo.observation.PlanResult;
import relevo.plan.Bounds;
import relevo.plan.Plan;
import relevo.plan.PlanCopy;
import us.abstracta.jmeter.javadsl.core.DslTestPlan;

/** Runs a harmless copy of somebody else's plan, within bounds. */
final class PlanPlayer {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(8));

    private PlanPlayer() {
    }

    /**
     * Runs it to its end, or to that of its bounds.
     *
     * @param balancer where all its requests go
     * @param copy     file that the plan as it is run is written to
     */
    static PlanResult play(Plan plan, URI balancer, Bounds bounds, Path copy) {
        Patience patience = PATIENCE.stretched();
        try {
            Files.writeString(copy, PlanCopy.of(plan, balancer, bounds, patience.connect(), patience.response()));
            Generator.warmUp();
            SampleRecorder recorder = new SampleRecorder(System.nanoTime(), 0, () -> { });
            PlanRun.of(DslTestPlan.fromJmx(copy.toString()), new QuietEngine(recorder, new Brake(bounds)), recorder.begun(),
                    Duration.ofSeconds(PlanCopy.seconds(plan, bounds)).plus(patience.overtime()));
            return result(recorder.answers());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (IllegalStateException failed) {
            if (Thread.currentThread().isInterrupted()) {
                throw failed;
            }
            return PlanResult.failed(String.valueOf(failed.getMessage()));
        }
    }

    static PlanResult result(List<Answer> answers) {
        double from = answers.stream().mapToDouble(Answer::atMs).min().orElse(0);
        double seconds = (answers.stream().mapToDouble(answer -> answer.atMs() + answer.tookMs()).max().orElse(from) - from) / 1_000;
        return new PlanResult(seconds, answers.size(), answers.stream().filter(answer -> answer.status() > 0).count(),
                new TreeMap<>(answers.stream().filter(answer -> answer.status() == 0 || answer.status() >= 400)
                        .collect(groupingBy(answer -> answer.error().isEmpty() ? "HTTP " + answer.status() : answer.error(), counting()))),
                answers.stream().mapToDouble(Answer::tookMs).average().orElse(0), Percentiles.of(answers), seconds > 0 ? answers.size() / seconds : 0, "");
    }
}
