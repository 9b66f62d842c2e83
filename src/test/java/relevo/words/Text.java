package relevo.words;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One sentence for people, in both languages of the course.
 *
 * @param es Spanish, shown first
 * @param en English
 */
public record Text(String es, String en) {

    /** Stands before and after an aside; no reader sees it. */
    private static final char MARK = '\u2063';
    /** An aside, with the brackets that a sentence may have put around it. */
    private static final Pattern ASIDE = Pattern.compile("\\s*\\(?" + MARK + "([^" + MARK + "]*)" + MARK + "\\)?");

    /**
     * Formats the same arguments into both sentences, with {@link Locale#ROOT} so that figures read alike everywhere.
     *
     * @param es   a {@link String#format} pattern
     * @param en   a {@link String#format} pattern
     * @param args taken by both patterns, by position ({@code %1$s}) where their order differs
     */
    public static Text of(String es, String en, Object... args) {
        return args.length == 0
                ? new Text(es, en)
                : new Text(String.format(Locale.ROOT, es, args), String.format(Locale.ROOT, en, args));
    }

    /** The same in both languages: a name, a figure, a line quoted from a program. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    /** This sentence, a space, and the next. */
    public Text then(Text next) {
        return new Text(join(es, next.es), join(en, next.en));
    }

    /** Marks the whole of it as an aside, such as the figures of a statistical test: reports fold it away, wherever it was joined to. */
    public Text asAside() {
        return each(side -> side.isEmpty() ? side : MARK + side + MARK);
    }

    /** What is left when the asides are left out. */
    public Text withoutAsides() {
        return each(side -> side.indexOf(MARK) < 0 ? side : unmarked(ASIDE.matcher(side).replaceAll("").strip()));
    }

    /** The asides alone, one after another; empty in both languages when there are none. */
    public Text asides() {
        return each(side -> ASIDE.matcher(side).results().map((MatchResult found) -> found.group(1)).distinct().collect(Collectors.joining(" ")));
    }

    /** All of it, asides included and no longer marked. */
    public Text flat() {
        return each(Text::unmarked);
    }

    private Text each(UnaryOperator<String> change) {
        return new Text(change.apply(es), change.apply(en));
    }

    private static String unmarked(String side) {
        return side.replace(String.valueOf(MARK), "");
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + " " + second;
    }

    /** Spanish, then English on a line of its own; {@link Printable}, because consoles show what exceptions say. */
    @Override
    public String toString() {
        return Printable.of(unmarked(es.equals(en) ? es : es + "\n" + en));
    }
}
