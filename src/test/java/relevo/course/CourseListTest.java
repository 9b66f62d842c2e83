package relevo.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseListTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("each folder within a folder is a delivery that is brought up, by name; hidden ones and files are none")
    void aFolder() throws IOException {
        for (var name : new String[] {"b", "a ñ", ".git", "z\u202e\u001b[2J"}) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.writeString(folder.resolve("notes.txt"), "");

        var listed = CourseList.read(folder);

        assertThat(listed).extracting(Listed::team).containsExactly("a ñ", "b", "z··[2J");
        assertThat(listed).allMatch(Listed::up);
        assertThat(listed.get(1).delivery()).isEqualTo(folder.resolve("b").toAbsolutePath());
    }

    @Test
    @DisplayName("a list says where each is, from where it lies itself")
    void aList() throws IOException {
        Files.createDirectories(folder.resolve("in/one"));
        Files.writeString(folder.resolve("in/ssh_config"), "");
        Files.writeString(folder.resolve("in/two.yaml"), "");
        var list = Files.writeString(folder.resolve("course.yaml"), """
                teams:
                  - { team: Equipo 1, delivery: in/one }
                  - { team: two, delivery: in/ssh_config, mapping: in/two.yaml }
                  - { team: three, delivery: in/one, up: false }
                """);

        var listed = CourseList.read(list);

        assertThat(listed).extracting(Listed::up).containsExactly(true, false, false);
        assertThat(listed.get(1).mapping()).contains(folder.resolve("in/two.yaml").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"teams: [{team: a}]|'delivery' is missing", "teams: [{team: a, delivery: nowhere}]|there is no ",
        "teams: [{team: a, delivery: ., color: red}]|color", "teams: [{team: a, delivery: .}, {team: a, delivery: .}]|stands there twice",
        "teams: []|has 0 deliveries", "teams: [{team: a, delivery: ., up: perhaps}]|perhaps", "teams: 3|teams", "'- ]['|YAML",
        "teams: [{team: a, delivery: ., mapping: none.yaml}]|none.yaml cannot be read"})
    @DisplayName("a list that will not do is told with the entry")
    void refused(String text, String message) throws IOException {
        var list = Files.writeString(folder.resolve("course.yaml"), text);

        assertThatThrownBy(() -> CourseList.read(list)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    @DisplayName("what is neither is told")
    void nothing() {
        assertThatThrownBy(() -> CourseList.read(folder.resolve("absent"))).hasMessageContaining("give a folder of deliveries");
    }

    @Test
    @DisplayName("a team's folder is safe in a path and its own")
    void folders() {
        assertThat(CourseList.folder("team-07")).isEqualTo("team-07");
        assertThat(CourseList.folder("../../etc")).matches("etc-[0-9a-f]{8}");
        assertThat(CourseList.folder("equipo ñ")).matches("equipo--[0-9a-f]{8}").isNotEqualTo(CourseList.folder("equipo ü"));
        assertThat(CourseList.folder("x".repeat(300)).length()).isLessThan(80);
        assertThat(CourseList.folder("..")).matches("-[0-9a-f]{8}");
    }
}
