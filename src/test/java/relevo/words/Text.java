package relevo.words;

import java.util.Locale;

/**
 * One sentence for people, in both languages of the course.
 *
 * @param es Spanish, shown first
 * @param en English
 */
public record Text(String es, String en) {

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

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + " " + second;
    }

    /** Spanish, then English on a line of its own. */
    @Override
    public String toString() {
        return es.equals(en) ? es : es + "\n" + en;
    }
}
