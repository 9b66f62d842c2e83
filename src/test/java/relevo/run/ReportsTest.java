package relevo.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.archive.OralDefence;
import relevo.archive.SavedDefence;
import relevo.report.ReportFiles;
import relevo.testing.Samples;

/** Whose an oral defence is, and that no run loses it. */
class ReportsTest {

    private static final CurrentRun BEFORE = CurrentRun.current();

    @TempDir
    private Path folder;

    @AfterEach
    void back() {
        CurrentRun.begin(BEFORE.reports(), BEFORE.delivery());
    }

    private CurrentRun run(String delivery) {
        return CurrentRun.begin(folder.resolve("reports"), folder.resolve(delivery));
    }

    private static OralDefence defence(CurrentRun run, String points) {
        return new OralDefence(Reports.nameOf(run), "t", List.of(), "bien", Optional.of(new BigDecimal(points)), new BigDecimal("1.0"));
    }

    private JsonNode checklist() throws Exception {
        return new ObjectMapper().readTree(folder.resolve("reports/checklist.json").toFile());
    }

    @Test
    @DisplayName("points that are given after a run are in its checklist, and again when they change")
    void written() throws Exception {
        var run = run("a");
        ReportFiles.write(Samples.allMet(), run.reports());
        Reports.defended(run.reports(), defence(run, "0.5"));
        assertThat(checklist().at("/score/byHand").asText()).isEqualTo("0.5");
        Reports.defended(run.reports(), defence(run, "0.75"));
        assertThat(checklist().at("/score/byHand").asText()).isEqualTo("0.75");
        assertThat(checklist().at("/rubric").asText()).isEqualTo("default");
        assertThat(Files.readString(run.reports().resolve("checklist.md"))).contains("0.75 / 1.0");
        assertThat(Files.readString(run.reports().resolve("checklist.html"))).contains("<b>0.75</b>");
    }

    @Test
    @DisplayName("points that are given before any run are kept, and nothing else is written")
    void early() {
        var run = run("a");
        Reports.defended(run.reports(), defence(run, "0.5"));
        assertThat(run.reports().toFile().list()).containsExactly("defence.json");
        assertThat(Reports.defenceOf(run)).contains(defence(run, "0.5"));
    }

    @Test
    @DisplayName("a new run of the same delivery keeps it, and its checklist has it")
    void sameDelivery() throws Exception {
        var run = run("a");
        Reports.defended(run.reports(), defence(run, "0.5"));
        var again = CurrentRun.begin(folder.resolve("reports"), folder.resolve("b/../a/."));
        Reports.begin(again);
        Reports.write(List.of(), again, Samples.ALL);
        assertThat(checklist().at("/score/byHand").asText()).isEqualTo("0.5");
        assertThat(again.checklist().orElseThrow().given()).contains(new BigDecimal("0.5"));
    }

    @Test
    @DisplayName("a new run of another delivery in the same folder puts it aside, and its checklist knows nothing of it")
    void otherDelivery() throws Exception {
        var run = run("a");
        Reports.defended(run.reports(), defence(run, "0.5"));
        var other = run("b");
        Reports.begin(other);
        Reports.write(List.of(), other, Samples.ALL);
        assertThat(checklist().get("defence").isNull()).isTrue();
        assertThat(Files.readString(folder.resolve("reports/defence-before.json"))).contains("0.5");
        assertThat(Reports.defenceOf(other)).isEmpty();
    }

    @Test
    @DisplayName("one that cannot be read keeps no run from its checklist")
    void broken() throws Exception {
        var run = run("a");
        Files.createDirectories(run.reports());
        Files.writeString(run.reports().resolve("defence.json"), "{");
        Reports.begin(run);
        Reports.write(List.of(), run, Samples.ALL);
        assertThat(checklist().get("defence").isNull()).isTrue();
        assertThat(run.reports().resolve("defence-before.json")).hasContent("{");
    }

    @Test
    @DisplayName("a checklist that cannot be read loses no points")
    void brokenChecklist() throws Exception {
        var run = run("a");
        Files.createDirectories(run.reports());
        Files.writeString(run.reports().resolve("checklist.json"), "{");
        assertThatThrownBy(() -> Reports.defended(run.reports(), defence(run, "0.5"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new SavedDefence(run.reports()).read()).contains(defence(run, "0.5"));
    }

    @Test
    @DisplayName("what the defence is worth is the rubric's")
    void worth() {
        assertThat(Reports.worthOfDefence()).isEqualByComparingTo("1.0");
    }
}
