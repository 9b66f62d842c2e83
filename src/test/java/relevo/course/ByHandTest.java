package relevo.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.testing.Untrusted;

class ByHandTest {

    private static final String FORMULA = "=cmd|' /C calc'!A0";
    private static final List<String> TEAMS = List.of("team-01", "equipo ñ", FORMULA, "'=x", "Los, \"dos\"\nde la fila", "x".repeat(10_000));
    private static final Map<String, BigDecimal> WORTH = Map.of("D1", new BigDecimal("1.0"), "B2", new BigDecimal("0.3"), "G1.1", new BigDecimal("0.15"));

    @TempDir
    private Path folder;

    private Map<String, Map<String, BigDecimal>> read(String text) throws IOException {
        return ByHand.read(Files.write(folder.resolve("by-hand.csv"), text.getBytes(StandardCharsets.UTF_8)), TEAMS, WORTH);
    }

    @Test
    @DisplayName("each team has the points of its lines, exactly as written; teams without a line have none")
    void points() throws IOException {
        assertThat(read("team,requirement,points\r\nteam-01,D1,0.85\r\nteam-01,B2,0\r\nequipo ñ,D1,1.0\r\n")).isEqualTo(Map.of(
                "team-01", Map.of("D1", new BigDecimal("0.85"), "B2", BigDecimal.ZERO), "equipo ñ", Map.of("D1", new BigDecimal("1.0"))));
        assertThat(read("team,requirement,points\n")).isEmpty();
    }

    @Test
    @DisplayName("names with commas, quotes and line ends are read as RFC 4180 writes them, also after a byte order mark")
    void quoted() throws IOException {
        assertThat(read("\ufeffteam,requirement,points\r\n\"Los, \"\"dos\"\"\nde la fila\",D1,0.5\r\n" + "x".repeat(10_000) + ",D1,1\r\n"))
                .containsOnlyKeys("Los, \"dos\"\nde la fila", "x".repeat(10_000));
    }

    @Test
    @DisplayName("an apostrophe that kept a name from being a formula is taken off, once")
    void guarded() throws IOException {
        assertThat(read("team,requirement,points\n'" + FORMULA + ",D1,0.5\n")).containsOnlyKeys(FORMULA);
        assertThat(read("team,requirement,points\n" + FORMULA + ",D1,0.5\n")).containsOnlyKeys(FORMULA);
        assertThat(read("team,requirement,points\n''=x,D1,0.5\n")).containsOnlyKeys("'=x");
    }

    @Test
    @DisplayName("what a spreadsheet set to Spanish writes is read too")
    void spanish() throws IOException {
        assertThat(read("team;requirement;points\r\nequipo ñ;D1;0,75\r\n")).isEqualTo(Map.of("equipo ñ", Map.of("D1", new BigDecimal("0.75"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "tema-01,D1,1       | :3: team is \"tema-01\": the course has no such team; the nearest is team-01",
        "team-01,d1,1       | :3: requirement is \"d1\": the course has no such requirement; the nearest is D1",
        "team-01,D1,-0.5    | :3: points of D1 is \"-0.5\": write 0 to 1.0, with a decimal point",
        "team-01,D1,mucho   | :3: points of D1 is \"mucho\": write 0 to 1.0, with a decimal point",
        "team-01,D1,1e-1    | :3: points of D1 is \"1e-1\": write 0 to 1.0, with a decimal point",
        "team-01,D1,NaN     | :3: points of D1 is \"NaN\": write 0 to 1.0, with a decimal point",
        "team-01,D1,        | :3: points of D1 is \"\": write 0 to 1.0, with a decimal point, or delete the line",
        "team-01,B2,0.31    | :3: points of B2 is \"0.31\": it is worth 0.3: write 0 to 0.3, with a decimal point",
        "team-01,G1.1,0.15  | :3: \"team-01\" has G1.1 twice, 0.1 and now 0.15: keep one of the lines",
        "team-01,D1,0,5     | :3: \"team-01,D1,0,5\" has 4 fields: write three, team,requirement,points; a name with a comma stands in quotes",
        "team-01            | :3: \"team-01\" has 1 fields: write three, team,requirement,points; a name with a comma stands in quotes"})
    @DisplayName("what is wrong is said in one line, with the file, the line, what is written and what to write")
    void wrong(String line, String message) {
        assertThatThrownBy(() -> read("team,requirement,points\nteam-01,G1.1,0.1\n" + line + "\n")).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder.resolve("by-hand.csv") + message);
    }

    @Test
    @DisplayName("another header, an empty file, another encoding and no file at all are told apart")
    void files() {
        assertThatThrownBy(() -> read("equipo,id,puntos\n")).hasMessageEndingWith(
                "by-hand.csv:1: the first line is \"equipo,id,puntos\": it must be team,requirement,points");
        assertThatThrownBy(() -> read("")).hasMessageEndingWith("by-hand.csv:1: the file is empty: its first line must be team,requirement,points");
        assertThatThrownBy(() -> ByHand.read(Files.write(folder.resolve("latin.csv"), "team,ñ".getBytes(StandardCharsets.ISO_8859_1)), TEAMS, WORTH))
                .hasMessageEndingWith("latin.csv: is not UTF-8 text: save it as \"CSV UTF-8\"");
        assertThatThrownBy(() -> ByHand.read(folder.resolve("no.csv"), TEAMS, WORTH)).isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("no.csv: cannot be read (NoSuchFileException): check the path");
        assertThatThrownBy(() -> ByHand.read(Files.writeString(folder.resolve("none.csv"), "team,requirement,points\nx,D1,1\n"), List.of(), WORTH))
                .hasMessageEndingWith("none.csv:2: team is \"x\": the course has no such team; there is none: delete the line");
    }

    @ParameterizedTest
    @CsvSource({"team-01,D1", "team-01,evil", "evil,D1"})
    @DisplayName("a message that quotes the file acts on no terminal, and is no longer than a few lines")
    void quoting(String team, String id) {
        var evil = "\u001b[2J\u202e\n\u0000" + "y".repeat(100_000);

        var line = "\"" + team.replace("evil", evil) + "\",\"" + id.replace("evil", evil) + "\",\"" + evil + "\"\n";

        assertThatThrownBy(() -> read("team,requirement,points\n" + line))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .satisfies(wrong -> Untrusted.plain(wrong.getMessage()), wrong -> assertThat(wrong.getMessage()).doesNotContain("\n"));
    }
}
