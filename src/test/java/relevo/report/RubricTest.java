package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static relevo.testing.Samples.CATALOGUE;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RubricTest {

    private static final Path RUBRICS = Path.of("rubrics");

    @Test
    @DisplayName("a teacher's file moves points, also to an extended requirement, and keeps the rest")
    void load(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("rubric.yaml"), "points: { B2: 0.1, B6: 0.2 }\ntotal: 5.0\n");

        var rubric = Rubric.load(file, CATALOGUE);

        assertThat(rubric.points("B2")).isEqualByComparingTo("0.1");
        assertThat(rubric.points("B6")).isEqualByComparingTo("0.2");
        assertThat(rubric.points("C1")).isEqualByComparingTo("0.7");
        assertThat(rubric.total()).isEqualByComparingTo("5");
    }

    @Test
    @DisplayName("tenths stay tenths: ten times 0.1 is 1")
    void exact() {
        var rubric = Rubric.parse("r.yaml",
                "points: {G1.3: 0.1, G3.3: 0.1, C3: 0.1, C4: 0.1, B3: 0.1, B6: 0.1, S3: 0.1, L3: 0.1, L2: 0.1, B1: 0.1}\ntotal: 5.8", CATALOGUE);

        assertThat(rubric.total().toPlainString()).isEqualTo("5.80");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            points: {B9: 0.5}            | points.B9 is "0.5": the catalogue has no B9: the nearest is B1
            points: {B2: -1}             | points.B2 is "-1": write zero or more points
            points: {B2: many}           | points.B2 is "many": write zero or more points
            points: {B2: .nan}           | points.B2 is ".nan": write zero or more points
            points: {B2: "0,8"}          | points.B2 is "0,8": write zero or more points
            points: {B2: 0.8}            | total is 5.0, but the points add up to 5.5
            'points: {}, total: x'       | not valid YAML
            points: 7                    | points must be a mapping
            '{points: {}, total: ten}'   | total is "ten"
            '{points: {}, Total: 5}'     | 'unknown key "Total": the nearest is total (there are points, levels, rows, total)'
            'total: 5.0'                 | changes nothing
            'levels: {P1: cor}'          | 'levels.P1 is "cor": the nearest is core (there are core, extended)'
            'levels: {P9: core}'         | 'levels.P9 is "core": the catalogue has no P9: the nearest is P1'
            'levels: {D1: core}'         | 'levels.D1 is "core": no machine decides D1'
            'levels: {P1: oral}'         | 'levels.P1 is "oral"'
            'rows: 7'                    | rows must be a list
            'rows: [7]'                  | 'rows[1] must be a mapping'
            'rows: [{id: R1, titel: x}]' | 'rows[1] has the unknown key "titel": the nearest is title'
            'rows: [{id: B2, title: {es: a, en: a}, points: 1}]'             | 'rows[1].id is "B2": it is taken: choose another, such as R1'
            'rows: [{id: informe, title: {es: a, en: a}, points: 1}]'        | 'rows[1].id is "informe": write a capital and a number'
            'rows: [{id: R1, title: {es: a}, points: 1}]'                    | 'rows[1].title.en must be a text'
            'rows: [{id: R1, title: {es: a, en: a, fr: a}, points: 1}]'      | 'rows[1].title has the unknown key "fr"'
            'rows: [{id: R1, title: {es: a, en: a}, points: uno}]'           | 'rows[1].points is "uno"'
            'rows: [{id: R1, title: {es: a, en: a}, points: 1, extra: sí}]'  | 'rows[1].extra is "sí"'
            'rows: [{id: R1, title: {es: a, en: a}, points: 1}]'             | 'total is 5.0, but the points add up to 6.0'
            '{points: {B2: 1, B2: 2}}'   | not valid YAML
            [1]                          | must be a mapping
            """)
    @DisplayName("a wrong file is refused with where, what and what to do")
    void refused(String yaml, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rubric.parse("rubric.yaml", yaml, CATALOGUE))
                .withMessageStartingWith("rubric.yaml").withMessageContaining(message);
    }

    @Test
    @DisplayName("a sum that does not match says by how much, and both ways out")
    void sum() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rubric.parse("rubric.yaml", "points: {B2: 0.8}\ntotal: 5.0", CATALOGUE))
                .withMessageContaining("change points by -0.5, or write total: 5.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "edition-2020", "edition-2022"})
    @DisplayName("the rubrics of this repository are right, and no core requirement is worth nothing")
    void ours(String name) {
        var rubric = Rubric.named(name, RUBRICS, CATALOGUE);

        assertThat(rubric.name()).isEqualTo(name);
        assertThat(rubric.total()).isEqualByComparingTo("5");
        assertThat(rubric.graded().requirements()).filteredOn(row -> row.level() == Level.CORE).allMatch(row -> row.points().signum() > 0);
    }

    @Test
    @DisplayName("default is what the catalogue says, and every graded requirement stands in it")
    void standard() throws IOException {
        var file = RUBRICS.resolve("default.yaml");

        assertThat(weights(Rubric.load(file, CATALOGUE).graded())).isEqualTo(weights(CATALOGUE));
        assertThat(Yaml.mapping("points", "points", Yaml.mapping("default", Files.readString(file)).get("points")).keySet())
                .containsExactlyInAnyOrderElementsOf(CATALOGUE.requirements().stream().filter(row -> row.points().signum() > 0).map(CatalogueRow::id).toList());
    }

    @Test
    @DisplayName("the earlier editions grade provisioning as a question of its own, and leave the report and the extra to the teacher")
    void editions() {
        var first = Rubric.named("edition-2020", RUBRICS, CATALOGUE);
        var second = Rubric.named("edition-2022", RUBRICS, CATALOGUE);

        assertThat(first.points("P1")).isEqualByComparingTo("1");
        assertThat(second.points("P1")).isEqualByComparingTo("1.5");
        for (var rubric : List.of(first, second)) {
            assertThat(rubric.graded().find("P1").orElseThrow().level()).isEqualTo(Level.CORE);
            assertThat(rubric.graded().find("E1").orElseThrow().level()).isEqualTo(Level.EXTRA);
            assertThat(question(rubric, "GC", "G3")).isEqualByComparingTo(rubric == first ? "1" : "1.5");
            assertThat(rubric.points("D1")).isEqualByComparingTo("1");
        }
        assertThat(first.graded().find("R1").orElseThrow().level()).isEqualTo(Level.MANUAL);
    }

    private static List<String> weights(Catalogue catalogue) {
        return catalogue.requirements().stream().map(row -> row.id() + " " + row.level() + " " + Points.show(row.points())).toList();
    }

    /** The points of the requirements of some letters, but for those that begin otherwise, and for provisioning. */
    private static BigDecimal question(Rubric rubric, String letters, String but) {
        return rubric.sum(CATALOGUE.requirements().stream()
                .filter(row -> letters.contains(row.id().substring(0, 1)) && !row.id().startsWith(but)).toList());
    }

    @Test
    @DisplayName("a rubric is asked for by its name or by its path; a wrong name is told the nearest")
    void named(@TempDir Path folder) throws IOException {
        var own = Files.writeString(folder.resolve("own.yml"), "points: {B2: 0.2, B7: 0.3}");

        assertThat(Rubric.named(own.toString(), RUBRICS, CATALOGUE).points("B7")).isEqualByComparingTo("0.3");
        assertThatIllegalArgumentException().isThrownBy(() -> Rubric.named("edition-2202", RUBRICS, CATALOGUE))
                .withMessage("relevo.rubric is \"edition-2202\": there is no such file, and rubrics has no rubric of this name; the nearest is edition-2022"
                        + " (there are default, edition-2020, edition-2022)");
        assertThatIllegalArgumentException().isThrownBy(() -> Rubric.named("mine", folder.resolve("none"), CATALOGUE)).withMessageContaining("write the path");
        assertThatIllegalArgumentException().isThrownBy(() -> Rubric.named("./mine.yaml", RUBRICS, CATALOGUE)).withMessageContaining("cannot be read");
    }

    @Test
    @DisplayName("a file that is not there is one clear message too")
    void missing(@TempDir Path folder) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rubric.load(folder.resolve("none.yaml"), CATALOGUE))
                .withMessageContaining("none.yaml: cannot be read");
    }
}
