package relevo.judge;

import java.util.Optional;
import relevo.observation.NobodyLeft;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.PlainText;
import relevo.words.Text;

/** Judges S4: the page that is shown when no server is left apologises, in words that a person would recognise. */
public final class Wording {

    /** Characters: as much as a page of this kind ever says, and no more than a row of the checklist bears. */
    static final int WHOLE = 500;
    /** What accents become where bytes and charset do not agree. */
    private static final String GARBLED = "[\\u00c2\\u00c3\\ufffd]";

    private Wording() {
    }

    /**
     * S4: the page apologises, in Spanish or English; what is doubtful is for the teacher, who gets to see its text.
     *
     * @param seen what came while every web server was stopped
     */
    public static Verdict apologises(NobodyLeft seen) {
        if (!Apology.shown(seen).isMet()) {
            return Verdict.waitsFor("S1", Text.of("Sin página propia no hay disculpa que leer.",
                    "Without a page of the team's own there is no apology to read."));
        }
        ErrorPage page = ErrorPage.of(seen.raw());
        String read = page.read(seen.rendered());
        String beside = page.plain() ? "" : PlainText.beside(page.body());
        boolean garbled = !read.equals(read.replaceAll(GARBLED, ""));
        Optional<String> apology = Lexicon.OWN.apology(read).or(() -> garbled ? Lexicon.OWN.apology(page.text()) : Optional.empty())
                .or(() -> Lexicon.OWN.apology(beside));
        if (apology.isPresent()) {
            return Verdict.met(Text.of("La página pide disculpas: %s.", "The page apologises: %s.", Figure.quote(apology.get())));
        }
        Optional<String> unseen = Lexicon.OWN.apology(page.text());
        if (unseen.isPresent()) {
            return Verdict.forTheTeacher(Text.of("La página trae una disculpa (%s) que el navegador no mostró; mostró: %s.",
                    "The page has an apology (%s) that the browser did not show; it showed: %s.", Figure.quote(unseen.get()), whole(read)),
                    Text.of("Abra la página y decida si quien la ve encuentra la disculpa.", "Open the page, and decide whether people find the apology."));
        }
        if (Lexicon.OWN.doubt(read).or(() -> Lexicon.OWN.doubt(page.text())).or(() -> Lexicon.OWN.doubt(beside)).isPresent()) {
            return Verdict.forTheTeacher(Text.of("No es claro si la página pide disculpas. Dice: %s.", "Whether the page apologises is not clear. It says: %s.",
                    whole(both(read, beside))),
                    Text.of("Decida si este texto es una disculpa.", "Decide whether this text is an apology."));
        }
        if (!page.plain() && (read.isEmpty() || PlainText.hasUnreadablePictures(page.body()))) {
            return Verdict.forTheTeacher(Text.of("La página tiene imágenes, que aquí no se leen, y este texto: %s.",
                    "The page has pictures, which are not read here, and this text: %s.", read.isEmpty() ? "–" : whole(read)),
                    Text.of("Mire la captura apology.png y decida si una imagen pide disculpas.",
                            "Look at the screenshot apology.png, and decide whether a picture apologises."));
        }
        return Verdict.notMet(Text.of("La página pide disculpas, en español o en inglés.", "The page apologises, in Spanish or English."),
                Text.of("La página no pide disculpas: %s.", "The page does not apologise: %s.", whole(read)),
                Text.of("Escriba en ella una disculpa (por ejemplo «Lo sentimos»).", "Write an apology into it (for example \"We are sorry\")."));
    }

    private static String both(String read, String beside) {
        return beside.isEmpty() || read.contains(beside) ? read : read + " · " + beside;
    }

    private static String whole(String text) {
        return "\"" + (text.length() > WHOLE ? text.substring(0, WHOLE) + "…" : text) + "\"";
    }
}
