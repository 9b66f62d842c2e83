package relevo.course.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import relevo.testing.TeamSamples;
import relevo.testing.Untrusted;

class StudentRosterTest {

    static final List<String> HOSTILE = TeamSamples.HOSTILE;
    private static final List<String> TEAMS = List.of("team-01", "team-02", "equipo ñ");

    @TempDir
    private Path folder;

    private StudentRoster read(byte[] bytes) throws IOException {
        return StudentRoster.read(Files.write(folder.resolve("roster.csv"), bytes), TEAMS);
    }

    private StudentRoster read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("a column says the team, whatever its place and language; the others stay as they are")
    void columns() throws IOException {
        var roster = read("\uFEFFCorreo;Equipo;ID number;\r\nana@example.org; equipo n\u0303 ;007;\r\n\r\n\"a;b@example.org\";team-01;;\r\n");

        assertThat(roster.columns()).containsExactly("Correo", "ID number");
        assertThat(roster.students()).extracting(StudentRoster.Student::team).containsExactly("equipo ñ", "team-01");
        assertThat(roster.students().get(0).values()).containsExactly("ana@example.org", "007");
        assertThat(roster.students().get(1).values()).containsExactly("a;b@example.org", "");
        assertThat(read("Email,TEAM\nx@y,team-01\n").columns()).containsExactly("Email");
    }

    @Test
    @DisplayName("teams without students and students without a team are told, and stop nothing")
    void warnings() throws IOException {
        var roster = read("team,Student,ID\n,    Points Possible,\nteam-01,Ana,1\n,Eva,2\n,,\n");

        assertThat(roster.students()).hasSize(1);
        assertThat(roster.warnings(TEAMS)).extracting(warning -> warning.en()).containsExactly(
                "roster.csv: the team \"team-02\" has no students: its grades reach nobody.",
                "roster.csv: the team \"equipo ñ\" has no students: its grades reach nobody.", "roster.csv: line 2: it names no team; left out.",
                "roster.csv: line 4: it names no team; left out.");
        assertThat(read("Student,team\n    Points Possible,\nAna,team-01\n").teamless()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "`Email,ID\\nx,1`                  | line 1: no column \"team\" or \"equipo\" among \"Email, ID\": add one",
        "`team,ID\\nteam-01,1\\ntaem-02,2` | line 3: no team \"taem-02\" in this course: did you mean \"team-02\"?",
        "`team,ID,id\\nteam-01,1,2`        | line 1: the column \"id\" is there twice: delete or rename one",
        "`team,ID,Equipo\\nteam-01,1,2`    | line 1: the column \"Equipo\" is there twice: delete or rename one",
        "`team,Name\\nteam-01,Paz, Eva`    | line 2: \"Eva\" is under no column: put values that have a separator in them between quotes",
        "`team,Name\\nteam-01,\"Paz`       | no CSV",
        "``                                | line 1: it is empty: begin with a heading",
    })
    @DisplayName("a roster that will not do is refused in one line: file, line, value, remedy")
    void refused(String text, String why) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n"))).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("roster.csv: " + why).satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\n"));
    }

    @Test
    @DisplayName("another encoding, too many bytes and no file are refused as well")
    void unreadable() {
        assertThatThrownBy(() -> read("team,Name\nteam-01,Ana\nequipo ñ,Eva\n".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("roster.csv: line 3: the byte 0xf1 is not UTF-8: save the file as \"CSV UTF-8\"");
        assertThatThrownBy(() -> read(new byte[5 * 1024 * 1024 + 1])).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("roster.csv: it has more than 5 MB: ");
        assertThatThrownBy(() -> StudentRoster.read(folder.resolve("none.csv"), TEAMS)).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("none.csv: cannot be read: ");
        assertThatThrownBy(() -> read("team,Name\nteam-01,Ana \u00f1".getBytes(StandardCharsets.UTF_16))).hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> read(new byte[] {'t', 'e', 'a', 'm', '\n', 'x', (byte) 0xC3})).hasMessageContaining("line 2: the byte 0xc3 is not UTF-8");
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    @DisplayName("what a stranger wrote is read, or refused in plain words")
    void hostile(String word) {
        for (var text : List.of("team,ID\n" + word + ",1\n", word + ",team\nx,team-01\n", "ID\n" + word, "\"" + word, word, "team,ID\nteam-01,1," + word)) {
            Untrusted.read(() -> {
                try {
                    return read(text);
                } catch (IOException impossible) {
                    throw new AssertionError(impossible);
                }
            });
        }
    }
}
