package relevo.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.words.Text;

class GradeArgumentsTest {

    @Test
    @DisplayName("a folder is enough")
    void folder() {
        var asked = GradeArguments.of("deliveries");

        assertThat(asked.deliveries()).isEqualTo(Path.of("deliveries"));
        assertThat(asked.into()).isEqualTo(Path.of("reports/course"));
        assertThat(asked.limits()).isEqualTo(Limits.USUAL);
        assertThat(asked.sandbox()).isTrue();
        assertThat(asked.wants("any")).isTrue();
    }

    @Test
    @DisplayName("options, in any order")
    void options() {
        var asked = GradeArguments.of("--only", "a,b", "list.yaml", "--up-limit", "5", "--no-sandbox", "--rubric", "edition-2022", "--again", "failed");

        assertThat(asked.wants("c")).isFalse();
        assertThat(asked.limits().up()).isEqualTo(Duration.ofMinutes(5));
        assertThat(asked.limits().judging()).isEqualTo(Limits.USUAL.judging());
        assertThat(asked.sandbox()).isFalse();
        assertThat(asked.rubric()).contains("edition-2022");
        assertThat(asked.again("a", graded(Text.same("")))).isFalse();
        assertThat(asked.again("a", graded(Text.of("No arrancó.", "It did not start.")))).isTrue();
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
