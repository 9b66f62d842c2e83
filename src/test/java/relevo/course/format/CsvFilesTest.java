package relevo.course.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.course.Team;
import relevo.course.format.StudentRoster.Student;
import relevo.testing.CourseSamples;
import relevo.testing.TeamSamples;
import relevo.testing.Untrusted;

class CsvFilesTest {

    static final List<String> HOSTILE = TeamSamples.HOSTILE;
    private static final List<Team> THREE = CourseSamples.three();
    private static final StudentRoster CANVAS = new StudentRoster("r.csv", List.of("student", "ID", "SIS Login ID", "Section", "Email"), List.of(
            new Student(2, "equipo ñ", List.of("Núñez, Ana", "007", "ana", "A", "ana@example.org")),
            new Student(3, "team-01", List.of("Paz, Eva", "008", "eva", "B", "eva@example.org")),
            new Student(4, "team-01", List.of("=Gil, Leo", "009", "leo", "B", "leo@example.org"))), List.of());
    private static final StudentRoster MOODLE = new StudentRoster("r.csv", List.of("Correo", "ID number"), List.of(
            new Student(2, "equipo ñ", List.of("ana@example.org", "0042")), new Student(3, "team-01", List.of("eva@example.org", "-7"))), List.of());

    private static List<List<String>> read(String csv) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv.startsWith(Csv.BOM) ? csv.substring(1) : csv)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String cell(List<List<String>> table, int line, String column) {
        return table.get(line).get(table.get(0).indexOf(column));
    }

    /** As a spreadsheet whose decimals have a comma opens it too: with cells between semicolons. */
    private static void requireNoFormula(String csv) {
        for (var line : read(csv)) {
            for (var cell : line) {
                assertThat(cell).doesNotContainPattern("^[\\s\\p{Z}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\t\\r]").doesNotContain("\n", "\r", "\t");
            }
        }
        for (var part : csv.split("[;\r\n]")) {
            assertThat(part).doesNotContainPattern("^[\\s\\p{Z}\"]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]");
        }
    }

    @Test
    @DisplayName("a grade is empty and not 0 while something is open, with what is earned and open beside it")
    void grades() {
        var csv = GradesCsv.render(THREE);
        var table = read(csv);

        assertThat(csv).startsWith("\uFEFFteam,earned,open,grade,G1.1,G1.2,").endsWith("\r\n");
        assertThat(table).hasSize(4).allSatisfy(line -> assertThat(line).hasSize(4 + THREE.get(0).cells().size()));
        assertThat(table.get(1).subList(0, 4)).containsExactly("team-01", "5.0", "0.0", "5.0");
        assertThat(table.get(2).subList(0, 4)).containsExactly("equipo ñ", "3.2", "1.5", "");
        assertThat(List.of("B1", "B2", "G1.1", "G1.2", "S1", "D1").stream().map(id -> cell(table, 2, id))).containsExactly("0.1", "0.0", "", "", "", "");
        assertThat(table.get(3).subList(0, 4)).containsExactly("'=cmd|' /C calc'!A0", "0.0", "5.0", "");
        assertThat(table.get(3).subList(4, table.get(3).size())).containsOnly("");
    }

    @Test
    @DisplayName("the teacher's points win")
    void byHand() {
        var table = read(GradesCsv.render(List.of(TeamSamples.corrected())));

        assertThat(List.of("grade", "B2", "G1.1", "D1").stream().map(id -> cell(table, 1, id))).containsExactly("4.05", "0.0", "0.15", "0.5");
    }

    @Test
    @DisplayName("Moodle: a line for each student with the roster's own columns, otherwise for each team")
    void moodle() {
        var students = read(MoodleCsv.render(THREE, Optional.of(MOODLE)));
        assertThat(students.get(0)).containsExactly("Correo", "ID number", "team", "earned", "open", "grade", "feedback");
        assertThat(students.get(1).subList(0, 6)).containsExactly("ana@example.org", "0042", "equipo ñ", "3.2", "1.5", "");
        assertThat(students.get(2).subList(0, 6)).containsExactly("eva@example.org", "'-7", "team-01", "5.0", "0.0", "5.0");
        assertThat(students).hasSize(3);
        assertThat(students.get(1).get(6)).contains("Empiece por: B2, G1.1.", "Start with: B2, G1.1.");

        var teams = read(MoodleCsv.render(THREE, Optional.empty()));
        assertThat(teams.stream().map(line -> line.get(0))).containsExactly("team", "team-01", "equipo ñ", "'=cmd|' /C calc'!A0");
        assertThat(MoodleCsv.render(THREE, Optional.empty())).doesNotStartWith(Csv.BOM);
    }

    @Test
    @DisplayName("Canvas: its five columns and one assignment, whose points stand in the second line")
    void canvas() {
        var table = read(CanvasCsv.render(THREE, Optional.of(CANVAS), "Relevo (123)"));
        assertThat(table.get(0)).containsExactly("Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Relevo (123)");
        assertThat(table.get(1)).containsExactly("    Points Possible", "", "", "", "", "5.0");
        assertThat(table.get(2)).containsExactly("Núñez, Ana", "007", "", "ana", "A", "");
        assertThat(table.get(3)).containsExactly("Paz, Eva", "008", "", "eva", "B", "5.0");
        assertThat(table.get(4).get(0)).isEqualTo("'=Gil, Leo");

        var teams = read(CanvasCsv.render(THREE, Optional.empty(), "Relevo"));
        assertThat(teams.get(3)).containsExactly("equipo ñ", "", "", "", "", "");
        assertThat(read(CanvasCsv.render(THREE.subList(1, 3), Optional.empty(), "Relevo")).get(1).get(5)).isEqualTo("5.0");
        assertThat(read(CanvasCsv.render(THREE, Optional.of(MOODLE), "Relevo"))).isEqualTo(teams);
        assertThat(CanvasCsv.render(THREE, Optional.empty(), "Relevo")).startsWith("Student,ID,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Final Grade", "Section"})
    @DisplayName("Canvas: a title that it would pass over is refused")
    void title(String title) {
        assertThatThrownBy(() -> CanvasCsv.render(THREE, Optional.empty(), title)).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("canvas.csv").hasMessageContaining("\"" + title.strip() + "\"");
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    @DisplayName("no cell is a formula, whatever a stranger is called, and what is read back has its columns")
    void hostile(String word) {
        var teams = List.of(TeamSamples.hostile(word));
        var roster = Optional.of(new StudentRoster("r.csv", List.of(word, "ID"), List.of(new Student(2, word, List.of(word, word))), List.of()));
        for (var csv : List.of(GradesCsv.render(teams).substring(1), MoodleCsv.render(teams, roster), CanvasCsv.render(teams, roster, "x " + word))) {
            Untrusted.harmless(csv.replace("\r\n", "\n"));
            requireNoFormula(csv);
            assertThat(read(csv)).allSatisfy(line -> assertThat(line).hasSameSizeAs(read(csv).get(0)));
        }
    }

    @Test
    @DisplayName("a cell that is no formula stays as it is")
    void plain() {
        assertThat(List.of("equipo ñ", "4.25", "", "ana@example.org", "a-b", "x = y", "    Points Possible", "a; b")).allSatisfy(
                text -> assertThat(Csv.cell(text)).isEqualTo(text));
        assertThat(List.of("\t=1", " @x", "a;-1", "＝1", "\r-1").stream().map(Csv::cell)).containsExactly("' =1", "' @x", "a;'-1", "'＝1", "·-1");
    }
}
