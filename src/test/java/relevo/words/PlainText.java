package relevo.words;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a person reads of an HTML page, nearly: enough to look for words in it, not to render it. */
public final class PlainText {

    /** Letters: far more than anybody reads of a page. */
    private static final int READ = 20_000;
    /** No letter has as many: composing them, and looking for words among them, takes the square of their number. */
    private static final Pattern ACCENTS = Pattern.compile("(\\p{M}{8})\\p{M}+");
    private static final String UNSEEN = "script, style, template, noscript, title";
    /** Pictures that come with the page or from elsewhere; one of the same door is down with everything behind it. */
    private static final String UNREADABLE = "img:not([alt])[src~=(?i)^(data|https?):], img[alt~=^\\s*$][src~=(?i)^(data|https?):]";
    private static final String PICTURES = "img, svg, picture, canvas, video, object, embed";

    private PlainText() {
    }

    /** The page's text on one line: no tags, comments, scripts, styles or title; entities decoded; images by their {@code alt}. */
    public static String of(String html) {
        Document page = Jsoup.parse(html);
        // Emptied, not taken out: each that leaves a row of many makes all the others move up.
        page.select(UNSEEN).forEach(Element::empty);
        page.select("[alt]").forEach(image -> image.empty().appendText(" " + image.attr("alt") + " "));
        return onOneLine(page.text());
    }

    /** What a person may read beside the page's text: its title, the texts of its images, and those under the mouse. */
    public static String beside(String html) {
        Document page = Jsoup.parse(html);
        Set<String> texts = new LinkedHashSet<>();
        texts.add(page.title());
        page.select("[alt]").forEach(element -> texts.add(element.attr("alt")));
        page.select("[title]").forEach(element -> texts.add(element.attr("title")));
        return onOneLine(String.join(" ", texts));
    }

    /** Whether there is anything to see that is no text. */
    public static boolean hasPictures(String html) {
        return !Jsoup.parse(html).select(PICTURES).isEmpty();
    }

    /** Whether there is a picture that says nobody what it shows. */
    public static boolean hasUnreadablePictures(String html) {
        return !Jsoup.parse(html).select(UNREADABLE).isEmpty();
    }

    /** As {@link #of}, in lower case and without accents, to look for words. */
    public static String folded(String html) {
        return fold(of(html));
    }

    /** A text in lower case and without accents; each character stays where it is in the {@link Normalizer.Form#NFC composed} text. */
    public static String fold(String text) {
        String composed = composed(text);
        StringBuilder folded = new StringBuilder(composed.length());
        for (char c : composed.toCharArray()) {
            folded.append(Character.toLowerCase(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0)));
        }
        return folded.toString();
    }

    /** As much of a text as anybody reads. */
    public static String cut(String text) {
        return ACCENTS.matcher(text.length() > READ ? text.substring(0, READ) : text).replaceAll("$1");
    }

    /** A text, as far as anybody reads it, with each accent and its letter in one character. */
    public static String composed(String text) {
        return Normalizer.normalize(cut(text), Normalizer.Form.NFC);
    }

    private static String onOneLine(String text) {
        return composed(cut(text).replace("\u00ad", "").replaceAll("[\\s\\u00a0]+", " ").strip());
    }
}
