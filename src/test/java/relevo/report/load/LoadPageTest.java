package relevo.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Element;
import relevo.observation.Event;
import relevo.observation.FaultTrial;
import relevo.report.chart.Chart;
import relevo.testing.LoadSamples;
import relevo.testing.Markup;
import relevo.testing.Scene;
import relevo.words.Text;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadPageTest {

    private static final Pattern FIGURE = Pattern.compile("\\d[\\d,.]*\\d|\\d");

    private final LoadSummary rich = LoadSamples.rich();
    private final String page = LoadPage.render(rich);

    @Test
    @DisplayName("it needs nothing from anywhere: no address that leaves the reports, no script, and a policy that forbids both")
    void alone() {
        assertThat(page).contains("default-src 'none'; style-src 'unsafe-inline'\"")
                .doesNotContain("<script", "<link", "<img", "@import", "http://", "https://");
        assertThat(Markup.outside(page)).isEmpty();
        assertThat(Pattern.compile("url\\(([^)]*)\\)").matcher(page).results().map(url -> url.group(1))).containsOnly("#rising", "#falling", "#crossed");
    }

    @Test
    @DisplayName("what faults of one server cost has a table, where any were tried, and what a delivery calls its servers is text there")
    void faults() {
        var bad = new FaultTrial(Event.Kind.KILL, "<b>", FaultTrial.Fate.PLAYED, "",
                new Scene().serve(9, "web2").event("kill", "<b>").fail(3, 502, "").serve(9, "web2").seen());
        String html = LoadPage.render(rich, List.of(bad), java.util.Optional.empty());

        Markup.assertBalanced(html);
        assertThat(html).contains("container killed at once", "3 / 21", "&lt;b").doesNotContain("<b>3", "<td class=\"words\"><b>");
        assertThat(page).doesNotContain("container killed at once");
    }

    @Test
    @DisplayName("the markup is balanced and its drawings are XML, each with a title, a role and what a reader who cannot see it is told")
    void wellFormed() throws Exception {
        Markup.assertBalanced(page);
        List<Element> charts = Markup.drawings(page).stream().filter(drawing -> drawing.getAttribute("role").equals("img")).toList();

        assertThat(charts).hasSize(5 * 4 + 1 + 2 + 2 + 2).allSatisfy(chart -> {
            assertThat(chart.getAttribute("aria-label")).contains(" · ").isEqualTo(chart.getElementsByTagName("title").item(0).getTextContent());
            assertThat(chart.getAttribute("viewBox")).matches("-?[0-9.]+ -?[0-9.]+ [0-9.]+ [0-9.]+");
            assertThat(elements(chart, "path").map(path -> path.getAttribute("d"))).isNotEmpty().allMatch(path -> path.matches("[MLZa0-9 .-]*"));
        });
    }

    @Test
    @DisplayName("every number of the headline stands in both languages, and is the run's own")
    void headline() {
        List<Text> lines = new LoadView(rich, List.of()).headline();

        assertThat(lines).hasSize(3).allSatisfy(line -> {
            assertThat(page).contains("<span class=\"es\" lang=\"es\">" + line.es() + "</span><span class=\"en\" lang=\"en\">" + line.en() + "</span>");
            assertThat(figures(line.es())).isNotEmpty().containsExactlyInAnyOrderElementsOf(figures(line.en()));
        });
        assertThat(figures(lines.get(0).en())).containsExactlyInAnyOrder("5", "6006", "19", "0.3");
        assertThat(figures(lines.get(1).en())).containsExactly("80.4", "76.2", "86.9", "80.0");
    }

    @Test
    @DisplayName("a language is switched off in the drawings too: whatever differs stands there once in each")
    void languages() throws Exception {
        assertThat(count("<span class=\"es\" lang=\"es\">")).isEqualTo(count("<span class=\"en\" lang=\"en\">")).isGreaterThan(300);
        for (Element drawing : Markup.drawings(page)) {
            assertThat(elements(drawing, "text").filter(text -> text.getAttribute("class").endsWith(" es")).count())
                    .isEqualTo(elements(drawing, "text").filter(text -> text.getAttribute("class").endsWith(" en")).count());
        }
        assertThat(page).contains(">peticiones/s</text>", ">requests/s</text>", ">entran los respaldos</text>", ">the backups join</text>");
    }

    @Test
    @DisplayName("a verdict is told by symbol and words, with its remedy, and leads to its scenarios and files")
    void verdicts() {
        assertThat(article("L2")).contains("✗", "No se cumple", "Not met", "Fallaron 19 de 800", "19 of 800", "option redispatch",
                "href=\"#scenario-failover\"",
                "href=\"../evidence/L2/haproxy.log\"");
        assertThat(article("B2")).contains("✓", "href=\"../evidence/B2/observation%20stress.json\"").doesNotContain("Qué mirar");
        assertThat(article("L3")).contains("No se pudo comprobar", "Could not check");
        assertThat(page).contains("id=\"scenario-failover\"", "href=\"failover/results.jtl\"", "href=\"../evidence/load/failover.json\"");
    }

    @Test
    @DisplayName("a scenario shows its figures, marks what is beyond its limit, says its doubt, and whether Little's law holds")
    void scenario() {
        assertThat(section("average")).contains("20.0/s", "204\u00a0ms", "límite 250\u00a0ms", "No falló ninguna petición", "They agree.")
                .doesNotContain("class=\"wrong\"");
        assertThat(section("failover")).contains("class=\"wrong\"", "19 (2.4\u00a0%)", "They disagree", ">read timed out</text>", ">503</text>")
                .doesNotContain("No request failed");
        assertThat(section("soak")).contains("class=\"notice\"", "El generador se retrasó 87 ms", "class=\"wrong\"", "<ol class=\"key\">");
        assertThat(section("stress")).contains("class=\"area backup-0\"", "class=\"area production-0\"", "35.4\u00a0%", "412\u00a0ms");
    }

    @Test
    @DisplayName("the limits of the system: the law with its curve, the backups beside what they should serve, the saturation point in its band")
    void limits() {
        assertThat(page).contains("N = 8: producción llena", "N = 8: production full", "class=\"line law\"", "σ\u00a0=\u00a00.0120",
                "class=\"area saturation\"", "satura en 80.4/s", "saturates at 80.4/s");
        assertThat(page).containsPattern("<th "
                + "scope=\"row\">16</th><td>[0-9.]+/s</td>(\\s*<td>[^<]*</td>){3}\\s*<td>48.2\u00a0%</td><td>50.0\u00a0%</td><td>−1.8</td>"
                + "<td class=\"words\">web1 160, web2 160, backup1 149, backup2 149</td>");
    }

    @Test
    @DisplayName("bars and columns are as long as what they stand for")
    void proportion() {
        Chart errors = charts("failover").get(4);
        Chart shares = charts("average").get(2);

        assertThat(errors.shapes().get(0).path()).startsWith("M0 20L390 20").contains("M0 58L130 58", "M0 96L97.5 96");
        assertThat(shares.shapes().stream().filter(shape -> shape.css().endsWith("production-0")).findFirst().orElseThrow().path())
                .as("10 of 25 on 190, from the ground").startsWith("M0 114L0 114").endsWith("L0 190Z");
    }

    @Test
    @DisplayName("nothing is drawn of a run without anything in it, and that is said")
    void empty() {
        String nothing = LoadPage.render(LoadSamples.empty());

        Markup.assertBalanced(nothing);
        assertThat(nothing).contains("No se ejecutó ningún escenario", "No scenario was played", "fuera de un repositorio")
                .doesNotContain("<figure", "<table", "NaN", "Infinity");
    }

    @Test
    @DisplayName("no text from outside becomes markup, an attribute or a link elsewhere")
    void untrusted() throws Exception {
        for (String bad : List.of("\"'><script>alert(1)</script><img src=x onerror=alert(2)>\u202e", "</title></svg><b onclick=\"x\">", "&lt;b&gt; ]]> <!--")) {
            String html = LoadPage.render(LoadSamples.named(bad));

            Markup.assertBalanced(html);
            Markup.drawings(html);
            assertThat(Markup.outside(html)).isEmpty();
            assertThat(html).doesNotContain("<script", "<img", "<b onclick", "<!--", "\u202e")
                    .doesNotContainPattern("<[a-z][^>\"]*(\"[^\"]*\"[^>\"]*)* onclick");
            assertThat(html).contains("href=\"javascript%3Aalert%281%29/x\"", "href=\"../etc/passwd\"");
        }
    }

    @Test
    @DisplayName("figures read alike on a machine of another country")
    void locale() {
        Locale own = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(LoadPage.render(rich)).isEqualTo(page);
        } finally {
            Locale.setDefault(own);
        }
    }

    private List<Chart> charts(String name) {
        return rich.scenarios().stream().filter(scenario -> scenario.name().equals(name)).map(scenario -> new ScenarioCharts(scenario).all()).findFirst()
                .orElseThrow();
    }

    private static Stream<Element> elements(Element drawing, String name) {
        var found = drawing.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private String article(String id) {
        return part("<article[^>]*id=\"" + id + "\".*?</article>");
    }

    private String section(String scenario) {
        return part("<section[^>]*id=\"scenario-" + scenario + "\".*?</section>");
    }

    private String part(String pattern) {
        var part = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(part.find()).as(pattern).isTrue();
        return part.group();
    }

    private static List<String> figures(String text) {
        return FIGURE.matcher(text).results().map(MatchResult::group).toList();
    }

    private long count(String text) {
        return Pattern.compile(text, Pattern.LITERAL).matcher(page).results().count();
    }
}
