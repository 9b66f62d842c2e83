package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.Samples.CATALOGUE;
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
        assertThat(parts[0]).startsWith("# Lista de verificación\n\n**3.0 / 4.0** puntos automáticos").doesNotContain("Checklist");
        assertThat(parts[1].strip()).startsWith("# Checklist\n\n**3.0 / 4.0** automatic points").doesNotContain("Lista de");
        assertThat(parts).allSatisfy(part -> assertThat(rows(part)).hasSize(CATALOGUE.requirements().size()));
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

        assertThat(rows(markdown)).hasSize(2 * CATALOGUE.requirements().size())
                .allSatisfy(row -> assertThat(row.chars().filter(c -> c == '|').count()).isEqualTo(6));
        var cell = rows(markdown).stream().filter(row -> row.contains("**G5**")).findFirst().orElseThrow().split("\\|")[5];
        assertThat(cell.replace("<br>", "")).doesNotContainPattern("[<>`*_\\[\\]!\\\\@$~]").doesNotContain("://", "www.");
    }

    @Test
    @DisplayName("it opens with what to begin with, before any table, and a row that waits says only for whom")
    void startHere() {
        var markdown = ChecklistMarkdown.render(Samples.withoutStatistics());
        var spanish = markdown.substring(0, markdown.indexOf("\n---\n"));

        assertThat(spanish.indexOf("## Empiece por aquí")).isPositive().isLessThan(spanish.indexOf("| Id |"));
        assertThat(spanish.split("\n#### ", -1)).as("one root").hasSize(2);
        assertThat(spanish).contains("#### ❌ G3.1", "- **Puntos:** 0.15 perdidos · 0.85 en espera",
                "- **En espera:** De esto dependen: G3.2, G3.3, B1, B2, B7, B3, B5, L1.");
        assertThat(rows(spanish)).filteredOn(row -> row.contains("Espera a G3.1")).hasSize(8).allMatch(row -> row.endsWith(" |  |"));
        assertThat(markdown).contains("## Start here", "G3.2, G3.3, B1, B2, B7, B3, B5, L1 wait for this.").doesNotContain("Sin estadísticas no se sabe");
    }

    @Test
    @DisplayName("the figures of a test are folded away")
    void tests() {
        var markdown = ChecklistMarkdown.render(Samples.mixed());

        assertThat(rows(markdown)).noneMatch(row -> row.contains("n = 200"));
        assertThat(markdown).containsPattern("<details><summary>Pruebas estadísticas</summary>\\s+- \\*\\*B1:\\*\\* Prueba: n = 200")
                .containsPattern("<details><summary>Statistical tests</summary>\\s+- \\*\\*B1:\\*\\* Test: n = 200").doesNotContain("\u2063");
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
