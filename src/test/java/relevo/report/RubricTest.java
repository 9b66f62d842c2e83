package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static relevo.testing.Samples.CATALOGUE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RubricTest {

    @Test
    @DisplayName("a teacher's file moves points, also to an extended requirement, and keeps the rest")
    void load(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("rubric.yaml"), "points: { B2: 0.3, B6: 0.2 }\ntotal: 5.0\n");

        var rubric = Rubric.load(file, CATALOGUE);

        assertThat(rubric.points("B2")).isEqualByComparingTo("0.3");
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
            points: {B9: 0.5}            | points.B9 is "0.5": the catalogue has no B9
            points: {B2: -1}             | points.B2 is "-1": write zero or more points
            points: {B2: many}           | points.B2 is "many": write zero or more points
            points: {B2: .nan}           | points.B2 is ".nan": write zero or more points
            points: {B2: "0,8"}          | points.B2 is "0,8": write zero or more points
            points: {B2: 0.8}            | total is 5.0, but the points add up to 5.3
            'points: {}, total: x'       | not valid YAML
            points: 7                    | points must be a mapping
            '{points: {}, total: ten}'   | total is "ten"
            '{points: {}, Total: 5}'     | unknown key "Total"
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
                .withMessageContaining("change points by -0.3, or write total: 5.3");
    }

    @Test
    @DisplayName("a file that is not there is one clear message too")
    void missing(@TempDir Path folder) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rubric.load(folder.resolve("none.yaml"), CATALOGUE))
                .withMessageContaining("none.yaml: cannot be read");
    }
}
