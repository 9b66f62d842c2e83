package relevo.report.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.report.load.LoadSummary.Breakpoint;
import relevo.report.load.LoadSummary.Point;
import relevo.testing.LoadSamples;

class LoadJsonTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("what is written is read back, to the last digit and the last empty value")
    void roundTrip() throws Exception {
        for (LoadSummary summary : List.of(LoadSamples.rich(), LoadSamples.edited(), LoadSamples.empty(), LoadSamples.named("\"}],</script>\u0000\u202e\n"))) {
            assertThat(LoadJson.read(file(LoadJson.render(summary)))).isEqualTo(summary);
        }
    }

    @Test
    @DisplayName("the same numbers give the same bytes: maps sorted, components in their order, lines ended alike")
    void deterministic() throws Exception {
        String json = LoadJson.render(LoadSamples.rich());
        JsonNode tree = new ObjectMapper().readTree(json);

        assertThat(LoadJson.render(LoadJson.read(file(json)))).isEqualTo(json).endsWith("}\n").doesNotContain("\r");
        assertThat(names(tree)).containsExactly("provenance", "scenarios", "scaling", "limit", "verdicts");
        assertThat(names(tree.at("/provenance/versions"))).containsExactly("Apache", "HAProxy", "JMeter", "Java", "LXD");
        assertThat(names(tree.at("/scenarios/0/latency"))).containsExactly("p50", "p90", "p95", "p99", "max");
        assertThat(names(tree.at("/scenarios/3/errors"))).containsExactly("503", "connection reset", "read timed out");
        assertThat(tree.at("/scenarios/2/errorLimit").isNull()).isTrue();
        assertThat(tree.at("/scenarios/2/backups/activationMs").doubleValue()).isEqualTo(412);
    }

    @Test
    @DisplayName("a number that is none is refused by its place, not written as a word")
    void finite() {
        var sample = LoadSamples.empty();
        var odd = new LoadSummary(sample.provenance(), List.of(), Optional.empty(),
                Optional.of(new Breakpoint("ramp", List.of(new Point(1, Double.NaN, 1, 1, 0, 0)), Optional.empty(), 1, 1, Optional.empty())), List.of());

        assertThatThrownBy(() -> LoadJson.render(odd)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("limit.points[0].achieved")
                .hasMessageContaining("NaN");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("a file that is not a summary is refused by its name, with what is wrong")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not JSON              | <html>                                | line 1
            something else        | {"requirements": []}                  | 'provenance'
            nothing               | ``                                    | No content
            null                  | null                                  | null
            a list                | [1, 2]                                | line 1
            two of them           | {} {}                                 | 'provenance'
            """)
    void refused(String name, String text, String why) throws Exception {
        Path file = file(text);

        assertThatThrownBy(() -> LoadJson.read(file)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(file + " no es un resumen de carga")
                .hasMessageContaining(file + " is not a load summary").hasMessageContaining(why)
                .extracting(Throwable::getMessage).asString().satisfies(message -> assertThat(message.lines()).hasSize(2));
    }

    @ParameterizedTest
    @DisplayName("nor is one that was changed by hand: a field too many, a null, a number that is not finite")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "seed" : 1     | "seed" : 1, "sead" : 2 | sead
            "seed" : 1     | "seed" : null          | seed
            "seed" : 1     | "sead" : 1             | 'seed'
            "ceilingPerSecond" : 0.0 | "ceilingPerSecond" : 1e999 | Infinity
            "ceilingPerSecond" : 0.0 | "ceilingPerSecond" : "NaN" | NaN
            "ceilingPerSecond" : 0.0 | "ceilingPerSecond" : "much" | provenance.ceilingPerSecond
            "scenarios" : [ ] | "scenarios" : [ null ] | scenarios
            """)
    void changed(String from, String to, String why) throws Exception {
        String json = LoadJson.render(LoadSamples.empty());
        assertThat(json).contains(from);
        Path file = file(json.replace(from, to));

        assertThatThrownBy(() -> LoadJson.read(file)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(file.toString())
                .hasMessageContaining(why);
    }

    @Test
    @DisplayName("a file that is not there is told as such")
    void missing() {
        assertThatThrownBy(() -> LoadJson.read(folder.resolve("none.json"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no existe el fichero").hasMessageContaining("none.json");
    }

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("summary.json"), text);
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
