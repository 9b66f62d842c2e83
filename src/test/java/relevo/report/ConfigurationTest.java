package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.archive.SavedConfiguration;
import relevo.observation.ConfigurationFile;
import relevo.testing.Markup;
import relevo.testing.Samples;
import relevo.testing.Untrusted;
import relevo.verdict.Verdict;
import relevo.words.Text;

@DisplayName("the checklist shows the balancer's configuration, with the lines that findings name")
class ConfigurationTest {

    private static final String MAIN = "/etc/haproxy/haproxy.cfg";
    private static final String SERVERS = "/etc/haproxy/conf.d/servers.cfg";

    @TempDir
    private Path reports;

    private static ConfigurationFile file(String path, String text) {
        return new ConfigurationFile("vm1", "lb", path, text, true, false);
    }

    private static String lines(int count) {
        return String.join("\n", IntStream.rangeClosed(1, count).mapToObj(i -> "line " + i).toList()) + "\n";
    }

    private static Result notMet(String id, String seen, String remedy) {
        return new Result(id, Verdict.notMet(Text.same("expected"), Text.same(seen), Text.same(remedy)), 1, List.of(), "");
    }

    private static Checklist findings() {
        return Samples.checklist(List.of(notMet("B2", "maxconn 10 (/etc/haproxy/haproxy.cfg:3)", "Quite servers.cfg:2."),
                notMet("B4", "inter 10s (haproxy.cfg:3)", ""),
                new Result("L2", Verdict.couldNotCheck(Text.same("see haproxy.cfg:4"), Text.same("")), 1, List.of(), ""),
                Samples.met("G1.1", "as haproxy.cfg:5 says", "as haproxy.cfg:5 says"),
                new Result("B3", Verdict.waitsFor("B2", Text.same("haproxy.cfg:6")), 1, List.of(), "")));
    }

    private String page(Checklist checklist, ConfigurationFile... files) {
        new SavedConfiguration(reports).keep(List.of(files));
        return ChecklistHtml.render(checklist, reports);
    }

    private static String line(String page, String anchor) {
        var found = Pattern.compile("<li id=\"" + anchor + "\".*?</li>", Pattern.DOTALL).matcher(page);
        assertThat(found.find()).as("a line " + anchor).isTrue();
        return found.group();
    }

    @Test
    @DisplayName("a line that a failed row names is marked, in words and with a way back; the row's reference leads to it; folded, whole, in both languages")
    void marked() {
        var page = page(findings(), file(MAIN, lines(8)), file(SERVERS, lines(2)));

        assertThat(page).contains("<details class=\"configuration\" id=\"configuration\">", "Su haproxy.cfg", "Your haproxy.cfg", "3 líneas señaladas",
                "3 lines pointed at", MAIN, SERVERS, "lb · vm1");
        assertThat(line(page, "cfg1-3")).contains("class=\"marked\"", "<span class=\"number\">3</span><code>line 3</code>", "href=\"#B2\"", "href=\"#B4\"",
                "✗", "No se cumple", "Not met");
        assertThat(line(page, "cfg1-4")).contains("class=\"marked\"", "href=\"#L2\"", "No se pudo comprobar");
        assertThat(line(page, "cfg2-2")).contains("class=\"marked\"", "href=\"#B2\"");
        assertThat(page).contains("maxconn 10 (<a href=\"#cfg1-3\">/etc/haproxy/haproxy.cfg:3</a>)", "Quite <a href=\"#cfg2-2\">servers.cfg:2</a>.",
                "inter 10s (<a href=\"#cfg1-3\">haproxy.cfg:3</a>)");
        Markup.assertBalanced(page.replaceAll("(?s)<script>.*?</script>", ""));
        assertThat(Markup.outside(page)).isEmpty();
    }

