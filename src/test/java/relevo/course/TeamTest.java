package relevo.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.archive.OralDefence;
import relevo.testing.CourseSamples;
import relevo.verdict.Verdict;
import relevo.words.Text;

class TeamTest {

    private static final Verdict UNCHECKED = Verdict.couldNotCheck(Text.same("?"), Text.same("?"));
    private static final Verdict WRONG = Verdict.notMet(Text.same("x"), Text.same("y"), Text.same("z"));

    @Test
    @DisplayName("a grade is there once nothing is left to be decided")
    void grade() {
        assertThat(CourseSamples.team("a", Map.of()).grade()).isEmpty();
        assertThat(CourseSamples.team("a", Map.of()).open()).isEqualByComparingTo("1");
        assertThat(CourseSamples.team("a", Map.of("B2", WRONG), Map.of("D1", new BigDecimal("0.5")), Map.of()).grade().orElseThrow())
                .isEqualByComparingTo("4.2");
    }

    @Test
    @DisplayName("points of an oral defence are given by hand; those of the course's own file go before them")
    void defended() {
        var team = defended(Map.of());
        assertThat(team.grade().orElseThrow()).isEqualByComparingTo("4.75");
        assertThat(team.cells()).filteredOn(cell -> cell.row().id().equals("D1")).singleElement()
                .satisfies(cell -> assertThat(cell.byHand()).contains(new BigDecimal("0.75")));
        assertThat(team.cells()).filteredOn(cell -> cell.byHand().isPresent()).hasSize(1);
        assertThat(defended(Map.of("D1", new BigDecimal("0.5"))).grade().orElseThrow()).isEqualByComparingTo("4.5");
    }

    private static Team defended(Map<String, BigDecimal> byHand) {
        var team = CourseSamples.team("a", Map.of());
        var defence = new OralDefence("/d", "t", List.of(), "bien", Optional.of(new BigDecimal("0.75")), new BigDecimal("1.0"));
        return new Team("a", "teams/a", team.checklist().defended(Optional.of(defence)), byHand, team.trouble(), 1, Map.of());
    }

    @Test
    @DisplayName("what could not be checked is neither earned nor lost, until the teacher decides")
    void unchecked() {
        var open = CourseSamples.team("a", Map.of("B2", UNCHECKED), Map.of("D1", BigDecimal.ONE), Map.of());
        assertThat(open.grade()).isEmpty();
        assertThat(open.earned()).isEqualByComparingTo("4.7");
        assertThat(open.open()).isEqualByComparingTo("0.3");

        var decided = CourseSamples.team("a", Map.of("B2", UNCHECKED), Map.of("D1", BigDecimal.ONE, "B2", new BigDecimal("0.1")), Map.of());
        assertThat(decided.grade().orElseThrow()).isEqualByComparingTo("4.8");
    }
}
