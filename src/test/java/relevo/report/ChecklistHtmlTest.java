package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.Samples.CATALOGUE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import relevo.testing.Samples;
import relevo.verdict.Verdict;
import relevo.words.Text;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChecklistHtmlTest {

    private String page;

    @BeforeAll
    void render(@TempDir Path reports) throws Exception {
        var folder = Files.createDirectories(reports.resolve("evidence/G3.1"));
        Files.write(folder.resolve("stats page.png"), new byte[] {1, 2, 3});
        page = ChecklistHtml.render(Samples.mixed(), reports);
    }

    @Test
    @DisplayName("every requirement stands in both languages, with its repeat command")
    void both() {
        assertThat(CATALOGUE.requirements()).allSatisfy(requirement -> assertThat(page)
                .contains("id=\"" + requirement.id() + "\"", quoted(requirement.title().es()), quoted(requirement.title().en())));
        assertThat(page).contains("<code>mvn verify -Dgroups=B2</code>");
    }

    @Test
    @DisplayName("the language is switched by two inputs and style alone, Spanish first, and each text is marked with its language")
    void languages() {
        assertThat(page).containsPattern("id=\"language-es\"[^>]* checked").doesNotContainPattern("id=\"language-en\"[^>]* checked")
                .contains("#language-es:checked ~ * .en, #language-en:checked ~ * .es { display: none; }");
        assertThat(count("<span class=\"es\" lang=\"es\">")).isEqualTo(count("<span class=\"en\" lang=\"en\">")).isGreaterThan(100);
    }

    @Test
    @DisplayName("it asks for nothing from anywhere: no address in an attribute or in the style, and a policy that forbids it")
    void alone() {
        assertThat(page).contains("default-src 'none'").doesNotContainPattern("(src|href)\\s*=\\s*[\"']?(https?:)?//")
                .doesNotContainPattern("url\\(|@import|<link|<iframe");
    }

    @Test
    @DisplayName("a state is told by a symbol and by words, not by colour alone")
    void states() {
        var b2 = row("B2");

        assertThat(b2).contains("✗", "No se cumple", "Not met", "Se esperaba", "Qué mirar");
        assertThat(row("L2")).contains("?", "No se pudo comprobar", "Motivo");
        assertThat(row("G3.3")).contains("–", "No aplica");
    }

    @Test
    @DisplayName("pictures travel inside the page; other evidence, and pictures that are not there, are links that stay in the folder")
    void evidence() {
        assertThat(row("G3.1")).contains("src=\"data:image/png;base64,AQID\"", "href=\"evidence/G3.1/stats%20page.png\"", "href=\"evidence/G3.1/stats.csv\"");
        assertThat(row("B2")).contains("href=\"evidence/B2/plot.svg\"").doesNotContain("<img");
    }

    @Test
    @DisplayName("G4 shows that the nodes stand in, and D1 leaves its points open")
    void notes() {
        assertThat(row("G4")).contains("la representa un contenedor");
        assertThat(row("D1")).contains("La califica el docente", "/ 1.0").doesNotContain("<b>0");
    }

    @Test
    @DisplayName("no text from outside becomes markup, an attribute, a script or a link elsewhere")
    void untrusted(@TempDir Path reports) {
        var bad = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>\u202e";
        var verdict = Verdict.notMet(Text.same(bad), Text.same(bad), Text.same(bad));
        var links = List.of("javascript:alert(3)", "//evil.example/x", "../../etc/passwd", "http://evil.example/", "a\"onclick=\"x");

        var html = ChecklistHtml.render(Samples.checklist(List.of(new Result("B2", verdict, 1, links, bad))), reports);

        assertThat(html).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert", "<img src=x", "\u202e")
                .doesNotContainPattern("href=\"(javascript:|//|http:|\\.\\.)")
                .doesNotContainPattern("<[^>]* onclick");
        assertThat(html).contains("href=\"javascript%3Aalert%283%29\"", "href=\"evil.example/x\"", "href=\"etc/passwd\"");
    }

    @Test
    @DisplayName("a picture outside the folder is not taken in, not even through a link")
    void outside(@TempDir Path folder) throws Exception {
        var reports = Files.createDirectory(folder.resolve("reports"));
        Files.write(folder.resolve("secret.png"), new byte[] {7});
        Files.createSymbolicLink(reports.resolve("link.png"), folder.resolve("secret.png"));

        assertThat(Evidence.of(reports, "../secret.png").image()).isEmpty();
        assertThat(Evidence.of(reports, "link.png").image()).isEmpty();
    }

    @Test
    @DisplayName("a common cause stands once in each language")
    void cause(@TempDir Path reports) {
        var html = ChecklistHtml.render(Samples.notStarted(), reports);

        assertThat(html.split("El clúster no arrancó", -1)).hasSize(2);
        assertThat(html.split("The cluster did not start", -1)).hasSize(2);
    }

    private String row(String id) {
        var article = Pattern.compile("<article[^>]*id=\"" + Pattern.quote(id) + "\".*?</article>", Pattern.DOTALL).matcher(page);
        assertThat(article.find()).as("a row " + id).isTrue();
        return article.group();
    }

    private long count(String text) {
        return Pattern.compile(text, Pattern.LITERAL).matcher(page).results().count();
    }

    private static String quoted(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
