package relevo.words;

import java.util.Arrays;

/** What a delivery says of itself (names, values, paths), fit for one line of a report or of a terminal. */
public final class Shown {

    private static final int LONGEST = 100;
    private static final int LONGEST_PATH = 400;

    private Shown() {
    }

    /** Without controls, format characters and broken halves, on one line, and not too long. */
    public static String of(String name) {
        return of(name, LONGEST);
    }

    /** The same with another limit, in characters: a path that is to be typed again must be whole. */
    public static String of(String name, int longest) {
        StringBuilder shown = new StringBuilder();
        name.strip().codePoints().limit(longest + 1L).forEach(point -> shown.appendCodePoint(Printable.acts(point) ? '·' : point));
        return shown.codePointCount(0, shown.length()) <= longest ? shown.toString()
                : shown.substring(0, shown.offsetByCodePoints(0, longest)) + "…";
    }

    /** A sentence whose arguments a delivery chose: each made fit to be shown, with room for a path; numbers stay numbers. */
    public static Text text(String es, String en, Object... untrusted) {
        return Text.of(es, en, Arrays.stream(untrusted).map(arg -> arg instanceof Number ? arg : of(String.valueOf(arg), LONGEST_PATH)).toArray());
    }
}
