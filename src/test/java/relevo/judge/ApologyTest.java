package relevo.judge;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.testing.Expect;
import relevo.testing.Farewell;
import relevo.verdict.Verdict;

class ApologyTest {

    private static final String OLD_HEAD = "HTTP/1.0 503 Service Unavailable\r\nCache-Control: no-cache\r\nConnection: close\r\nContent-Type: text/html";
    private static final String STOCK = "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>\n";

    @ParameterizedTest
    @ValueSource(strings = {"Lo sentimos", "Servidores no disponibles", "Error 503", "NO SE PUEDE ACCEDER", "503 Service Unavailable", "web1"})
    @DisplayName("any page of their own is one, whatever it says")
    void custom(String words) {
        Expect.met(Apology.shown(Farewell.page(words)), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/html", "HTTP/1.1 200 OK\r\ncontent-type: text/html",
        "HTTP/1.0 503 Forbidden\nContent-Type: html", "HTTP/1.1 404 Not Found", "HTTP/1.1 503", ""})
    @DisplayName("with any status, any type, and without a status line")
    void anyForm(String head) {
        Expect.met(Apology.shown(Farewell.came(head, Farewell.document("¡Perdón!"))), "¡Perdón!");
        Expect.met(Apology.shown(Farewell.came(head, Farewell.document("¡Perdón!"), StandardCharsets.ISO_8859_1)), "¡Perdón!");
    }

    @Test
    @DisplayName("a line of plain text is a page")
    void plainText() {
        Expect.met(Apology.shown(Farewell.came("HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain", "sin servidores")), "sin servidores");
        Expect.met(Apology.shown(Farewell.came("HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain", "<h1>Lo sentimos</h1>")), "<h1>");
    }

    @Test
    @DisplayName("HAProxy's own page is not theirs, in any of its forms")
    void stock() {
        for (String head : new String[] {OLD_HEAD, Farewell.HEAD, "HTTP/1.1 200 OK\r\ncontent-type: text/plain"}) {
            Verdict verdict = Apology.shown(Farewell.came(head, STOCK));
            Expect.notMet(verdict, "No server is available");
        }
        Expect.remedy(Apology.shown(Farewell.came(OLD_HEAD, STOCK)), "errorfile 503");
        Expect.notMet(Apology.shown(Farewell.page("No server is available to handle this request")));
        Expect.notMet(Apology.shown(Farewell.came("", STOCK)), "No server is available");
        Expect.notMet(Apology.shown(Farewell.shownAs(Farewell.came(OLD_HEAD, STOCK),
                "503 Service Unavailable\nNo server is available to handle this request.")), "503 Service Unavailable");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "502|502 Bad Gateway|The server returned an invalid or incomplete response.|check",
        "504|504 Gateway Time-out|The server didn't respond in time.|check",
        "500|500 Internal Server Error|An internal server error occurred.|errorfile 500",
        "500|500 Internal Server Error|An internal server error occured.|errorfile 500",
        "403|403 Forbidden|Request forbidden by administrative rules.|errorfile 403"})
    @DisplayName("nor is any other page of HAProxy's own, each with its own remedy")
    void otherStock(int status, String heading, String text, String remedy) {
        Verdict verdict = Apology.shown(Farewell.came("HTTP/1.1 " + heading + "\r\ncontent-type: text/html",
                "<html><body><h1>" + heading + "</h1>\n" + text + "\n</body></html>\n"));

        Expect.notMet(verdict, text);
        Expect.remedy(verdict, remedy);
    }

    @Test
    @DisplayName("HAProxy's sentence in a page of their own is theirs")
    void stockSentence() {
        Expect.met(Apology.shown(Farewell.page("Error 503</h1><p>No server is available to handle this request.</p><h1>")), "Error 503");
    }

    @Test
    @DisplayName("nothing to see is no page")
    void empty() {
        Expect.notMet(Apology.shown(Farewell.page("")), "503");
        Expect.notMet(Apology.shown(Farewell.came(Farewell.HEAD, "")), "503");
        Expect.notMet(Apology.shown(Farewell.page("<!-- lo sentimos --><script>var a = 1</script>")), "503");
        Expect.met(Apology.shown(Farewell.page("<img src='data:image/png;base64,AAAA'>")), "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"closed|/dev/null", "connect refused|systemctl status haproxy", "connect timed out|check", "read timed out|check"})
    @DisplayName("no answer is an observation, and each kind has its remedy")
    void silence(String why, String remedy) {
        Verdict verdict = Apology.shown(Farewell.silence(why));

        Expect.notMet(verdict);
        Expect.remedy(verdict, remedy);
    }

    @Test
    @DisplayName("a page that somebody else serves is not the balancer's")
    void somebodyElse() {
        Expect.notMet(Apology.shown(Farewell.servedBy(Farewell.page("Lo sentimos"), "web3")), "web3");
        Expect.notMet(Apology.shown(Farewell.came("HTTP/1.1 200 OK\r\nServer: Apache/2.4.52 (Ubuntu)\r\nContent-Type: text/html", "<h1>Lo sentimos</h1>")),
                "Apache/2.4.52");
        Expect.notMet(Apology.shown(Farewell.came("HTTP/1.1 404 Not Found\r\nContent-Type: text/html",
                "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>")), "was not found");
        Expect.notMet(Apology.shown(Farewell.page("Apache2 Ubuntu Default Page")), "Apache2 Ubuntu");
        Expect.notMet(Apology.shown(Farewell.came("HTTP/1.1 302 Found\r\nLocation: /sorry.html", "")), "/sorry.html");
        Expect.met(Apology.shown(Farewell.came("HTTP/1.1 503 Service Unavailable\r\nServer: HAProxy\r\nContent-Type: text/html", "<h1>Lo sentimos</h1>")));
    }

    @Test
    @DisplayName("the page that was there all the time is not shown because no server is left, unless it was an error then, too")
    void theUsualPage() {
        var page = Farewell.page("web1");

        Expect.notMet(Apology.shown(Farewell.usually(page, 200, Farewell.document("web1") + "\n")), "web1");
        Expect.met(Apology.shown(Farewell.usually(page, 503, Farewell.document("web1"))));
        Expect.met(Apology.shown(Farewell.usually(page, 200, Farewell.document("web2"))));
        Expect.met(Apology.shown(Farewell.usually(page, 199, Farewell.document("web1"))));
        Expect.met(Apology.shown(Farewell.usually(page, 300, Farewell.document("web1"))));
    }

    @Test
    @DisplayName("where no browser showed it, that is said, and its bytes decide")
    void bytesAlone() {
        Expect.met(Apology.shown(Farewell.page("Lo sentimos")), "chromium is not installed", "Lo sentimos");
        Expect.met(Apology.shown(Farewell.shownAs(Farewell.page("Lo sentimos"), "Lo  sentimos\nmucho")), "Lo sentimos mucho");
    }

    @Test
    @DisplayName("a page without an empty line after its headers is still a page")
    void headersWithoutEnd() {
        Expect.met(Apology.shown(Farewell.came("HTTP/1.0 503 Service Unavailable\nContent-Type: text/html\n<h1>Lo sentimos</h1>", "")), "Lo sentimos");
    }
}
