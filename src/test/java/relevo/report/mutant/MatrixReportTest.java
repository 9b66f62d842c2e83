package relevo.report.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.verdict.Verdict;
import relevo.words.Text;

class MatrixReportTest {

    private static final Verdict MET = Verdict.met(Text.same("all well"));
    private static final Verdict NOT_MET = Verdict.notMet(Text.of("esperado", "expected <b>this</b>"), Text.of("visto", "seen that"),
            Text.of("mire", "look there"));
    private static final Verdict UNKNOWN = Verdict.couldNotCheck(Text.same("too few"), Text.same("repeat"));
    private static final Verdict WAITING = Verdict.waitsFor("B2", Text.same("nothing joined"));
    private static final Verdict TEACHER = Verdict.forTheTeacher(Text.same("thanks"), Text.same("decide"));

    @Test
    @DisplayName("a wrong cluster is judged exactly when the named requirements fail, all of them and no other")
    void exactly() {
        assertThat(wrong(Map.of("B2", NOT_MET, "B1", MET)).exact()).isTrue();
        assertThat(wrong(Map.of("B2", NOT_MET, "B1", MET)).conclusion().en()).isEqualTo("rejected by B2");
        assertThat(wrong(Map.of("B2", MET, "B1", MET)).holes()).containsExactly("B2");
        assertThat(wrong(Map.of("B1", MET)).holes()).as("what was not played was not noticed").containsExactly("B2");
        assertThat(wrong(Map.of("B2", UNKNOWN)).holes()).as("could not check is not noticing").containsExactly("B2");
        assertThat(wrong(Map.of("B2", NOT_MET, "B1", NOT_MET)).entangled()).containsExactly("B1");
        assertThat(wrong(Map.of("B2", NOT_MET, "B1", UNKNOWN)).unforeseen()).containsExactly("B1");
        assertThat(wrong(Map.of("B2", MET, "B1", NOT_MET)).conclusion().en()).isEqualTo("Not noticed: B2. Rejected without reason by: B1.");
    }

    @Test
    @DisplayName("what cannot be checked because of what fails is foreseen, and then must not be met")
    void blind() {
        assertThat(trial(false, List.of("B2"), List.of("B3"), Map.of("B2", NOT_MET, "B3", UNKNOWN), "").exact()).isTrue();
        assertThat(trial(false, List.of("B2"), List.of("B3"), Map.of("B2", NOT_MET, "B3", MET), "").unforeseen()).containsExactly("B3");
    }

    @Test
    @DisplayName("a right cluster is judged exactly when nothing fails")
    void accepted() {
        assertThat(trial(true, List.of(), List.of(), Map.of("B2", MET), "").conclusion().en()).isEqualTo("accepted");
        assertThat(trial(true, List.of(), List.of(), Map.of("B2", NOT_MET), "").entangled()).containsExactly("B2");
        assertThat(trial(true, List.of(), List.of(), Map.of("B2", MET), "not restored").exact()).isFalse();
    }

    @Test
    @DisplayName("a wrong cluster may wait for the requirement that it names, and for no other")
    void waitsInAWrongOne() {
        assertThat(waiting(WAITING).exact()).isTrue();
        assertThat(waiting(Verdict.waitsFor("G1.1", Text.same("x"))).unforeseen()).containsExactly("B7");
    }

    @Test
    @DisplayName("what waits for one that waits itself may name either root, and no other")
    void chains() {
        var expected = new Expected(new TreeSet<>(), new TreeSet<>(List.of("G1.1")), new TreeSet<>(), new TreeMap<>(Map.of("B7", "B2", "B2", "G1.1")),
                new TreeSet<>(), true);

        assertThat(expected.unforeseen(Map.of("B7", Verdict.waitsFor("B2", Text.same("x"))))).isEmpty();
        assertThat(expected.unforeseen(Map.of("B7", Verdict.waitsFor("G1.1", Text.same("x"))))).isEmpty();
        assertThat(expected.unforeseen(Map.of("B7", Verdict.waitsFor("G3.1", Text.same("x"))))).containsExactly("B7");
        assertThat(expected.unforeseen(Map.of("B2", Verdict.waitsFor("B7", Text.same("x"))))).containsExactly("B2");
    }

