package relevo.judge;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import relevo.observation.NobodyLeft;
import relevo.observation.RawAnswer;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/**
 * Judges S5: the page that is shown when no server is left is right HTTP.
 *
 * <p>Status lines and line ends by RFC 9112, sections 2.2 and 4; a page's charset by its header, or by its own first lines where the header is
 * silent, as the HTML standard reads it.
 */
public final class PageForm {

    private static final int UNAVAILABLE = 503;
    private static final String REASON = "Service Unavailable";

    private PageForm() {
    }

    /**
     * S5: a whole status line, status 503, a media type, and a charset that is declared and true.
     *
     * @param seen what came while every web server was stopped
     */
    public static Verdict rightHttp(NobodyLeft seen) {
        if (!Apology.shown(seen).isMet()) {
            return Verdict.waitsFor("S1", Text.of("Sin página propia no hay qué examinar.", "Without a page of the team's own there is nothing to examine."));
        }
        Findings findings = new Findings();
        ErrorPage page = ErrorPage.of(seen.raw());
        if (page.statusLine().isEmpty()) {
            findings.wrong(Text.of("La respuesta no tiene línea de estado ni cabeceras; empieza por %s.",
                    "The response has neither status line nor headers; it begins with %s.", Figure.quote(firstLine(page.bytes()))),
                    Text.of("El archivo de errorfile no es solo HTML: empieza por HTTP/1.1 503 Service Unavailable, luego Content-Type: text/html; "
                            + "charset=utf-8, una línea en blanco y el HTML.",
                            "An errorfile is not HTML alone: it begins with HTTP/1.1 503 Service Unavailable, then Content-Type: text/html; charset=utf-8, "
                                    + "an empty line and the HTML."));
        } else {
            statusLine(page, findings);
            headers(page, seen.raw(), findings);
            charset(page, findings);
        }
        return findings.verdict(Text.of("Línea de estado completa, estado 503, Content-Type y un juego de caracteres declarado y cierto.",
                "A whole status line, status 503, Content-Type, and a charset that is declared and true."),
                () -> Text.of("Estado 503, Content-Type %s, juego de caracteres %s.", "Status 503, Content-Type %s, charset %s.", Figure.quote(page.type()),
                        page.declared().orElse("–")).then(notes(page, seen.raw())));
    }

    private static void statusLine(ErrorPage page, Findings findings) {
        if (page.status() == 0) {
            findings.wrong(Text.of("La línea de estado está mal escrita: %s.", "The status line is malformed: %s.", Figure.quote(page.statusLine())),
                    Text.of("La primera línea del archivo es HTTP/1.1 503 Service Unavailable.", "The file's first line is HTTP/1.1 503 Service Unavailable."));
        } else if (page.status() != UNAVAILABLE) {
            findings.wrong(Text.of("Respondió con el estado %s y no con 503.", "It answered with status %s and not 503.", page.status()),
                    Text.of("Con otro estado, buscadores y programas no saben que es una falla pasajera: la primera línea del archivo es HTTP/1.1 503 Service "
                            + "Unavailable.",
                            "With another status, search engines and programs do not know that it is a passing failure: the file's first line is HTTP/1.1 503 "
                                    + "Service Unavailable."));
        }
    }

    private static void headers(ErrorPage page, RawAnswer raw, Findings findings) {
        if (!page.malformed().isEmpty()) {
            findings.wrong(Text.of("Entre las cabeceras hay una línea que no lo es: %s.", "Among the headers there is a line that is none: %s.",
                    Figure.quote(page.malformed())),
                    Text.of("Deje una línea en blanco entre las cabeceras y el HTML.", "Leave an empty line between the headers and the HTML."));
        }
        String length = page.headers().getOrDefault("content-length", "").strip();
        if (raw.ended().isEmpty() && page.malformed().isEmpty() && !length.isEmpty() && !length.equals(String.valueOf(page.bytes().length()))) {
            findings.wrong(Text.of("Content-Length dice %s y llegaron %s bytes.", "Content-Length says %s and %s bytes came.", Figure.quote(length),
                    Figure.count(page.bytes().length())),
                    Text.of("Quite Content-Length del archivo.", "Take Content-Length out of the file."));
        }
        String type = page.type().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.isEmpty()) {
            findings.wrong(Text.of("Falta Content-Type.", "Content-Type is missing."), typeRemedy());
        } else if (!type.matches("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+")) {
            findings.wrong(Text.of("Content-Type es %s, que no es ningún tipo.", "Content-Type is %s, which is no type.", Figure.quote(page.type())),
                    typeRemedy());
        } else if (page.markup() && !type.contains("html")) {
            findings.wrong(Text.of("Es HTML y se envía como %s: el navegador muestra el código.", "It is HTML and sent as %s: browsers show its source.",
                    Figure.quote(page.type())), typeRemedy());
        }
    }

    private static void charset(ErrorPage page, Findings findings) {
        if (page.declared().isEmpty()) {
            if (page.beyondAscii()) {
                findings.wrong(Text.of("Tiene tildes o signos y no declara su juego de caracteres: cada navegador adivina.",
                        "It has accents or signs and does not declare its charset: each browser guesses."), typeRemedy());
            }
            return;
        }
        String name = page.declared().get();
        Optional<Charset> charset = ErrorPage.charset(name);
        if (charset.isEmpty()) {
            findings.wrong(Text.of("Declara un juego de caracteres que no existe: %s.", "It declares a charset that does not exist: %s.", Figure.quote(name)),
                    typeRemedy());
        } else if (page.beyondAscii() && !isTrue(page, charset.get())) {
            findings.wrong(Text.of("Declara %s y sus bytes no lo son: las tildes se estropean.", "It declares %s and its bytes are not: accents break.",
                    Figure.quote(name)),
                    Text.of("Guarde el archivo en UTF-8 y declare charset=utf-8.", "Save the file as UTF-8 and declare charset=utf-8."));
        }
    }

    /** Bytes that make UTF-8 make it by no chance: one that says anything else of them is wrong, although it gives every byte a letter. */
    private static boolean isTrue(ErrorPage page, Charset charset) {
        boolean utf8 = page.in(StandardCharsets.UTF_8).isPresent();
        return page.in(charset).isPresent() && (!utf8 || charset.name().startsWith("UTF-"));
    }

    private static Text typeRemedy() {
        return Text.of("Ponga en el archivo Content-Type: text/html; charset=utf-8.", "Put Content-Type: text/html; charset=utf-8 into the file.");
    }

    /** What is odd and does no harm. */
    private static Text notes(ErrorPage page, RawAnswer raw) {
        List<Text> notes = new ArrayList<>();
        if (page.statusLine().startsWith("HTTP/1.0") || page.statusLine().startsWith("HTTP/0")) {
            notes.add(Text.of("La línea de estado dice %s.", "The status line says %s.", page.statusLine().split(" ")[0]));
        }
        String reason = page.statusLine().replaceFirst("^\\S+ \\d{3} ?", "");
        if (!reason.equalsIgnoreCase(REASON)) {
            notes.add(Text.of("La frase de la línea de estado es %s y no Service Unavailable.", "The status line's phrase is %s and not Service Unavailable.",
                    Figure.quote(reason)));
        }
        if (raw.head().replace("\r\n", "").contains("\n")) {
            notes.add(Text.of("Las líneas de cabecera terminan en LF y no en CRLF.", "The header lines end in LF and not in CRLF."));
        }
        return notes.stream().reduce(Text.same(""), Text::then);
    }

    private static String firstLine(String bytes) {
        return bytes.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }
}
