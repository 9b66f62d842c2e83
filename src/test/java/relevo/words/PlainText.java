package relevo.words;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person reads of an HTML page, nearly: enough to look for words in it, not to render it. */
public final class PlainText {

    private static final Pattern UNSEEN = Pattern.compile("(?is)<!--.*?-->|<(script|style|title|template|noscript)\\b.*?(</\\1\\s*>|\\z)");
    private static final Pattern ALTERNATIVE = Pattern.compile("(?is)<img\\b[^>]*?\\balt\\s*=\\s*(\"([^\"]*)\"|'([^']*)')[^>]*>");
    private static final Pattern TAG = Pattern.compile("(?s)<[a-zA-Z/!?][^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#[xX]?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});?");
    private static final Map<String, String> NAMED = Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"), Map.entry("gt", ">"),
            Map.entry("quot", "\""), Map.entry("apos", "'"), Map.entry("nbsp", " "), Map.entry("iexcl", "¡"), Map.entry("iquest", "¿"),
            Map.entry("ndash", "–"), Map.entry("mdash", "—"), Map.entry("hellip", "…"), Map.entry("shy", ""), Map.entry("rsquo", "'"));
    // &aacute; is the letter a and an accent; accents are dropped anyway.
    private static final Pattern ACCENTED = Pattern.compile("([a-zA-Z])(acute|grave|uml|tilde|circ|cedil|ring)");

    private PlainText() {
    }

    /** The page's text on one line: no tags, comments, scripts, styles or title; entities decoded; images by their {@code alt}. */
    public static String of(String html) {
        String text = UNSEEN.matcher(html).replaceAll(" ");
        text = ALTERNATIVE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(" " + (match.group(2) != null ? match.group(2) : match.group(3)) + " "));
        text = TAG.matcher(text).replaceAll(" ");
        text = ENTITY.matcher(text).replaceAll(match -> Matcher.quoteReplacement(decoded(match.group(), match.group(1))));
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** As {@link #of}, in lower case and without accents, to look for words. */
    public static String folded(String html) {
        return Normalizer.normalize(of(html), Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }

    private static String decoded(String whole, String name) {
        if (name.startsWith("#")) {
            boolean hex = Character.toLowerCase(name.charAt(1)) == 'x';
            try {
                int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
                return Character.isValidCodePoint(point) ? Character.toString(point) : whole;
            } catch (NumberFormatException malformed) {
                return whole;
            }
        }
        Matcher accented = ACCENTED.matcher(name);
        return accented.matches() ? accented.group(1) : NAMED.getOrDefault(name, whole);
    }
}
