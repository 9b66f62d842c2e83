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
import relevo.testing.Samples;

class ByHandTest {

    private static final List<String> TEAMS = List.of("team-01", "a \"b\", c", "=1+1");

    @TempDir
    private Path folder;

    private Map<String, Map<String, BigDecimal>> read(String text) throws IOException {
        return ByHand.read(Files.writeString(folder.resolve("by-hand.csv"), text), TEAMS, Samples.RUBRIC);
    }

    @Test
    @DisplayName("points of teams, whatever they are called and whichever spreadsheet wrote them")
    void points() throws IOException {
        assertThat(read("\ufeffteam,requirement,points\r\nteam-01,D1,1\r\n\"a \"\"b\"\", c\",D1,\"0,5\"\r\n\"'=1+1\",B2,0.25\r\n")).isEqualTo(Map.of(
                "team-01", Map.of("D1", new BigDecimal("1")), "a \"b\", c", Map.of("D1", new BigDecimal("0.5")), "=1+1", Map.of("B2", new BigDecimal("0.25"))));
        assertThat(read("team;requirement;points\nteam-01;D1;0,75\n")).isEqualTo(Map.of("team-01", Map.of("D1", new BigDecimal("0.75"))));
        assertThat(read("team,requirement,points\n")).isEmpty();
        assertThat(read("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {"team-1,D1,1|:2: there is no team \"team-1\"; the nearest is \"team-01\"",
        "team-01,D2,1|the rubric has no \"D2\"; the nearest is ", "team-01,D1,1.5|\"1.5\" points for D1: write 0 to 1.0", "team-01,D1,-1|\"-1\" points",
        "team-01,D1,many|\"many\" points", "team-01,D1|too few or too many cells", "team-01,D1,1,x|too few or too many cells", "team-01,\"D1,1|cannot be read"})
    @DisplayName("a line that will not do is told with its place")
    void refused(String line, String message) {
        assertThatThrownBy(() -> read("team,requirement,points\n" + line + "\n")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("by-hand.csv").hasMessageContaining(message);
    }

    @Test
    @DisplayName("the same twice, another table, another encoding, no file")
    void otherFiles() throws IOException {
        assertThatThrownBy(() -> read("team,requirement,points\nteam-01,D1,1\nteam-01,D1,1\n"))
                .hasMessageContaining(":3: D1 of \"team-01\" stands there twice");
        assertThatThrownBy(() -> read("name,mark\nx,1\n")).hasMessageContaining("its first line must be team,requirement,points");
        var latin = Files.write(folder.resolve("latin.csv"), "team,requirement,points\nñ,D1,1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ByHand.read(latin, TEAMS, Samples.RUBRIC)).hasMessageContaining("is not in UTF-8");
        assertThatThrownBy(() -> ByHand.read(folder.resolve("none.csv"), TEAMS, Samples.RUBRIC)).hasMessageContaining("cannot be read");
    }
}
