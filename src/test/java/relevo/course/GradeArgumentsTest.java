package relevo.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.testing.Samples;
import relevo.words.Text;

class GradeArgumentsTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("a folder is enough")
    void folder() {
        var asked = GradeArguments.of("deliveries");

        assertThat(asked.deliveries()).isEqualTo(Path.of("deliveries"));
        assertThat(asked.into()).isEqualTo(Path.of("reports/course"));
        assertThat(asked.limits()).isEqualTo(GradingLimits.USUAL);
        assertThat(asked.sandbox()).isTrue();
        assertThat(asked.wants("any")).isTrue();
    }

    @Test
    @DisplayName("options, in any order")
    void options() {
        var asked = GradeArguments.of("--only", "a,b", "list.yaml", "--up-limit", "5", "--no-sandbox", "--rubric", "edition-2022", "--again", "failed");

        assertThat(asked.wants("c")).isFalse();
        assertThat(asked.limits().up()).isEqualTo(Duration.ofMinutes(5));
        assertThat(asked.limits().judging()).isEqualTo(GradingLimits.USUAL.judging());
        assertThat(asked.sandbox()).isFalse();
        assertThat(asked.rubric()).contains("edition-2022");
        assertThat(asked.again("a", graded(Text.same("")))).isFalse();
        assertThat(asked.again("a", graded(Text.of("No arrancó.", "It did not start.")))).isTrue();
    }

    @Test
    @DisplayName("teams with commas, one whose name has one, and one that is none")
    void teams() {
        var listed = List.of("a", "b", "c, d").stream().map(name -> new Listed(name, name, Path.of("x"), true, Optional.empty())).toList();
        var course = new Course(Path.of("c"), listed, Samples.CATALOGUE, Samples.RUBRIC);
        var asked = GradeArguments.of("x", "--only", "a, b", "--only", "c, d", "--again", "failed");

        asked.mustKnow(course);
        assertThat(List.of("a", "b", "c, d")).allMatch(asked::wants);
        assertThat(asked.wants("e")).isFalse();
        assertThatThrownBy(() -> GradeArguments.of("x", "--again", "a,z").mustKnow(course))
                .hasMessageContaining("there is no team \"z\"; there are: a, b, c, d");
    }

    @Test
    @DisplayName("the teams alone, for programs")
    void list() throws IOException {
        for (var name : new String[] {"b", "a \"ñ\""}) {
            Files.createDirectories(folder.resolve(name));
        }
        var said = new ByteArrayOutputStream();

        assertThat(GradeCourse.run(new PrintStream(said, true, StandardCharsets.UTF_8), System.err, "--list", folder.toString())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("[\"a \\\"ñ\\\"\",\"b\"]" + System.lineSeparator());
    }

    private static Graded graded(Text trouble) {
        return new Graded("a", "", "", trouble, "", Map.of());
    }

    @ParameterizedTest
    @CsvSource({"--colour,--colour", "--into,--into needs a value", "--up-limit;0;d,minutes", "--up-limit;x;d,minutes", "--only;--table;d,--only needs a value",
        "a;b,\"b\"", "--table,the folder of the deliveries is missing"})
    @DisplayName("what is not understood is named")
    void refused(String words, String message) {
        assertThatThrownBy(() -> GradeArguments.of(words.split(";"))).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
