package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.Samples.met;
import static relevo.testing.Samples.result;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.testing.Samples;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

class RootTest {

    private static final Verdict NOT_MET = Verdict.notMet(Text.same("both"), Text.same("none"), Text.same("haproxy.cfg"));
    private static final Verdict UNKNOWN = Verdict.couldNotCheck(Text.same("too slow"), Text.same("wait"));

    @Test
    @DisplayName("what waits for a failure is no root, earns nothing and loses nothing")
    void waits() {
        var checklist = Samples.checklist(List.of(result("B2", NOT_MET), result("B7", waitsFor("B2")), met("C1", "3", "3")));

        assertThat(checklist.roots()).extracting(root -> root.row().id()).containsExactly("B2");
        assertThat(checklist.roots().get(0).waiting()).extracting(Row::id).containsExactly("B7");
        assertThat(row(checklist, "B7").state()).isEqualTo(State.WAITS);
        assertThat(checklist.score().lost()).isEqualByComparingTo("0.3");
        assertThat(checklist.score().waiting()).isEqualByComparingTo("0.2");
    }

    @Test
    @DisplayName("of a chain all wait for the last, which may be unchecked for a reason of its own")
    void chain() {
        var results = List.of(result("B7", waitsFor("B2")), result("B3", waitsFor("B7")), result("B2", waitsFor("G3.1")), result("G3.1", UNKNOWN));
        var checklist = Samples.checklist(results);

        assertThat(checklist.roots()).singleElement().satisfies(root -> {
            assertThat(root.row().id()).isEqualTo("G3.1");
            assertThat(root.waiting()).extracting(Row::id).containsExactly("B2", "B7", "B3");
            assertThat(root.worth()).isEqualByComparingTo("0.65");
            assertThat(root.stake().en()).isEqualTo("0.15 unchecked · 0.5 waiting");
        });
    }

    @Test
    @DisplayName("roots stand in the order of what they are worth with all that waits; alike ones core first, and not met first")
    void order() {
        var checklist = Samples.checklist(List.of(result("C1", NOT_MET), result("G3.1", NOT_MET), result("B2", waitsFor("G3.1")),
                result("B4", waitsFor("G3.1")),
                result("B8", waitsFor("B4")), result("F1", UNKNOWN), result("S5", NOT_MET), result("L2", UNKNOWN), result("S2", NOT_MET)));

        assertThat(checklist.roots()).extracting(root -> root.row().id()).containsExactly("G3.1", "C1", "S2", "L2", "S5", "F1");
    }

    @Test
    @DisplayName("who waits for something that is met could not be checked, and nobody is told to repair what is whole")
    void rootIsMet() {
        var checklist = Samples.checklist(List.of(met("B2", "2", "2"), result("B7", waitsFor("B2"))));

        assertThat(row(checklist, "B7").state()).isEqualTo(State.COULD_NOT_CHECK);
        assertThat(row(checklist, "B7").told().en()).isEqualTo("no figures");
        assertThat(row(checklist, "B7").verdict().remedy().en()).isEqualTo("Repeat this check.");
        assertThat(checklist.roots()).extracting(root -> root.row().id()).containsExactly("B7");
        assertThat(checklist.score().waiting()).isZero();
    }

    @Test
    @DisplayName("who waits for something that was not part of the run, or does not exist, is told to run it")
    void rootDidNotRun() {
        var checklist = Samples.checklist(List.of(result("B7", waitsFor("B2")), result("B8", waitsFor("X1")), met("C1", "3", "3")));

        assertThat(row(checklist, "B7").state()).isEqualTo(State.COULD_NOT_CHECK);
        assertThat(row(checklist, "B7").verdict().remedy().en()).isEqualTo("Run B2 too, which was not part of this run.");
        assertThat(row(checklist, "B8").state()).isEqualTo(State.COULD_NOT_CHECK);
    }

    @Test
    @DisplayName("rows that wait for each other wait for nobody, and who waits for one of them waits for it")
    void circle() {
        var checklist = Samples.checklist(List.of(result("B2", waitsFor("B7")), result("B7", waitsFor("B2")), result("B3", waitsFor("B7")),
                result("B4", waitsFor("B4")), met("C1", "3", "3")));

        assertThat(checklist.roots()).extracting(root -> root.row().id()).containsExactly("B2", "B4", "B7");
        assertThat(row(checklist, "B3").waitsFor()).isEqualTo("B7");
    }

    @Test
    @DisplayName("what is for the teacher, or does not apply, holds nothing up")
    void others() {
        var checklist = Samples.checklist(List.of(result("S1", Verdict.forTheTeacher(Text.same("?"), Text.same("read"))), result("S4", waitsFor("S1")),
                result("B2", Verdict.notApplicable(Text.same("no"))), result("B7", waitsFor("B2"))));

        assertThat(checklist.roots()).extracting(root -> root.row().id()).containsExactly("B7", "S4");
    }

    @Test
    @DisplayName("one dependent is told in the singular")
    void sentences() {
        var one = Samples.checklist(List.of(result("B2", NOT_MET), result("B7", waitsFor("B2")))).roots().get(0);
        var none = Samples.checklist(List.of(result("B2", NOT_MET), met("C1", "3", "3"))).roots().get(0);

        assertThat(one.dependents()).isEqualTo(Text.of("De esto depende: B7.", "B7 waits for this."));
        assertThat(none.dependents()).isEqualTo(Text.same(""));
        assertThat(none.stake()).isEqualTo(Text.of("0.3 perdidos", "0.3 lost"));
        assertThat(none.row().verdict().outcome()).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    @DisplayName("at the oral defence what keeps most from being checked is asked about first")
    void questions() {
        assertThat(Samples.withoutStatistics().questions().get(0).id()).isEqualTo("G3.1");
        var checklist = Samples.checklist(List.of(result("C1", NOT_MET), result("B4", NOT_MET), result("B8", waitsFor("B4")), result("G3.1", NOT_MET),
                result("B2", waitsFor("G3.1")), result("B7", waitsFor("G3.1")), result("S2", waitsFor("G3.1"))));

        assertThat(checklist.questions()).extracting(Question::id).startsWith("G3.1", "C1", "B4");
    }

    private static Verdict waitsFor(String root) {
        return Verdict.waitsFor(root, Text.same("no figures"));
    }

    private static Row row(Checklist checklist, String id) {
        return checklist.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }
}
