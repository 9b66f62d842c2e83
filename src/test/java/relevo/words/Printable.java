package relevo.words;

/** What a stranger wrote, fit for a terminal: a name in a delivery may move the cursor, colour the screen or turn a line around. */
public final class Printable {

    private static final int LONGEST = 80;

    private Printable() {
    }

    /** The text with every character that acts shown as {@code ·}; line feeds stay, tabs become spaces. */
    public static String of(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c == '\t' ? ' ' : c != '\n' && acts(c) ? '·' : c));
        return out.toString();
    }

    /** The same on one line of at most 80 characters. */
    public static String line(String text) {
        // Cut first: what is shown may be as long as its writer liked.
        var head = text.strip();
        var cut = head.codePointCount(0, head.length()) > LONGEST ? head.substring(0, head.offsetByCodePoints(0, LONGEST - 1)) + "…" : head;
        return of(cut).replace('\n', '·');
    }

    /** The same document for programs, and one that moves no cursor when a person prints it. @param json its line ends are those between values */
    public static String json(String json) {
        var out = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (c != '\n' && c != '\r' && acts(c)) {
                new String(Character.toChars(c)).chars().forEach(half -> out.append("\\u%04x".formatted(half)));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Whether a character is no letter to be seen: controls, bidirectional overrides, halves of characters, separators of lines. */
    public static boolean acts(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.SURROGATE
                || c == 0x2028 || c == 0x2029;
    }
}