    @Test
    @DisplayName("a common delivery is judged exactly when each verdict is the expected one, and waits for the expected root")
    void common() {
        assertThat(common(Map.of()).exact()).isTrue();
        assertThat(common(Map.of()).conclusion().en()).isEqualTo("rejected by B2");
        assertThat(common(Map.of("B2", MET)).holes()).containsExactly("B2");
        assertThat(common(Map.of("B2", UNKNOWN)).holes()).containsExactly("B2");
        assertThat(common(Map.of("B1", NOT_MET)).entangled()).containsExactly("B1");
        assertThat(common(Map.of("B1", TEACHER)).unforeseen()).as("what is met is not for the teacher").containsExactly("B1");
        assertThat(common(Map.of("B1", Verdict.notApplicable(Text.same("none")))).unforeseen()).containsExactly("B1");
        assertThat(common(Map.of("B7", UNKNOWN)).unforeseen()).as("without a root").containsExactly("B7");
        assertThat(common(Map.of("B7", Verdict.waitsFor("B4", Text.same("x")))).unforeseen()).as("another root").containsExactly("B7");
        assertThat(common(Map.of("B7", NOT_MET)).entangled()).containsExactly("B7");
        assertThat(common(Map.of("B7", MET)).unforeseen()).containsExactly("B7");
        assertThat(common(Map.of("S4", MET)).unforeseen()).containsExactly("S4");
        assertThat(common(Map.of("S4", NOT_MET)).entangled()).containsExactly("S4");
        assertThat(common(Map.of("B7", Verdict.waitsFor("B4", Text.same("x")))).surprises()).contains("B7: COULD_NOT_CHECK (waits for B4): x");
    }

    @Test
    @DisplayName("the matrix and the messages show every cluster, mark what the specification got wrong, and escape what comes from elsewhere")
    void pages(@TempDir Path reports) throws IOException {
        var good = wrong(Map.of("B2", NOT_MET, "B1", MET));
        var hole = new Trial("hole", Kind.WRONG, Text.of("Otra.", "Another."), expected(List.of("B4"), List.of()), Map.of("B4", MET), Text.same(""), 3);
        var right = trial(true, List.of(), List.of(), Map.of("B2", MET), "");

        MatrixReport.write(new Matrix(List.of(good, hole, right, common(Map.of())), "12", 7, 90), reports, "mutants");

        var matrix = Files.readString(reports.resolve("mutants.html"));
        assertThat(matrix).contains("3 of 4 clusters judged exactly", "Common deliveries", "some-delivery",
                "A sample of 12, seed 7. 2 min.", "some-mutant", "Not noticed: B4.", "✓!",
                "class=\"finding\"");
        assertThat(Files.readString(reports.resolve("mutants-messages.html")))
                .contains("Half of it.", "One half.", "seen that", "look there", "expected &lt;b&gt;this&lt;/b&gt;");
        var json = new ObjectMapper().readTree(reports.resolve("mutants.json").toFile());
        assertThat(json.path("tried").asInt()).isEqualTo(4);
        assertThat(json.path("exact").asInt()).isEqualTo(3);
        assertThat(json.path("mutants").get(0).path("verdicts").path("B2").path("verdict").asText()).isEqualTo("notMet");
        assertThat(json.path("mutants").get(3).path("kind").asText()).isEqualTo("common");
        assertThat(json.path("mutants").get(3).path("verdicts").path("B7").path("waitsFor").asText()).isEqualTo("B2");
        assertThat(json.path("mutants").get(1).path("notNoticed").get(0).asText()).isEqualTo("B4");
    }

    private static Trial wrong(Map<String, Verdict> verdicts) {
        return trial(false, List.of("B2"), List.of(), verdicts, "");
    }

    private static Trial trial(boolean right, List<String> fails, List<String> blind, Map<String, Verdict> verdicts, String trouble) {
        return new Trial("some-mutant", right ? Kind.RIGHT : Kind.WRONG, Text.of("La mitad.", "Half of it."), expected(fails, blind), verdicts,
                Text.same(trouble), 30);
    }

    private static Expected expected(List<String> fails, List<String> blind) {
        return new Expected(new TreeSet<>(), new TreeSet<>(fails), new TreeSet<>(blind), new TreeMap<>(), new TreeSet<>(), false);
    }

    private static Trial waiting(Verdict verdict) {
        var expected = new Expected(new TreeSet<>(), new TreeSet<>(List.of("B2")), new TreeSet<>(), new TreeMap<>(Map.of("B7", "B2")), new TreeSet<>(), false);
        return new Trial("a", Kind.WRONG, Text.same("a"), expected, Map.of("B2", NOT_MET, "B7", verdict), Text.same(""), 1);
    }

    private static Trial common(Map<String, Verdict> verdicts) {
        var expected = new Expected(new TreeSet<>(List.of("B1")), new TreeSet<>(List.of("B2")), new TreeSet<>(), new TreeMap<>(Map.of("B7", "B2")),
                new TreeSet<>(List.of("S4")), true);
        var all = new TreeMap<>(Map.of("B1", MET, "B2", NOT_MET, "B7", WAITING, "S4", TEACHER));
        all.putAll(verdicts);
        return new Trial("some-delivery", Kind.COMMON, Text.of("Media.", "One half."), expected, all, Text.same(""), 30);
    }
}
