package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.observation.NobodyLeft;
import relevo.observation.RawAnswer;
import relevo.testing.Expect;
import relevo.testing.Farewell;

class PageFormTest {

    private static final String LINE = "HTTP/1.1 503 Service Unavailable\r\n";
    private static final String BODY = Farewell.document("¡Perdón!");

    private static NobodyLeft typed(String type) {
        return Farewell.came(LINE + "Content-Type: " + type, BODY);
    }

    @Test
    @DisplayName("what a careful error file gives is right")
    void right() {
        Expect.met(PageForm.rightHttp(Farewell.page("¡Perdón!")), "text/html; charset=utf-8", "utf-8");
        assertThat(PageForm.rightHttp(Farewell.page("¡Perdón!")).seen().en()).endsWith("charset utf-8.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=utf-8", "Text/HTML;charset=\"UTF-8\"", "text/html; Charset = 'utf8'", "application/xhtml+xml; charset=utf-8"})
    void waysToSayIt(String type) {
        Expect.met(PageForm.rightHttp(typed(type)), type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"text/html|tildes|accents", "text/plain; charset=utf-8|text/plain|text/plain", "html|ningún tipo|no type",
        "text/html; charset=iso-8859-1|iso-8859-1|iso-8859-1", "text/html; charset=us-ascii|us-ascii|us-ascii",
        "text/html; charset=utf-9x|no existe|does not exist"})
    void typesThatAreWrong(String type, String es, String en) {
        var verdict = PageForm.rightHttp(typed(type));

        Expect.notMet(verdict);
        assertThat(verdict.seen().es()).contains(es);
        assertThat(verdict.seen().en()).contains(en);
        assertThat(verdict.remedy().es()).contains("charset=utf-8");
    }

    @Test
    @DisplayName("a page may say its charset itself, near its beginning, where the header does not")
    void meta() {
        var meta = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>Perdón</body></html>";
        Expect.met(PageForm.rightHttp(Farewell.came(LINE + "Content-Type: text/html", meta)), "utf-8");
        Expect.met(PageForm.rightHttp(Farewell.came(LINE + "Content-Type: text/html", "\ufeff<h1>Perdón</h1>")), "UTF-8");
        Expect.met(PageForm.rightHttp(Farewell.came(LINE + "Content-Type: text/html",
                "<meta http-equiv='Content-Type' content='text/html; charset=utf-8'>Perdón")), "utf-8");
        Expect.notMet(PageForm.rightHttp(Farewell.came(LINE + "Content-Type: text/html", " ".repeat(1100) + meta)));
        Expect.notMet(PageForm.rightHttp(Farewell.came(LINE + "Content-Type: text/plain", "Perdón <meta charset=utf-8>")));
    }

    @Test
    @DisplayName("letters without accents need no charset, and bytes must be what is declared")
    void charsets() {
        Expect.met(PageForm.rightHttp(Farewell.came(LINE + "Content-Type: text/html", "<h1>Lo sentimos</h1>")), "–");
        Expect.met(PageForm.rightHttp(Farewell.came(LINE + "Content-Type: text/html; charset=iso-8859-1", BODY, StandardCharsets.ISO_8859_1)), "iso-8859-1");
        Expect.met(PageForm.rightHttp(Farewell.came(LINE + "Content-Type: text/html; charset=iso-8859-1", "<h1>Lo sentimos</h1>")), "iso-8859-1");
        Expect.notMet(PageForm.rightHttp(Farewell.came(LINE + "Content-Type: text/html; charset=utf-8", BODY, StandardCharsets.ISO_8859_1)), "utf-8");
        Expect.met(PageForm.rightHttp(Farewell.came(LINE + "Content-Type: text/html; charset=utf-16", BODY, StandardCharsets.UTF_16)), "utf-16");
    }

    @Test
    @DisplayName("a line of plain text is right as plain text")
    void plainText() {
        Expect.met(PageForm.rightHttp(Farewell.came(LINE + "Content-Type: text/plain; charset=utf-8", "¡Perdón!")), "text/plain");
    }

    @Test
    void aMissingTypeIsNamed() {
        Expect.notMet(PageForm.rightHttp(Farewell.came(LINE.strip(), "<h1>Lo sentimos</h1>")), "Content-Type");
    }

    @Test
    @DisplayName("HTML without status line, and a status line that is none")
    void withoutStatusLine() {
        Expect.notMet(PageForm.rightHttp(Farewell.came("", "\n<!DOCTYPE html>\n<h1>Lo sentimos</h1>")), "<!DOCTYPE html>");
        Expect.remedy(PageForm.rightHttp(Farewell.came("", "<h1>Lo sentimos</h1>")), "HTTP/1.1 503 Service Unavailable");
        Expect.notMet(PageForm.rightHttp(Farewell.came("HTTP/1.1 Service Unavailable\r\nContent-Type: text/html", "<h1>Lo sentimos</h1>")),
                "HTTP/1.1 Service Unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "404 Not Found", "500 Internal Server Error"})
    void anotherStatusIsNamed(String status) {
        Expect.notMet(PageForm.rightHttp(Farewell.came("HTTP/1.1 " + status + "\r\nContent-Type: text/html", "<h1>Lo sentimos</h1>")), status.substring(0, 3));
    }

    @Test
    @DisplayName("an old version, another phrase and bare line feeds are noted, not held against it")
    void notes() {
        Expect.met(PageForm.rightHttp(Farewell.came("HTTP/1.0 503 Service Unavailable\r\nContent-Type: text/html", "<h1>Lo sentimos</h1>")), "HTTP/1.0");
        Expect.met(PageForm.rightHttp(Farewell.came("HTTP/1.1 503 Forbidden\r\nContent-Type: text/html", "<h1>Lo sentimos</h1>")), "Forbidden");
        Expect.met(PageForm.rightHttp(Farewell.came("HTTP/1.1 503 Service Unavailable\nContent-Type: text/html", "<h1>Lo sentimos</h1>")), "LF");
        assertThat(PageForm.rightHttp(Farewell.page("Lo sentimos")).seen().en()).doesNotContain("LF").doesNotContain("phrase").doesNotContain("status line");
    }

    @Test
    @DisplayName("headers without an end, and a length that is not the page's")
    void broken() {
        Expect.notMet(PageForm.rightHttp(Farewell.came(LINE + "Content-Type: text/html\r\n<h1>Lo sentimos</h1>", "")), "<h1>Lo sentimos</h1>");
        Expect.notMet(PageForm.rightHttp(Farewell.came(Farewell.HEAD + "\r\nContent-Length: 900", "<h1>Lo sentimos</h1>")), "900", "20");
        Expect.met(PageForm.rightHttp(Farewell.came(Farewell.HEAD + "\r\nContent-Length: 20", "<h1>Lo sentimos</h1>")));

        var cut = Farewell.came(Farewell.HEAD + "\r\nContent-Length: 900", "<h1>Lo sentimos</h1>");
        Expect.met(PageForm.rightHttp(new NobodyLeft(cut.usual(), cut.page(), "", new RawAnswer(cut.raw().head(), cut.raw().body(), "read timed out"),
                cut.rendered())));
    }

    @Test
    @DisplayName("without a page of their own there is nothing to examine")
    void waits() {
        Expect.couldNotCheck(PageForm.rightHttp(Farewell.silence("closed")));
        assertThat(PageForm.rightHttp(Farewell.silence("closed")).waitsFor()).isEqualTo("S1");
    }
}
