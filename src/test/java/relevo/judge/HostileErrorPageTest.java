package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.observation.NobodyLeft;
import relevo.observation.Page;
import relevo.testing.Farewell;
import relevo.testing.Untrusted;
import relevo.verdict.Verdict;

/** Error pages of up to a megabyte, which is all that is ever read of one, written to be judged without end. */
class HostileErrorPageTest {

    private static final int MEGABYTE = 1 << 20;
    private static final String HTML = "<html><body>";

    private static List<Verdict> judged(NobodyLeft seen) {
        return Untrusted.read(() -> List.of(Apology.shown(seen), Wording.apologises(seen), PageForm.rightHttp(seen))).orElseThrow();
    }

    private static String filled(String begin, String again, String end) {
        return filled(MEGABYTE, begin, again, end);
    }

    /** What makes a tree: its time grows with its size, and a quarter of it shows what the whole would. */
    private static String nested(String begin, String again, String end) {
        return filled(MEGABYTE / 4, begin, again, end);
    }

    private static String filled(int size, String begin, String again, String end) {
        return begin + again.repeat((size - begin.length() - end.length()) / again.length()) + end;
    }

    static Stream<Named<String>> bodies() {
        return Stream.of(named("script", HTML + "<script>document.body.innerText='Lo sentimos'</script>"), named("NUL", filled(HTML, "\u0000", "")),
                named("a megabyte of letters", filled(HTML, "x", "")), named("a megabyte of spaces", filled(HTML + "x", " ", "x")),
                named("tags without end", nested(HTML, "<div>", "sorry")), named("tables without end", nested(HTML, "<table><tr><td>", "sorry")),
                named("marks without end", nested(HTML, "<b><i><font>", "sorry")), named("links without end", nested(HTML, "<a>x<p>", "sorry")),
                named("forms without end", nested(HTML, "<form><select><option>", "")), named("lists without end", nested(HTML, "<ul><li>", "")),
                named("drawings without end", nested(HTML, "<svg><foreignObject>", "")), named("templates without end", filled(HTML, "<template>", "")),
                named("open tags alone", filled(HTML, "<", "")), named("attributes without end", filled(HTML + "<p ", "a=b ", ">")),
                named("one attribute in many names", filled(HTML + "<p ", "a", ">")), named("pictures with words", nested(HTML, "<i alt=x>", "sorry")),
                named("pictures beside each other", nested(HTML, "<img alt=a>", "sorry")), named("titles beside each other", nested(HTML, "<p title=a>", "")),
                named("entities", filled(HTML, "&amp", "")), named("entities that are none", filled(HTML, "&aaaa", "")),
                named("characters beyond all", filled(HTML, "&#99999999999;", "")), named("comments", nested("", "<!---->", "x")),
                named("open comments", filled("", "<!--", "x")), named("a few comments", "<!-- -->".repeat(60) + "x"),
                named("declarations", filled("<!DOCTYPE html [", "<!ENTITY a \"&a;\">", "]>")), named("accents upon accents", filled(HTML + "a", "\u0301", "")),
                named("accents above and below", filled(HTML + "a", "\u0301\u0316", "")), named("broken halves", filled(HTML, "\ud800", "")),
                named("bidirectional", filled(HTML, "\u202e\u2066", "sorry")), named("terminal escapes", HTML + "\u001b[2J\u001b]8;;http://x\u0007 sorry"),
                named("apologies that are almost one", filled(HTML, "no hay ", "")), named("and another", filled(HTML, "disc", "")),
                named("a server's words, almost", filled(HTML, "the requested url ", "")), named("stops", filled(HTML, ".!?", "sorry")),
                named("metas", nested("", "<meta ", "")), named("a meta in spaces", filled("<meta charset=", " ", "@")),
                named("frames of frames", nested("<html>", "<frameset>", "")), named("plaintext", HTML + filled("<plaintext>", "</plaintext>", "")),
                named("textareas", nested(HTML, "<textarea>", "")), named("a head alone", filled("<head>", "<title>", "")));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    @DisplayName("every body is judged, in few words")
    void bodies(String body) {
        assertThat(judged(Farewell.came(Farewell.HEAD, body))).allSatisfy(verdict -> assertThat(verdict.seen().es()).hasSizeLessThan(2_000));
    }

    static Stream<Named<String>> heads() {
        var ok = "HTTP/1.1 503 Service Unavailable\r\n";
        return Stream.of(named("nothing", ""), named("a status line without end", filled("HTTP/1.1 503 ", "x", "")), named("of one word", "HTTP/1.1"),
                named("no figure", "HTTP/1.1 abc"), named("of spaces", filled("HTTP/1.1", " ", "")), named("a header in spaces", filled(ok + "a:b", " ",
                "\u0000")),
                named("a header of spaces", filled(ok + "Content-Type:", " ", "x\u0000y")), named("headers without end", filled(ok, "a:b\r\n", "")),
                named("lines that are no header", filled(ok, "x\r\n", "")), named("a type of semicolons", ok + "Content-Type: ;"),
                named("a type of many", filled(ok + "Content-Type: ", ";", "")), named("a type of nothing", ok + "Content-Type: "),
                named("a charset in spaces", filled(ok + "Content-Type: text/html; charset=", " ", "@")),
                named("charsets", filled(ok + "Content-Type: ", "charset", "")), named("a charset that is none", ok + "Content-Type: text/html; charset=-"),
                named("a charset without end", filled(ok + "Content-Type: text/html; charset=", "a", "")), named("a charset that climbs",
                        ok + "Content-Type: text/html; charset=../../x"), named("a charset of Java's own", ok
                                + "Content-Type: text/html; charset=x-JISAutoDetect"),
                named("a length beyond all", ok + "Content-Length: " + "9".repeat(1_000)), named("a length below nothing", ok + "Content-Length: -1"),
                named("a place without end", filled("HTTP/1.1 302 Found\r\nLocation: ", "x", "")), named("a server without end",
                        filled(ok + "Server: ", "apac", "")), named("terminal escapes", ok + "Server: apache \u001b[2J\u202e"), named("NUL", ok
                                + "\u0000: \u0000"));
    }

    @ParameterizedTest
    @MethodSource("heads")
    @DisplayName("every head is judged, in few words")
    void heads(String head) {
        assertThat(judged(Farewell.came(head, Farewell.document("Lo sentimos ñ")))).allSatisfy(verdict -> assertThat(verdict.seen().es())
                .hasSizeLessThan(4_000));
        judged(Farewell.came(head, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-32", "UTF-7", "ISO-2022-JP", "ISO-2022-KR", "ISO-2022-CN", "GB18030", "x-JISAutoDetect", "x-COMPOUND_TEXT",
            "IBM1047",
        "Big5-HKSCS", "x-ISO-2022-CN-GB", "HZ-GB-2312", "windows-31j", "x-MacRoman"})
    @DisplayName("bytes that are not what they are said to be are judged all the same")
    void lies(String charset) {
        var random = new Random(7);
        var head = "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html; charset=" + charset;
        for (int i = 0; i < 50; i++) {
            var bytes = new byte[1 + random.nextInt(300)];
            random.nextBytes(bytes);
            judged(Farewell.came(head, "\u001b$)C\u000e" + new String(bytes, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=99999999999999999999999", "max-age=-1", "max-age=", "max-age=\"", "\u001b[2J", "no-store, max-age=1"})
    @DisplayName("what it says of being kept is read, whatever it is")
    void kept(String control) {
        for (var name : List.of("cache-control", "date")) {
            Untrusted.read(() -> LastResort.kept(new Page(503, Map.of(name, control, "expires", control), ""))).orElseThrow();
        }
    }

    @Test
    @DisplayName("a browser that shows a hundred megabytes is read no further than a person reads")
    void shown() {
        judged(Farewell.shownAs(Farewell.page("Lo sentimos"), "x \u0301\u0316".repeat(20_000_000)));
    }
}
