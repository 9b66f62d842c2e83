package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relevo.testing.Samples.met;
import static relevo.testing.Samples.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.testing.Samples;
import relevo.verdict.Verdict;
import relevo.words.Text;

class GateTest {

    private static final Verdict NOT_MET = Verdict.notMet(Text.same("both"), Text.same("one"), Text.same("cfg"));

    @Test
    @DisplayName("a complete run with everything met passes, and the oral defence does not hold it up")
    void passes() {
        assertThat(complaints(Samples.allMet())).isEmpty();
    }

    @Test
    @DisplayName("one line for each core requirement not met, or not checked, or not run; none for extended ones")
    void fails() {
        var complaints = complaints(Samples.mixed());

        assertThat(complaints).hasSize(3).noneMatch(line -> line.contains("\n"));
        assertThat(complaints.get(0)).startsWith("B2 No se cumple · Not met: backup1 atendió 0")
                .endsWith("(mvn verify -Dgroups=B2) · 0.2 en espera de esto · waiting for this: B7, B3");
        assertThat(complaints.get(1)).startsWith("S1 ");
        assertThat(complaints.get(2)).startsWith("L2 No se pudo comprobar · Could not check: Solo 212");
        assertThat(complaints(Samples.checklist(List.of(met("B1", "0", "0"))))).hasSize(21); // 22 core requirements
    }

    @Test
    @DisplayName("one cause is one complaint, with what waits for it, also where the cause itself is not graded")
    void roots() {
        assertThat(complaints(Samples.withoutStatistics())).singleElement().asString().startsWith("G3.1 No se cumple · Not met: En 192.168.56.10:8404 nadie")
                .endsWith(" · 0.85 en espera de esto · waiting for this: G3.2, G3.3, B1, B2, B7, B3, B5, L1");
        assertThat(complaints(partial(result("C3", NOT_MET), result("B1", Verdict.waitsFor("C3", Text.same("no"))))))
                .singleElement().asString().startsWith("C3 ").endsWith(": B1");
        assertThat(complaints(partial(result("C3", NOT_MET), result("C4", Verdict.waitsFor("C3", Text.same("no")))))).as("nothing that is graded").isEmpty();
    }

    @Test
    @DisplayName("what waits for nothing that fails is a complaint of its own")
    void inconsistent() {
        assertThat(complaints(partial(met("B2", "2", "2"), result("B7", Verdict.waitsFor("B2", Text.same("no")))))).singleElement().asString()
                .startsWith("B7 No se pudo comprobar");
        assertThat(complaints(partial(result("B7", Verdict.waitsFor("B2", Text.same("no")))))).singleElement().asString().startsWith("B7 ");
    }

    @Test
    @DisplayName("what the teacher must decide does not fail the build")
    void forTheTeacher() {
        assertThat(complaints(partial(result("S4", Verdict.forTheTeacher(Text.same("Error 503"), Text.same("read it")))))).isEmpty();
    }

    @Test
    @DisplayName("of a partial run only what ran counts")
    void partialRun() {
        assertThat(complaints(partial(met("B1", "0", "0")))).isEmpty();
        assertThat(complaints(partial(result("B6", NOT_MET)))).isEmpty();
        assertThat(complaints(partial(result("B2", NOT_MET)))).singleElement().asString().startsWith("B2 ");
    }

    @Test
    @DisplayName("not applicable passes: it is a verdict with a reason")
    void notApplicable() {
        assertThat(complaints(partial(result("B1", Verdict.notApplicable(Text.same("no backups")))))).isEmpty();
    }

    @Test
    @DisplayName("a run that looked at nothing does not pass")
    void nothing() throws IOException {
        assertThat(complaints(partial())).singleElement().asString().startsWith("nothing was checked");
        assertThat(Gate.complaints(new ObjectMapper().readTree("{}"))).hasSize(1);
    }

    @Test
    @DisplayName("a cluster that did not start is one complaint")
    void start() {
        assertThat(complaints(Samples.notStarted())).singleElement().asString().contains("El clúster no arrancó", "The cluster did not start");
    }

    @Test
    @DisplayName("as a program it returns or throws, with the message alone")
    void program(@TempDir Path folder) throws IOException {
        var good = Files.writeString(folder.resolve("good.json"), ChecklistJson.render(Samples.allMet()));
        var bad = Files.writeString(folder.resolve("bad.json"), ChecklistJson.render(Samples.mixed()));
        var broken = Files.writeString(folder.resolve("broken.json"), "{");

        assertThatCode(() -> Gate.main(good.toString())).doesNotThrowAnyException();
        assertThatThrownBy(() -> Gate.main(bad.toString())).hasMessageContainingAll("bad.json:", "\n  B2 ", "\n  S1 ")
                .satisfies(thrown -> assertThat(thrown.getStackTrace()).isEmpty());
        assertThatThrownBy(() -> Gate.main(broken.toString())).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> Gate.main(folder.resolve("none.json").toString())).hasMessageContaining("there is no checklist");
    }

    private static Checklist partial(Result... results) {
        return Checklist.of(Samples.CATALOGUE, Samples.RUBRIC, List.of(results), Samples.ALL, Samples.run(false));
    }

    private static List<String> complaints(Checklist checklist) {
        return Gate.complaints(ChecklistJson.tree(checklist));
    }
}
