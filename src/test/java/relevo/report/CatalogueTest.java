package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static relevo.testing.Samples.CATALOGUE;
import static relevo.testing.Samples.RUBRIC;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    /** Provisioning is about the machines, and noticing a dead server about who stands in for it. */
    private static final Map<String, String> ELSEWHERE = Map.of("P1", "C", "F1", "B");
    private static final String GROUPS = "groups: {B: {es: b, en: b}}\n";
    private static final String ROW = "- {id: B1, level: core, group: B, points: 1, title: {es: t, en: t}, ask: {es: a, en: a}}\n";

    @Test
    @DisplayName("the assignment's requirements, in its order")
    void order() {
        assertThat(CATALOGUE.requirements()).extracting(CatalogueRow::id).containsExactly(
                "G1.1", "G1.2", "G1.3", "G2", "G3.1", "G3.2", "G3.3", "G4", "G5", "G6", "C1", "C2", "C3", "C4", "P1",
                "B1", "B2", "B7", "B3", "B4", "B8", "B5", "B6", "F1", "S1", "S4", "S5", "S2", "S3", "L1", "L4", "L2", "L3", "D1");
    }

    @Test
    @DisplayName("question 1 is worth 2.0, question 2 2.0, and the oral defence 1.0")
    void points() {
        assertThat(sum("G1.1", "G1.2", "G2", "G4", "G5", "G6", "C1", "C2")).isEqualTo("2.0");
        assertThat(sum("G3.1", "G3.2", "B1", "B2", "B7", "B4", "B8", "B5", "S1", "S4", "S2", "L1", "L4", "L2")).isEqualTo("2.0");
        assertThat(sum("B2", "B7")).as("joining and relieving are two halves").isEqualTo("0.5");
        assertThat(sum("B4", "B8")).as("going on, and with both").isEqualTo("0.4");
        assertThat(sum("S1", "S4")).as("a page of one's own, and an apology").isEqualTo("0.3");
        assertThat(sum("D1")).isEqualTo("1.0");
        assertThat(Points.show(RUBRIC.total())).isEqualTo("5.0");
    }

    @Test
    @DisplayName("core requirements earn points, extended ones none, and each group is its id's first letter, but for provisioning and detection")
    void levels() {
        assertThat(CATALOGUE.requirements()).allSatisfy(requirement -> {
            assertThat(requirement.points().signum()).isEqualTo(requirement.level() == Level.EXTENDED ? 0 : 1);
            assertThat(requirement.group()).isEqualTo(ELSEWHERE.getOrDefault(requirement.id(), requirement.id().substring(0, 1)));
        });
    }

    @Test
    @DisplayName("no two titles or questions are alike, in either language")
    void texts() {
        assertThat(CATALOGUE.requirements()).flatExtracting(r -> List.of(r.title().es(), r.title().en(), r.question().es(), r.question().en()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} -> {1} is refused")
    @CsvSource(delimiter = '|', textBlock = """
            level: core  | level: hard | B1.level is hard
            level: core  | level: extra | B1.level is extra
            group: B     | group: X    | B1.group is X
            points: 1    | points: one | B1.points is "one"
            points: 1,   | ''          | B1.points is "null"
            es: t        | es: ''      | B1.title.es must be a text
            points: 1    | ponits: 1   | unknown key ponits
            """)
    void incomplete(String good, String bad, String message) {
        var yaml = GROUPS + "requirements:\n" + ROW.replace(good, bad);
        assertThatIllegalArgumentException().isThrownBy(() -> Catalogue.parse("c.yaml", yaml)).withMessageContaining(message);
    }

    @Test
    @DisplayName("an id stands once")
    void twice() {
        assertThatIllegalArgumentException().isThrownBy(() -> Catalogue.parse("c.yaml", GROUPS + "requirements:\n" + ROW + ROW))
                .withMessage("c.yaml: B1 stands twice");
    }

    private static String sum(String... ids) {
        return Points.show(RUBRIC.sum(List.of(ids).stream().map(id -> CATALOGUE.find(id).orElseThrow()).toList()));
    }
}
