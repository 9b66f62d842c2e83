package relevo.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import relevo.observation.Answer;
import relevo.observation.BackendRow;
import relevo.observation.LoadRun;
import relevo.observation.Observation;
import relevo.observation.ServerRow;
import relevo.observation.Snapshot;
import relevo.observation.Statistics;
import relevo.testing.Scene;

class SaturationTest {

    private static final Map<String, String> INSTANCES = Map.of("prod/web1", "web1", "overflow/backup1", "backup1");

    private static ServerRow row(String proxy, String name, long queued, long queuedMax) {
        return new ServerRow(proxy, name, "", false, "UP", 0, OptionalLong.empty(), queued, queuedMax, 0, 0, 0, 0, "");
    }

    /** One reading: who waits, and had waited at most, for web1, for its farm and for the backups' farm. */
    private static Snapshot reading(double at, long own, long ownMax, long farm, long farmMax, long overflow, long overflowMax) {
        return new Snapshot(at, new Statistics(List.of(row("prod", "web1", own, ownMax), row("overflow", "backup1", overflow, overflowMax)),
                List.of(new BackendRow("prod", farm, farmMax), new BackendRow("overflow", overflow, overflowMax))), INSTANCES);
    }

    private static Saturation of(Snapshot... readings) {
        Observation seen = new Observation(Scene.ROLES, new Scene().serve(20, "web1").seen().answers(), new ArrayList<>(List.of(readings)), List.of());
        return Saturation.of(Scene.run("stress", 20, 1, seen), new History(seen));
    }

    @Test
    void whoWaitsForProductionProvesIt() {
        assertThat(of(reading(0, 0, 0, 4, 4, 0, 0), reading(1_000, 0, 0, 4, 4, 0, 0)).queued()).isEqualTo(4);
        assertThat(of(reading(0, 3, 3, 0, 0, 0, 0), reading(1_000, 3, 3, 0, 0, 0, 0)).queued()).isEqualTo(3);
        assertThat(of(reading(0, 3, 3, 3, 3, 0, 0), reading(1_000, 0, 3, 0, 3, 0, 0)).sinceMs()).hasValue(0);
    }

    @Test
    void aMaximumThatGrewBetweenTwoReadingsProvesIt() {
        assertThat(of(reading(0, 0, 1, 0, 0, 0, 0), reading(1_000, 0, 5, 0, 0, 0, 0)).queued()).isEqualTo(5);
        assertThat(of(reading(0, 0, 0, 0, 1, 0, 0), reading(1_000, 0, 0, 0, 6, 0, 0)).queued()).isEqualTo(6);
        assertThat(of(reading(0, 0, 5, 0, 5, 0, 0), reading(1_000, 0, 5, 0, 5, 0, 0)).proved()).isFalse();
    }

    @Test
    void whoWaitsForABackupProvesNothing() {
        assertThat(of(reading(0, 0, 0, 0, 0, 7, 7), reading(1_000, 0, 0, 0, 0, 7, 7)).proved()).isFalse();
        assertThat(of(reading(0, 0, 0, 0, 0, 0, 0), reading(1_000, 0, 0, 0, 0, 0, 7)).proved()).isFalse();
    }

    /** Two places, and these answers, each as long as they are all open. */
    private static Saturation open(double tookMs, Answer... more) {
        var answers = new ArrayList<>(List.of(more));
        answers.add(new Answer(0, tookMs, 200, "web1", ""));
        answers.addAll(new Scene().every(5_000 / 20.0).serve(20, "web1").seen().answers().stream().filter(a -> a.atMs() > 4_000).toList());
        Observation seen = new Observation(Scene.ROLES, answers, List.of(reading(0, 0, 0, 0, 0, 0, 0)), List.of());
        var run = new LoadRun("stress", "open", "/", 10_000, 2, "MaxRequestWorkers 1 × 2", List.of(), List.of(), Optional.empty(), 0, 0, 0, seen, seen);
        return Saturation.of(run, new History(seen));
    }

    @Test
    void asManyOpenRequestsAsPlacesForASecondProveIt() {
        assertThat(open(1_000, new Answer(0, 1_000, 200, "web2", "")).proved()).isTrue();
        assertThat(open(1_000, new Answer(0, 1_000, 200, "web2", "")).sinceMs()).hasValue(0);
        assertThat(open(1_000, new Answer(0, 999, 200, "web2", "")).proved()).isFalse();
        assertThat(open(1_000, new Answer(0, 999, 200, "web2", "")).text().en()).contains("2 requests at once: MaxRequestWorkers 1 × 2", "for 1.0 s");
    }

    @Test
    void onlyThoseCountThatProductionHadInHand() {
        assertThat(open(1_000, new Answer(0, 1_000, 504, "", "")).proved()).as("given up by HAProxy").isTrue();
        assertThat(open(1_000, new Answer(0, 1_000, 502, "", "")).proved()).as("broken off").isFalse();
        assertThat(open(1_000, new Answer(0, 1_000, 0, "", "read timed out")).proved()).as("nobody knows where it was").isFalse();
        assertThat(open(1_000, new Answer(0, 1_000, 200, "backup1", "")).proved()).as("a backup's").isFalse();
    }
}
