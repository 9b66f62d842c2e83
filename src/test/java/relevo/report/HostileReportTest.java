package relevo.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import relevo.testing.Samples;
import relevo.testing.Untrusted;
import relevo.verdict.CannotCheck;
import relevo.verdict.CannotStart;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** Names and texts of a delivery, in every form of the checklist: nothing runs, nothing moves a cursor. */
class HostileReportTest {

    static final List<String> TEXTS = List.of("<script>alert(1)</script>", "</script><script>alert(2)</script>", "</style><img src=x onerror=alert(3)>",
            "\" onmouseover=\"alert(4)", "' onfocus='alert(5)", "javascript:alert(6)", "<!-- --!> <svg/onload=alert(7)>", "&lt;script&gt;", "]]><x>",
            "\u001b[2J", "\u001b[31mred", "\u001b]8;;http://evil.example/\u001b\\link\u001b]8;;\u001b\\", "\u001b]0;title\u0007", "\u001bc", "\u009b2J",
            "\u0090q", "\r= 5.0 / 5.0",
            "a\bb\u007f", "\u202egnp.exe", "\u2066x\u2069", "\u200b\u200d\u2060", "\u2028\u2029", "\ud800", "\udc00x", "\udb40\udc41tag", "\u0000",
            "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "| a | b |", "`code`", "[x](javascript:alert(8))", "![x](http://evil.example/x.png)",
            "<details open ontoggle=alert(9)>", "http://evil.example/", "www.evil.example", "${jndi:ldap://x}", "%s%n%1$s%", "{{7*7}}",
            "\n# title\n- item\n```\n",
            "<a href=//evil.example>x</a>", "$\\href{javascript:alert(1)}{x}$", "@everyone", "x".repeat(100_000));

    private static Checklist with(List<String> texts) {
        var results = new ArrayList<Result>();
        var ids = Samples.ALL.stream().sorted().toList();
        for (int i = 0; i < ids.size(); i++) {
            var bad = texts.get(i % texts.size());
            var text = Text.same(bad);
            var verdict = switch (i % 3) {
                case 0 -> Verdict.notMet(text, text, text);
                case 1 -> Verdict.couldNotCheck(text, text);
                default -> Verdict.forTheTeacher(text.then(text.asAside()), text);
            };
            results.add(new Result(ids.get(i), verdict, 1, List.of(bad.length() > 200 ? "x" : bad), bad));
        }
        var bad = texts.get(0);
        return Checklist.of(Samples.CATALOGUE, Samples.RUBRIC, results, Samples.ALL,
                new RunInfo(bad, bad, 1, new LinkedHashMap<>(Map.of(bad.substring(0, Math.min(bad.length(), 100)), bad)), false, false));
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    @DisplayName("a terminal shows it and does nothing else")
    void console(String text) {
        for (var verbose : List.of(true, false)) {
            Untrusted.harmless(ChecklistConsole.render(with(List.of(text)), true, verbose));
        }
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    @DisplayName("Markdown has no markup of it, no link, no picture")
    void markdown(String text) {
        var markdown = ChecklistMarkdown.render(with(List.of(text)));

        Untrusted.harmless(markdown);
        assertThat(markdown).doesNotContain("](", "![", "http://", "www.", "<script", "<img", "<svg", "<a ", "<details open", "</script", "</style",
                "-->", "\n```")
                .doesNotContain("$\\", "@everyone");
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    @DisplayName("JSON keeps every letter, and shows none that acts when somebody prints the file")
    void json(String text) throws Exception {
        var checklist = with(List.of(text));

        var json = ChecklistJson.render(checklist);

        Untrusted.harmless(json.replace("\r\n", "\n"));
        assertThat(new ObjectMapper().readTree(json).at("/substrate").asText()).isEqualTo(text);
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    @DisplayName("what an exception says is what the build's console shows")
    void exceptions(String text) {
        Untrusted.harmless(new CannotCheck(Text.same(text), Text.same(text), null).getMessage());
        Untrusted.harmless(new CannotStart(Text.same(text), Text.same(text)).getMessage());
    }

    @Test
    @DisplayName("the page has its own scripts alone, no event, and no link off its folder")
    void html(@TempDir Path folder) {
        for (int i = 0; i < TEXTS.size(); i += 7) {
            var texts = TEXTS.subList(i, Math.min(TEXTS.size(), i + 7));
            var html = ChecklistHtml.render(with(texts), folder);
            var plain = ChecklistHtml.render(with(List.of("plain")), folder);

            Untrusted.harmless(html);
            assertThat(html.split("<script", -1)).hasSameSizeAs(plain.split("<script", -1));
            assertThat(html.split("</style", -1)).hasSameSizeAs(plain.split("</style", -1));
            assertThat(html).doesNotContainPattern("<[a-zA-Z/][^<>]*\\son\\w+\\s*=")
                    .doesNotContain("<img src=x", "<svg/", "<a href=//", "<details open ontoggle")
                    .doesNotContainPattern("(href|src)=\"(javascript:|//|[a-z]+://|\\.\\.)");
        }
    }
}