    @Test
    @DisplayName("a met row's reference leads to its line and marks nothing; one that waits neither")
    void notMarked() {
        var page = page(findings(), file(MAIN, lines(8)));

        assertThat(page).contains("as <a href=\"#cfg1-5\">haproxy.cfg:5</a> says").doesNotContain("#cfg1-6");
        assertThat(line(page, "cfg1-5")).doesNotContain("marked");
        assertThat(line(page, "cfg1-6")).doesNotContain("marked");
        assertThat(page.split("class=\"marked\"", -1)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"haproxy.cfg:9", "haproxy.cfg:0", "haproxy.cfg:999999", "haproxy.cfg:3000000", "other.cfg:3", "infra/haproxy.cfg:3",
            "my-haproxy.cfg:3", "haproxy.cfg: 3", "haproxyXcfg:3"})
    @DisplayName("what names no line that is shown leads nowhere")
    void nowhere(String reference) {
        var page = page(Samples.checklist(List.of(notMet("B2", reference, reference))), file(MAIN, lines(8)));

        assertThat(page).contains(reference).doesNotContain("href=\"#cfg", "class=\"marked\"");
    }

    @Test
    @DisplayName("a name that two files have means neither; their whole paths do")
    void ambiguous() {
        var page = page(Samples.checklist(List.of(notMet("B2", "haproxy.cfg:1 /srv/haproxy.cfg:2", ""))), file(MAIN, lines(3)),
                file("/srv/haproxy.cfg", lines(3)));

        assertThat(page).contains("haproxy.cfg:1 <a href=\"#cfg2-2\">/srv/haproxy.cfg:2</a>").doesNotContain("href=\"#cfg1");
        assertThat(page(Samples.checklist(List.of(notMet("B2", MAIN + ":1", ""))), file(MAIN, lines(3)), file(MAIN, lines(3)))).doesNotContain("href=\"#cfg");
    }

    @Test
    @DisplayName("no password reaches the disk, the page or the short form")
    void secrets() throws Exception {
        var text = "userlist people\n  user ana password $5$s3cret\n  user eva insecure-password \"my s3cret\"\nlisten s\n  stats auth admin:s3cret\n"
                + "  # stats auth admin:s3cret\n";
        var checklist = Samples.checklist(List.of(notMet("B2", "haproxy.cfg:2 haproxy.cfg:5", "")));

        var page = page(checklist, file(MAIN, text));

        assertThat(page).contains("stats auth admin:***", "user ana password ***").doesNotContain("s3cret");
        assertThat(Files.readString(reports.resolve("configuration.json"))).contains("***").doesNotContain("s3cret");
        assertThat(ChecklistMarkdown.render(checklist, Configuration.of(checklist, reports))).contains("stats auth admin:&#42;&#42;&#42;")
                .doesNotContain("s3cret");
        // Not even where somebody else wrote the file.
        Files.writeString(reports.resolve("configuration.json"), Files.readString(reports.resolve("configuration.json")).replace("***", "s3cret"));
        assertThat(ChecklistHtml.render(checklist, reports)).contains("stats auth admin:***").doesNotContain("s3cret");
    }

    @Test
    @DisplayName("where the run saved none, there is no section; evidence of a failed check is one; what an earlier run left is not")
    void source(@TempDir Path outside) throws Exception {
        var evidence = Files.createDirectories(reports.resolve("evidence/B2"));
        Files.writeString(evidence.resolve("haproxy.cfg"), lines(4) + "stats auth a:s3cret\n");
        var verdict = Verdict.notMet(Text.same("e"), Text.same("haproxy.cfg:3"), Text.same(""));
        var with = Samples.checklist(List.of(new Result("B2", verdict, 1, List.of("evidence/B2/haproxy.cfg"), "")));
        var without = Samples.checklist(List.of(new Result("B2", verdict, 1, List.of(), "")));

        assertThat(ChecklistHtml.render(without, reports)).doesNotContain("class=\"configuration\"", "href=\"#cfg");
        assertThat(ChecklistHtml.render(with, reports)).contains(MAIN, "<a href=\"#cfg1-3\">haproxy.cfg:3</a>", "stats auth a:***").doesNotContain("s3cret");
        Files.writeString(evidence.resolve("haproxy.cfg"), "could not be had: lb does not answer");
        assertThat(ChecklistHtml.render(with, reports)).doesNotContain("class=\"configuration\"");
        Files.delete(evidence.resolve("haproxy.cfg"));
        Files.createSymbolicLink(evidence.resolve("haproxy.cfg"), Files.writeString(outside.resolve("secret"), "global\n"));
        assertThat(ChecklistHtml.render(with, reports)).doesNotContain("class=\"configuration\"");
        for (var broken : List.of("[{}]", "null", "[null]", "{", "[{\"machine\": null}]")) {
            Files.writeString(reports.resolve("configuration.json"), broken);
            assertThat(ChecklistHtml.render(with, reports)).as(broken).doesNotContain("class=\"configuration\"").contains("id=\"B2\"",
                    "No se pudo mostrar la configuración", "configuration.json: ");
        }
    }

