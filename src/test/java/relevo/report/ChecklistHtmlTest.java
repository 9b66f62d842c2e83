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
import relevo.testing.Markup;
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
    @DisplayName("the commonest failing delivery: the page opens with the one root, Spanish first, and eight rows only say that they wait for it")
    void startHere(@TempDir Path reports) {
        var html = ChecklistHtml.render(Samples.withoutStatistics(), reports);
        var start = html.substring(html.indexOf("<section class=\"start\""));
        start = start.substring(0, start.indexOf("</section>"));

        assertThat(html.indexOf("<section class=\"start\"")).isPositive().isLessThan(html.indexOf("<section class=\"group\""));
        assertThat(start.split("<li ", -1)).as("one root").hasSize(2);
        assertThat(start).contains("href=\"#G3.1\"").doesNotContain("href=\"#B2\"").containsSubsequence(
                "<span class=\"es\" lang=\"es\">Empiece por aquí</span><span class=\"en\" lang=\"en\">Start here</span>",
                "0.15 perdidos · 0.85 en espera", "0.15 lost · 0.85 waiting", "En 192.168.56.10:8404 nadie escucha.", "Publique el puerto 8404.",
                "De esto dependen: G3.2, G3.3, B1, B2, B7, B3, B5, L1.", "G3.2, G3.3, B1, B2, B7, B3, B5, L1 wait for this.");
        for (var id : List.of("G3.2", "G3.3", "B1", "B2", "B7", "B3", "B5", "L1")) {
            assertThat(row(html, id)).contains("class=\"row waits\"", ">Espera a G3.1<", ">Waits for G3.1<")
                    .doesNotContain("class=\"findings\"", "Arregle primero");
        }
        assertThat(html).doesNotContain("Sin estadísticas no se sabe");
        Markup.assertBalanced(html.replaceAll("(?s)<script>.*?</script>", ""));
    }

    @Test
    @DisplayName("a delivery with nothing in the way has nothing to start with")
    void nothingToStartWith(@TempDir Path reports) {
        assertThat(ChecklistHtml.render(Samples.allMet(), reports)).doesNotContain("class=\"start\"");
        assertThat(ChecklistHtml.render(Samples.notStarted(), reports)).doesNotContain("class=\"start\"");
    }

    @Test
    @DisplayName("no command is wider than its column: columns may shrink below what stands in them, and a command is broken")
    void narrow() {
        assertThat(page).contains(".row { display: grid; grid-template-columns: 2rem minmax(0, 1fr) 5.5rem;",
                ".findings div { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr);")
                .containsPattern("\\.command code \\{[^}]*overflow-wrap: anywhere")
                .doesNotContainPattern("grid-template-columns:[^;]*[ (]1fr [0-9]");
    }

    @Test
    @DisplayName("the figures of a test are folded away behind the evidence")
    void tests() {
        var b1 = row("B1");

        assertThat(b1.indexOf("n = 200")).isGreaterThan(b1.indexOf("<details class=\"test\">"));
        assertThat(b1).contains("Prueba estadística").doesNotContain("\u2063");
        assertThat(row("B2")).doesNotContain("class=\"test\"");
    }

    @Test
    @DisplayName("what the teacher must decide is shown whole, its points left open, and they stand in the sum")
    void forTheTeacher() {
        assertThat(row("L4")).contains("La califica el docente", "La entrega no trae pruebas de carga.", "Pregunte al equipo", "class=\"blank\"");
        assertThat(page.substring(page.indexOf("class=\"sum\""))).contains("href=\"#L4\"", "href=\"#D1\"").doesNotContain("href=\"#B2\"");
    }

    @Test
    @DisplayName("a common cause stands once in each language")
    void cause(@TempDir Path reports) {
        var html = ChecklistHtml.render(Samples.notStarted(), reports);

        assertThat(html.split("El clúster no arrancó", -1)).hasSize(2);
        assertThat(html.split("The cluster did not start", -1)).hasSize(2);
    }

    private String row(String id) {
        return row(page, id);
    }

    private static String row(String html, String id) {
        var article = Pattern.compile("<article[^>]*id=\"" + Pattern.quote(id) + "\".*?</article>", Pattern.DOTALL).matcher(html);
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
