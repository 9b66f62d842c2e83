package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.observation.NobodyLeft;
import relevo.testing.Expect;
import relevo.testing.Farewell;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;

class WordingTest {

    private static final String SILENT_TYPE = "HTTP/1.0 503 Service Unavailable\r\nContent-Type: text/html";

    private static void forTheTeacher(NobodyLeft seen, String... named) {
        Verdict verdict = Wording.apologises(seen);
        assertThat(verdict.outcome()).as("%s", verdict.seen()).isEqualTo(Outcome.FOR_THE_TEACHER);
        assertThat(verdict.remedy().es()).isNotBlank();
        assertThat(verdict.seen().es()).contains(named);
        assertThat(verdict.seen().en()).contains(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lo sentimos …", "¡LO SIENTO! ESTAMOS ALMORZANDO INTENTE MAS TARDE", "Disculpe por la molestia", "Disculpe las molestias",
        "MIL DISCULPAS!!!", "Nos disculpamos por la no disponibilidad", "Ofrecemos disculpas por esta situacion",
        "Ofrecemos nuestras disculpas por esta situacion",
        "PEDIMOS DISCULPAS", "Pagina de disculpa", "LAMENTAMOS LOS INCONVENIENTES", "Sorry, no servers today", "Sorry", "Sorry for the inconvenients",
        "503 Sorry, we will be back", "Lo sentimos mucho", "Le pedimos disculpas", "Discúlpenos", "¡Perdón!", "Perdonen la espera", "Lamentamos lo ocurrido",
        "We are sorry", "Our apologies", "We apologise", "Please accept our apology", "LO SIENTO", "Ofrecemos excusas", "We're sorry", "Qué pena con ustedes",
        "Servicio no disponible. Disculpe las molestias", "Please forgive us", "We regret this"})
    @DisplayName("apologies in both languages are recognised, and quoted")
    void accepted(String words) {
        Expect.met(Wording.apologises(Farewell.page(words)));
        Expect.met(Wording.apologises(Farewell.shownAs(Farewell.page("otra cosa"), words)));
        Expect.met(Wording.apologises(Farewell.came("", words)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Agradecemos su compresion", "Apreciamos su paciencia mientras restauramos", "Muchas gracias por la espera y comprensión",
        "Ups! algo salio mal! Por favor intente mas tarde", "No hay ningun servidor disponible, por favor contactar a soporte... Sorry", "Disclupe la molestia",
        "Lamentablemente no hay servicio", "Desculpe o transtorno", "No pedimos disculpas", "We are not sorry", "Oops!",
        "Fuera de servicio por las molestias causadas",
        "Qué pena", "Thank you for your patience"})
    @DisplayName("what is only polite, misspelt or in passing is for the teacher, who sees it whole")
    void doubtful(String words) {
        forTheTeacher(Farewell.page(words), words);
        forTheTeacher(Farewell.shownAs(Farewell.page("otra cosa"), words), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Servidores no disponibles", "El servicio no esta disponible", "Error 503", "503 No esta funcionando", "NO SE PUEDE ACCEDER",
        "ERROR OCURRIDO", "Algo esta mal, vuelve pronto", "Servicio no disponible", "Consentimos cookies", "Vuelva pronto", "The service is down",
        "Nature's resorry",
        "Se ha perdido la conexión", "Nos sentimos felices", "Discusión pública", "Volvemos a las 8"})
    @DisplayName("other pages do not apologise, and their text is quoted")
    void others(String words) {
        Expect.notMet(Wording.apologises(Farewell.page(words)), words);
        Expect.notMet(Wording.apologises(Farewell.shownAs(Farewell.page(words), words)), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!-- sorry -->cerrado", "<script>var sorry = 1; // disculpa</script>cerrado", "<style>.disculpa{}</style>cerrado"})
    @DisplayName("words that nobody reads do not count")
    void unread(String body) {
        Expect.notMet(Wording.apologises(Farewell.page(body)), "cerrado");
    }

    @Test
    @DisplayName("entities, tags, alternative texts and titles are read")
    void markup() {
        Expect.met(Wording.apologises(Farewell.page("Disc&uacute;lpenos")), "Discúlpenos");
        Expect.met(Wording.apologises(Farewell.page("Lo <em>sentimos</em>")), "Lo sentimos");
        Expect.met(Wording.apologises(Farewell.page("Cerrado<img src='x.png' alt='Lo sentimos'>")), "Lo sentimos");
        Expect.met(Wording.apologises(Farewell.page("Cerrado<span title='Disculpe'>:(</span>")), "Disculpe");
        Expect.met(Wording.apologises(Farewell.came(Farewell.HEAD, "<title>Pagina de disculpa</title><h1>Cerrado</h1>")), "Pagina de disculpa");
        Expect.met(Wording.apologises(Farewell.shownAs(Farewell.page("Cerrado<img src='x.png' alt='Lo sentimos'>"), "Cerrado")), "Lo sentimos");
    }

    @Test
    @DisplayName("the sentence is quoted as it is written, and not the page")
    void quoted() {
        Verdict verdict = Wording.apologises(Farewell.page("Estamos cerrados. ¡Le pedimos PERDÓN, señor! Vuelva luego."));

        assertThat(verdict.seen().es()).isEqualTo("La página pide disculpas: \"Le pedimos PERDÓN, señor\".");
    }

    @Test
    @DisplayName("accents that the charset breaks do not hide an apology")
    void charsets() {
        String words = Farewell.document("Perdón");
        for (String charset : new String[] {"", "; charset=utf-8", "; charset=iso-8859-1", "; charset=nothing"}) {
            String head = SILENT_TYPE + charset;
            Expect.met(Wording.apologises(Farewell.came(head, words)), "Perdón");
            Expect.met(Wording.apologises(Farewell.came(head, words, StandardCharsets.ISO_8859_1)), "Perdón");
        }
        Expect.met(Wording.apologises(Farewell.came(SILENT_TYPE + "; charset=utf-16", words, StandardCharsets.UTF_16)), "Perdón");
        Expect.met(Wording.apologises(Farewell.shownAs(Farewell.came(SILENT_TYPE, words), "PerdÃ³n")), "Perdón");
        Expect.met(Wording.apologises(Farewell.shownAs(Farewell.came(SILENT_TYPE, words, StandardCharsets.ISO_8859_1), "Perd\ufffdn")), "Perdón");
    }

    @Test
    @DisplayName("what the browser did not show is for the teacher, and so is a picture that says nothing of itself")
    void unseen() {
        forTheTeacher(Farewell.shownAs(Farewell.page("<span style='opacity:0'>Lo sentimos</span> Cerrado"), "Cerrado"), "Lo sentimos", "Cerrado");
        forTheTeacher(Farewell.shownAs(Farewell.page("<span style='opacity:0'>Gracias por su espera</span> Cerrado"), "Cerrado"), "Cerrado");
        forTheTeacher(Farewell.page("Cerrado<span title='Gracias por su espera'>:)</span>"), "Cerrado", "Gracias por su espera");
        forTheTeacher(Farewell.page("<img src='data:image/png;base64,AAAA'>"), "–");
        forTheTeacher(Farewell.page("Cerrado <img alt='' src='https://example.org/sorry.png'>"), "Cerrado");
        forTheTeacher(Farewell.page("<svg><path d='M0 0h9'/></svg>"), "–");
        Expect.notMet(Wording.apologises(Farewell.page("Cerrado <img src='/logo.png'>")), "Cerrado");
        Expect.notMet(Wording.apologises(Farewell.page("Cerrado <img alt='logo' src='data:image/png;base64,AAAA'>")), "Cerrado");
    }

    @Test
    @DisplayName("a long doubtful text is cut at five hundred characters, a short one never")
    void bounded() {
        forTheTeacher(Farewell.came(Farewell.HEAD, "Gracias " + "x".repeat(Wording.WHOLE - 8)), "x\"");
        forTheTeacher(Farewell.came(Farewell.HEAD, "Gracias " + "x".repeat(Wording.WHOLE - 7)), "x…\"");
    }

    @Test
    @DisplayName("plain text is read as it is shown")
    void plainText() {
        Expect.met(Wording.apologises(Farewell.came("HTTP/1.1 503 X\r\nContent-Type: text/plain", "<h1>Lo sentimos</h1>")), "<h1>Lo sentimos</h1>");
        Expect.notMet(Wording.apologises(Farewell.came("HTTP/1.1 503 X\r\nContent-Type: text/plain", "<img src='data:x'> cerrado")), "cerrado");
    }

    @Test
    @DisplayName("without a page of their own there is nothing to read")
    void waits() {
        NobodyLeft stock = Farewell.page("No server is available to handle this request.");
        for (NobodyLeft seen : new NobodyLeft[] {Farewell.silence("closed"), Farewell.page(""), stock}) {
            Expect.couldNotCheck(Wording.apologises(seen));
            assertThat(Wording.apologises(seen).waitsFor()).isEqualTo("S1");
        }
    }

    @Test
    @DisplayName("a lexicon that lacks a list, or has one too many, is refused")
    void lexicon() {
        assertThatIllegalArgumentException().isThrownBy(() -> Lexicon.parse("{denied: [], accepted: [], stock: []}")).withMessageContaining("doubtful");
        assertThatIllegalArgumentException().isThrownBy(() -> Lexicon.parse("{sorry: []}")).withMessageContaining("sorry");
    }
}
