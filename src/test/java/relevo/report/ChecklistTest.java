package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static relevo.testing.Samples.CATALOGUE;
import static relevo.testing.Samples.RUBRIC;
import static relevo.testing.Samples.met;
import static relevo.testing.Samples.result;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.testing.Samples;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

class ChecklistTest {

    private static final Verdict NOT_MET = Verdict.notMet(Text.same("both"), Text.same("none"), Text.same("haproxy.cfg"));
    private static final Verdict UNKNOWN = Verdict.couldNotCheck(Text.same("too slow"), Text.same("wait"));

    @Test
    @DisplayName("every requirement has a row, in the catalogue's order, whatever the results' order")
    void everyRow() {
        var rows = Samples.checklist(List.of(met("S1", "sí", "yes"), met("G1.1", "sí", "yes"))).rows();

        assertThat(rows).extracting(Row::requirement).isEqualTo(CATALOGUE.requirements());
        assertThat(rows).filteredOn(Row::ran).extracting(Row::id).containsExactly("G1.1", "S1");
    }

    @Test
    @DisplayName("only what is met earns points; what could not be checked is counted apart, and what does not apply is left to the teacher")
    void score() {
        var score = Samples.checklist(List.of(met("C1", "3", "3"), result("B2", NOT_MET), result("S1", UNKNOWN),
                result("G4", Verdict.notApplicable(Text.same("no VM"))))).score();

        assertThat(score.earned()).isEqualByComparingTo("0.7");
        assertThat(score.automatic()).isEqualByComparingTo("4.0");
        assertThat(score.total()).isEqualByComparingTo("5.0");
        assertThat(score.lost()).isEqualByComparingTo("0.3");
        assertThat(score.unchecked()).isEqualByComparingTo("2.7"); // 4.0 without C1, B2 and G4
        assertThat(score.forTheTeacher()).isEqualByComparingTo("0.3");
    }

    @Test
    @DisplayName("every automatic point is earned, lost, waiting, unchecked or the teacher's to give")
    void fates() {
        for (var checklist : List.of(Samples.mixed(), Samples.allMet(), Samples.withoutStatistics(), Samples.notStarted())) {
            var score = checklist.score();
            assertThat(Points.sum(List.of(score.earned(), score.lost(), score.waiting(), score.unchecked(), score.forTheTeacher())))
                    .isEqualByComparingTo(score.automatic());
        }
    }

    @Test
    @DisplayName("what a person must decide is neither earned nor lost")
    void forTheTeacher() {
        var checklist = Samples.checklist(List.of(result("S4", Verdict.forTheTeacher(Text.same("Error 503"), Text.same("read it"))), met("C1", "3", "3")));

        assertThat(row(checklist, "S4").earned()).isEmpty();
        assertThat(row(checklist, "S4").state()).isEqualTo(State.FOR_THE_TEACHER);
        assertThat(checklist.score().lost()).isZero();
        assertThat(checklist.score().forTheTeacher()).isEqualByComparingTo("0.1");
        assertThat(checklist.forTheTeacher()).extracting(Row::id).containsExactly("S4", "D1");
        assertThat(checklist.questions()).extracting(Question::id).containsExactly("S4", "C1", "G4", "D1");
    }

    @Test
    @DisplayName("a good delivery earns exactly 4.0, and nothing is left unchecked")
    void full() {
        assertThat(Samples.allMet().score().earned()).isEqualByComparingTo("4.0");
        assertThat(Samples.allMet().score().unchecked()).isZero();
    }

    @Test
    @DisplayName("an extended requirement earns what the rubric gives it")
    void rubric() {
        var rubric = Rubric.parse("r", "points: {B2: 0.1, B6: 0.2}", CATALOGUE);

        assertThat(Checklist.of(CATALOGUE, rubric, List.of(met("B6", "0", "0")), Samples.ALL, Samples.run(true)).score().earned())
                .isEqualByComparingTo("0.2");
    }

    @Test
    @DisplayName("the teacher's own rows come last, to be filled in; extra points are not part of the total, and no machine awards any of them")
    void byHand() {
        var rubric = Rubric.parse("mine.yaml", "{levels: {P1: core}, rows: [{id: R1, title: {es: Informe, en: Report}, points: 1}, "
                + "{id: E1, title: {es: Más, en: More}, points: 0.5, extra: 'true'}], total: 6}", CATALOGUE);

        var checklist = Checklist.of(CATALOGUE, rubric, List.of(), Samples.ALL, Samples.run(true));

        assertThat(checklist.rubric()).isEqualTo("mine");
        assertThat(checklist.rows()).extracting(Row::id).endsWith("D1", "R1", "E1");
        assertThat(row(checklist, "R1").state()).isEqualTo(State.FOR_THE_TEACHER);
        assertThat(row(checklist, "P1").requirement().level()).isEqualTo(Level.CORE);
        assertThat(checklist.score().total()).isEqualByComparingTo("6");
        assertThat(checklist.score().automatic()).isEqualByComparingTo("4");
        var group = checklist.groups().get(checklist.groups().size() - 1);
        assertThat(checklist.points(group)).isEqualByComparingTo("1");
        assertThat(checklist.of(group)).extracting(Row::id).containsExactly("R1", "E1");
        assertThat(checklist.questions()).extracting(Question::id).doesNotContain("R1", "E1");
    }

