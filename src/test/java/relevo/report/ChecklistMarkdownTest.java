package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.Samples.met;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.testing.Samples;

class ChecklistMarkdownTest {

    @Test
    @DisplayName("all of it in Spanish, then all of it in English, each with every requirement")
    void languages() {
        var parts = ChecklistMarkdown.render(Samples.mixed()).split("\n---\n");

        assertThat(parts).hasSize(2);
        assertThat(parts[0]).startsWith("# Lista de verificación\n\n**3.1 / 4.0** puntos automáticos").doesNotContain("Checklist");
        assertThat(parts[1].strip()).startsWith("# Checklist\n\n**3.1 / 4.0** automatic points").doesNotContain("Lista de");
        assertThat(parts).allSatisfy(part -> assertThat(rows(part)).hasSize(27));
    }

    @Test
    @DisplayName("what is not met says what was expected, what was seen, and where to look")
    void detail() {
        assertThat(ChecklistMarkdown.render(Samples.mixed())).contains(
                "- **Se esperaba:** Estado 503 y una página propia", "- **Se vio:** Estado 503 con la página de fábrica", "- **Qué mirar:** errorfile 503",
                "- **Expected:** Status 503 and a custom page", "<code>mvn verify -Dgroups=S1</code>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"|<script>alert(1)</script>", "a\nb | c", "`x` *y* _z_ [l](http://e.example) ![i](x)", "\\|", "@team #12 $x$ ~~s~~",
            "www.e.example"})
    @DisplayName("no name breaks the table, or acts in it")
    void untrusted(String name) {
        var markdown = ChecklistMarkdown.render(Samples.checklist(List.of(met("G5", name, name))));

        assertThat(rows(markdown)).hasSize(54).allSatisfy(row -> assertThat(row.chars().filter(c -> c == '|').count()).isEqualTo(6));
        var cell = rows(markdown).stream().filter(row -> row.contains("**G5**")).findFirst().orElseThrow().split("\\|")[5];
        assertThat(cell.replace("<br>", "")).doesNotContainPattern("[<>`*_\\[\\]!\\\\@$~]").doesNotContain("://", "www.");
    }

    @Test
    @DisplayName("a common cause stands once per language")
    void cause() {
        assertThat(Pattern.compile("The cluster did not start").matcher(ChecklistMarkdown.render(Samples.notStarted())).results().count()).isEqualTo(1);
        assertThat(Pattern.compile("El clúster no arrancó").matcher(ChecklistMarkdown.render(Samples.notStarted())).results().count()).isEqualTo(1);
    }

    private static List<String> rows(String markdown) {
        return markdown.lines().filter(line -> line.matches("\\| .+ \\| \\*\\*[A-Z][0-9.]+\\*\\* .*\\|")).toList();
    }
}
