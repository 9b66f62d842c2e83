package relevo.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.machine.Command;
import relevo.report.ReportFiles;

@DisplayName("a delivery is graded in a process of its own")
class GradingTest {

    private static final GradingLimits WIDE = new GradingLimits(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(1), 0);

    @TempDir
    private Path folder;

    private Grading grading(String script, GradingLimits limits) {
        return new Grading(Command.of("bash", "-c", "cd '" + folder.resolve("team") + "'; " + script), folder.resolve("team"), limits,
                (phase, since) -> ReportFiles.put(folder.resolve("seen-" + phase.key()), ""));
    }

    /** Until this phase was told. */
    private static String until(Phase phase) {
        return "until [ -e ../seen-" + phase.key() + " ]; do sleep 0.1; done; ";
    }

    @Test
    @DisplayName("to its own end, with what it said and the time of each phase; what an earlier run left is gone, and what was said at a defence is not")
    void ends() throws Exception {
        Files.createDirectories(folder.resolve("team/evidence"));
        Files.writeString(folder.resolve("team/checklist.json"), "of yesterday");
        Files.writeString(folder.resolve("team/defence.json"), "a person's");

        var ended = grading("ls; echo up; touch inventory.json; " + until(Phase.JUDGING) + "echo $'judged \\e[2J' >&2; echo {} > checklist.json; "
                + until(Phase.AWAY), WIDE).run();

        assertThat(ended.trouble().es()).isEmpty();
        assertThat(ended.seconds()).containsKeys("judging", "away");
        assertThat(folder.resolve("team/checklist.json")).hasContent("{}");
        assertThat(Files.readString(folder.resolve("team/log.txt"))).contains("up", "judged ·[2J").doesNotContain("checklist.json", "evidence", "\u001b");
        assertThat(folder.resolve("team/defence.json")).hasContent("a person's");
    }

    @Test
    @DisplayName("without a checklist its last word is told")
    void fails() throws Exception {
        assertThat(grading("exec >&2; echo first; echo 'the disk is full'; echo $'\\e[0m'; exit 3", WIDE).run().trouble().en())
                .isEqualTo("The run ended without a checklist (status 3): the disk is full");
    }

    @Test
    @DisplayName("ended after its limit, it still puts away what it brought up")
    void hangs() throws Exception {
        var brief = new GradingLimits(Duration.ofSeconds(3), Duration.ofMinutes(5), Duration.ofMinutes(1), 0);

        var ended = grading("trap 'sleep 0.5; touch put-away; exit' TERM; while :; do sleep 0.1; done", brief).run();

        assertThat(ended.trouble().en()).isEqualTo("Within 0 min it was not up.");
        assertThat(ended.trouble().es()).isEqualTo("En 0 min no estuvo arriba.");
        assertThat(folder.resolve("team/put-away")).exists();
    }

    @Test
    @DisplayName("who puts away may live longer than who started it")
    void putsAwayLater() throws Exception {
        var brief = new GradingLimits(Duration.ofSeconds(3), Duration.ofMinutes(5), Duration.ofMinutes(1), 0);

        grading("(trap 'sleep 1.5; touch put-away; exit' TERM; while :; do sleep 0.1; done) >/dev/null 2>&1 & trap exit TERM; wait", brief).run();

        assertThat(folder.resolve("team/put-away")).exists();
    }

    @Test
    @DisplayName("what hears nothing is killed, with all that it started")
    void deaf() throws Exception {
        var limits = new GradingLimits(Duration.ofMinutes(5), Duration.ofSeconds(2), Duration.ofSeconds(1), 0);

        var ended = grading("trap '' TERM; touch inventory.json; (trap '' TERM; echo $BASHPID > child; while :; do sleep 0.1; done) & wait", limits).run();

        assertThat(ended.trouble().en()).contains("was not judged to the end");
        var child = Long.parseLong(Files.readString(folder.resolve("team/child")).strip());
        await().until(() -> ProcessHandle.of(child).isEmpty());
    }

    @Test
    @DisplayName("one that fills the disk is ended")
    void fillsTheDisk() throws Exception {
        var greedy = new GradingLimits(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(1), Long.MAX_VALUE);

        var ended = grading("while :; do sleep 0.1; done", greedy).run();

        assertThat(ended.trouble().en()).startsWith("It was filling the disk: ");
    }

    @Test
    @DisplayName("when grading is interrupted, it is put away first")
    void interrupted() {
        var main = Thread.currentThread();
        var begun = folder.resolve("team/begun");
        var stop = new Thread(() -> {
            await().until(() -> Files.exists(begun));
            main.interrupt();
        });
        stop.start();

        assertThatThrownBy(() -> grading("trap 'touch put-away; exit' TERM; touch begun; while :; do sleep 0.1; done", WIDE).run())
                .isInstanceOf(InterruptedException.class);
        assertThat(folder.resolve("team/put-away")).exists();
    }
}