    @Test
    @DisplayName("a hostile configuration stays text: no markup, no control, no turned line")
    void hostile() {
        var files = HostileReportTest.TEXTS.stream().map(bad -> file("/etc/" + bad, bad + "\n" + bad)).toList();
        for (int i = 0; i < files.size(); i += ConfigurationFile.MOST) {
            var some = files.subList(i, Math.min(files.size(), i + ConfigurationFile.MOST));
            var checklist = Samples.checklist(List.of(notMet("B2", String.join(" ", some.stream().map(one -> one.file() + ":1").toList()), "")));

            var page = page(checklist, some.toArray(ConfigurationFile[]::new));

            Untrusted.harmless(page);
            Untrusted.harmless(ChecklistMarkdown.render(checklist, Configuration.of(checklist, reports)));
            Markup.assertBalanced(page.replaceAll("(?s)<script>.*?</script>", ""));
            assertThat(page.split("<script", -1)).hasSameSizeAs(ChecklistHtml.render(Samples.allMet(), reports).split("<script", -1));
            assertThat(page).doesNotContain("<img src=x", "<svg/", "<a href=//", "<details open ontoggle").doesNotContainPattern(
                    "(href|src)=\"(javascript:|//|[a-z]+://|\\.\\.)");
        }
    }

    @Test
    @DisplayName("however large a configuration is, the page is not, and says so")
    void bounded() {
        var huge = Stream.of("x".repeat(1_000_000), "x\n".repeat(100_000), "log x ".repeat(900_000), "\n".repeat(5_000_000)).map(text -> file(MAIN, text));

        huge.forEach(file -> assertThat(page(findings(), file)).hasSizeLessThan(1_000_000)
                .containsAnyOf("Es más largo: aquí están sus primeras 2000 líneas.", "De una línea de más de 400 caracteres falta el final"));
        assertThat(page(findings(), new ConfigurationFile("vm1", "", MAIN, "x", false, true))).contains("Es más largo", "It was written after HAProxy read it");
        var many = IntStream.range(0, 100).mapToObj(i -> file("/etc/" + i + ".cfg", lines(5_000))).toArray(ConfigurationFile[]::new);
        assertThat(page(findings(), many)).hasSizeLessThan(1_000_000).contains("cfg20-200").doesNotContain("cfg21", "cfg20-201");
    }

    @Test
    @DisplayName("the short form has the lines that are pointed at, in both languages, and no more than a person reads")
    void shortForm() {
        new SavedConfiguration(reports).keep(List.of(file(MAIN, lines(100))));
        var checklist = findings();

        var markdown = ChecklistMarkdown.render(checklist, Configuration.of(checklist, reports));

        assertThat(markdown).contains("### Su haproxy.cfg\n", "### Your haproxy.cfg\n",
                "- <code>haproxy.cfg:3</code> <code>line 3</code> · ❌ **B2** · ❌ **B4**\n", "- <code>haproxy.cfg:4</code> <code>line 4</code> · ❔ **L2**\n")
                .doesNotContain("<code>haproxy.cfg:5</code>");
        var all = String.join(" ", IntStream.rangeClosed(1, 50).mapToObj(i -> "haproxy.cfg:" + i).toList());
        var much = Samples.checklist(List.of(notMet("B2", all, "")));
        assertThat(ChecklistMarkdown.render(much, Configuration.of(much, reports))).contains("line 40<", "y 10 más.").doesNotContain("line 41<");
        assertThat(ChecklistMarkdown.render(Samples.mixed(), Configuration.of(Samples.mixed(), reports))).doesNotContain("Su haproxy.cfg");
    }

    @Test
    @DisplayName("indentation stays, a tab is four spaces, and the end of a Windows line is none")
    void blanks() {
        assertThat(page(findings(), file(MAIN, "global\r\n\tmaxconn 5\r\n    log x\r\n"))).contains("<code>global</code>", "<code>    maxconn 5</code>",
                "<code>    log x</code>").doesNotContain("cfg1-4");
    }
}
