package relevo.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.report.load.Difference.Wish;
import relevo.testing.LoadSamples;
import relevo.testing.Markup;
import relevo.words.Text;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparePageTest {

    private final String page = ComparePage.render(LoadSamples.rich(), LoadSamples.edited());

    @Test
    @DisplayName("it needs nothing from anywhere, and its markup and drawings are well formed")
    void alone() throws Exception {
        Markup.assertBalanced(page);
        assertThat(Markup.drawings(page)).filteredOn(drawing -> drawing.getAttribute("role").equals("img")).hasSize(4 + 1);
        assertThat(Markup.outside(page)).isEmpty();
        assertThat(page).contains("default-src 'none'").doesNotContain("<script");
    }

    @Test
    @DisplayName("where both come from stands side by side")
    void provenance() {
        assertThat(page).contains("3f9c2a71b0de", "91d0447be2aa", "7a55e4e+").doesNotContain("class=\"notice\"");
    }

    @Test
    @DisplayName("verdicts that changed come first, each with what was seen before and after")
    void verdicts() {
        assertThat(Pattern.compile("<article class=\"row (\\w+)\">.*?<span class=\"id\">(\\w+)</span>", Pattern.DOTALL).matcher(page).results()
                .map(article -> article.group(2) + " " + article.group(1))).containsExactly("L1 worse", "L2 better", "L3 other", "B2 same");
        assertThat(page).contains("p95 fue 210 ms", "p95 fue 431 ms", "No se juzgó", "Not judged");
    }

    @Test
    @DisplayName("a scenario's figures stand with their difference and whether that is better or worse")
    void figures() {
        assertThat(row("stress", "p95")).contains("296\u00a0ms", "474\u00a0ms", "+177.6\u00a0ms", "▼", "peor", "worse");
        assertThat(row("stress", "De los respaldos")).contains("35.4\u00a0%", "29.0\u00a0%", "−6.4\u00a0pp", "distinto", "different");
        assertThat(row("failover", "Fallidas")).contains("2.4\u00a0%", "0.0\u00a0%", "−2.4\u00a0pp", "▲", "mejor", "better");
        assertThat(row("failover", "Tardaron en entrar")).contains("<td>—</td><td>—</td>", "igual");
        assertThat(row("average", "p99")).contains("223\u00a0ms", "igual", "same");
        assertThat(page).contains("Solo antes: soak.", "Only before: soak.")
                .containsPattern("(?s)class=\"line before\" d=\"M[^\"]+\"/>\\s*<path class=\"line after\" d=\"M");
    }

    @ParameterizedTest(name = "{0} {1}: {2} to {3} is {4}")
    @DisplayName("a difference counts above a tenth and above the least of its kind, and not at them")
    @CsvSource({
            "LATENCY, LESS, 40, 45, SAME", "LATENCY, LESS, 40, 45.1, WORSE", "LATENCY, LESS, 200, 220, SAME", "LATENCY, LESS, 200, 221, WORSE",
            "LATENCY, LESS, 200, 179, BETTER",
            "PART, LESS, 0, 0.01, SAME", "PART, LESS, 0, 0.011, WORSE", "PART, NEITHER, 0.3, 0.4, OTHER", "PART, NEITHER, 0.3, 0.32, SAME",
            "RATE, MORE, 60, 50, WORSE", "RATE, MORE, 50, 60, BETTER", "RATE, MORE, 2, 2.4, SAME", "REACTION, LESS, 400, 640, SAME",
            "REACTION, LESS, 400, 660, WORSE"})
    void rule(Quantity quantity, Wish wish, double before, double after, Trend change) {
        assertThat(Difference.of(Text.same("it"), quantity, wish, before, after).change()).isEqualTo(change);
    }

    @Test
    @DisplayName("a figure that only one run has is different, and has no difference")
    void missing() {
        var one = Difference.of(Text.same("it"), Quantity.REACTION, Wish.LESS, Optional.empty(), Optional.of(400.0));

        assertThat(one).extracting(Difference::before, Difference::after, Difference::apart, Difference::change)
                .containsExactly("—", "0.4\u00a0s", "", Trend.OTHER);
    }

    @Test
    @DisplayName("a run compared with itself is the same all over, and the page says that haproxy.cfg is too")
    void itself() {
        var view = new CompareView(LoadSamples.rich(), LoadSamples.rich());

        assertThat(view.verdicts()).hasSize(4).allMatch(verdict -> verdict.change() == Trend.SAME);
        assertThat(view.pairs()).hasSize(5).allSatisfy(pair -> assertThat(view.differences(pair)).allMatch(row -> row.change() == Trend.SAME));
        assertThat(view.cautions()).extracting(Text::en).containsExactly("haproxy.cfg is the same in both: what differs does not come from it.");
        assertThat(ComparePage.render(LoadSamples.empty(), LoadSamples.empty())).satisfies(Markup::assertBalanced).doesNotContain("<table", "<figure");
    }

    @Test
    @DisplayName("no text from outside becomes markup")
    void untrusted() throws Exception {
        String html = ComparePage.render(LoadSamples.named("<script>alert(1)</script>"), LoadSamples.named("<script>alert(1)</script>"));

        Markup.assertBalanced(html);
        assertThat(html).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
    }

    @Test
    @DisplayName("the command takes files or folders, writes the page where it is told, and says where")
    void command(@TempDir Path folder) throws Exception {
        Path before = Files.createDirectory(folder.resolve("the first one"));
        Files.writeString(before.resolve("summary.json"), LoadJson.render(LoadSamples.rich()));
        Path after = Files.writeString(folder.resolve("after.json"), LoadJson.render(LoadSamples.edited()));
        Path written = folder.resolve("new/page.html");
        var out = new ByteArrayOutputStream();

        assertThat(Compare.run(print(out), print(new ByteArrayOutputStream()), before.toString(), after.toString(), written.toString())).isZero();

        assertThat(written).hasContent(page);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("La comparación está en " + written, "The comparison is in " + written);
    }

    @Test
    @DisplayName("bad input ends with status 2 and one line in each language")
    void refused(@TempDir Path folder) throws Exception {
        Path good = Files.writeString(folder.resolve("good.json"), LoadJson.render(LoadSamples.empty()));
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"score\": 4.0}");

        assertThat(refusal()).startsWith("uso: ").contains("usage: bin/compare-load");
        assertThat(refusal(good.toString())).startsWith("uso: ");
        assertThat(refusal(good.toString(), folder.toString())).contains("no existe el fichero " + folder.resolve("summary.json"));
        assertThat(refusal(good.toString(), bad.toString())).contains(bad + " no es un resumen de carga", bad + " is not a load summary");
        assertThat(refusal(good.toString(), good.toString(), good + "/page.html")).contains("no se puede escribir la comparación");
    }

    private static String refusal(String... args) {
        var err = new ByteArrayOutputStream();
        assertThat(Compare.run(print(new ByteArrayOutputStream()), print(err), args)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(2).noneMatch(line -> line.contains("\tat "));
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private String row(String scenario, String name) {
        var row = Pattern.compile("<h2>" + scenario + "</h2>.*?<tr class=\"\\w+\"><th scope=\"row\" class=\"words\"><span class=\"es\" lang=\"es\">" + name
                + "</span>.*?</tr>", Pattern.DOTALL).matcher(page);
        assertThat(row.find()).as("%s of %s", name, scenario).isTrue();
        return row.group().substring(row.group().lastIndexOf("<tr "));
    }
}