    @Test
    @DisplayName("a row without a result says whether the run left it out or the suite has no check for it")
    void withoutResult() {
        var checklist = Checklist.of(CATALOGUE, RUBRIC, List.of(), Set.of("B1"), Samples.run(true));

        assertThat(row(checklist, "B1").verdict().outcome()).isEqualTo(Outcome.COULD_NOT_CHECK);
        assertThat(row(checklist, "B1").verdict().seen().en()).isEqualTo("It was not part of this run.");
        assertThat(row(checklist, "B2").verdict().outcome()).isEqualTo(Outcome.COULD_NOT_CHECK);
        assertThat(row(checklist, "B2").verdict().seen().en()).isEqualTo("The suite has no check for this requirement yet.");
    }

    @Test
    @DisplayName("D1 waits for the teacher, with questions: first what is not met, then what left figures, then the general one")
    void oral() {
        var checklist = Samples.checklist(List.of(met("C1", "3 miembros", "3 members"), result("B2", NOT_MET), result("B5", NOT_MET), met("G6", "sí", "yes")));

        assertThat(row(checklist, "D1").earned()).isEmpty();
        assertThat(row(checklist, "D1").points()).isEqualByComparingTo("1.0");
        assertThat(row(checklist, "D1").state()).isEqualTo(State.FOR_THE_TEACHER);
        assertThat(checklist.questions()).extracting(Question::id).containsExactly("B2", "B5", "C1", "D1");
        assertThat(checklist.questions().get(2).seen().es()).isEqualTo("3 miembros");
    }

    @Test
    @DisplayName("when the cluster did not start, the cause is one, and the weightiest requirements are still asked about")
    void start() {
        var checklist = Samples.notStarted();

        assertThat(checklist.cause()).map(cause -> cause.seen().en()).hasValue("The cluster did not start: node2 did not join within 120 s.");
        assertThat(checklist.rows()).filteredOn(Row::ran).hasSize(33).allMatch(checklist::saidOnTop);
        assertThat(checklist.questions()).extracting(Question::id).containsExactly("C1", "G4", "B2", "D1");
        assertThat(checklist.score().unchecked()).isEqualByComparingTo("4.0");
    }

    @Test
    @DisplayName("two causes, or one verdict of another kind, are no common cause")
    void noCommonCause() {
        assertThat(Samples.checklist(List.of(result("B1", UNKNOWN), result("B2", Verdict.couldNotCheck(Text.same("other"), Text.same(""))))).cause()).isEmpty();
        assertThat(Samples.checklist(List.of(result("B1", UNKNOWN), result("B2", UNKNOWN), result("S1", NOT_MET))).cause()).isEmpty();
        assertThat(Samples.checklist(List.of(result("B1", UNKNOWN))).cause()).isEmpty();
    }

    @Test
    @DisplayName("of several results on one requirement the worst decides, and its words are quoted")
    void together() {
        var row = row(Samples.checklist(List.of(met("B2", "bien", "good"), result("B2", NOT_MET), result("B2", UNKNOWN))), "B2");

        assertThat(row.verdict()).isEqualTo(NOT_MET);
        assertThat(row.seconds()).isEqualTo(12.6, within(1e-9));
        assertThat(row(Samples.checklist(List.of(met("B2", "bien", "good"), result("B2", UNKNOWN))), "B2").verdict()).isEqualTo(UNKNOWN);
        assertThat(row(Samples.checklist(List.of(met("B2", "a", "a"), met("B2", "b", "b"))), "B2").verdict().seen().es()).isEqualTo("a\nb");
    }

    @Test
    @DisplayName("of several results that could not be checked, the requirement waits only where all of them do")
    void togetherWaiting() {
        var waits = Verdict.waitsFor("C1", Text.same("no"));

        assertThat(row(Samples.checklist(List.of(result("C1", NOT_MET), result("B2", waits), result("B2", waits))), "B2").waitsFor()).isEqualTo("C1");
        assertThat(row(Samples.checklist(List.of(result("C1", NOT_MET), result("B2", waits), result("B2", UNKNOWN))), "B2").waitsFor()).isEmpty();
    }

    @Test
    @DisplayName("a result on an unknown requirement, or on the teacher's, is an error of the suite")
    void unknown() {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.checklist(List.of(met("X1", "", "")))).withMessageContaining("X1");
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.checklist(List.of(met("D1", "", "")))).withMessageContaining("D1");
    }

    @Test
    @DisplayName("G4 says when containers stand in for the virtual machines, and only then, and only G4")
    void standIn() {
        var real = new RunInfo("vagrant", "2026-03-14T09:26:53-05:00", 1, Map.of(), false, true);

        assertThat(Samples.allMet().rows()).filteredOn(row -> !row.note().es().isEmpty()).extracting(Row::id).containsExactly("G4");
        assertThat(Checklist.of(CATALOGUE, RUBRIC, List.of(), Samples.ALL, real).rows()).allMatch(row -> row.note().es().isEmpty());
    }

    private static Row row(Checklist checklist, String id) {
        return checklist.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }
}
