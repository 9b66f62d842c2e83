package relevo.report.picture;

import relevo.words.Printable;

/** Names that fit where they are drawn. The font is the reader's, so widths are on the generous side. */
final class Cut {

    /** The longest that a hint gets. */
    private static final int HINT = 600;
    private static final double FULL = 1.8;
    private static final double CAPITAL = 1.25;

    private Cut() {
    }

    /** The beginning of a text that takes no more room than so many ordinary characters, with an ellipsis where that is not all of it. */
    static String to(int characters, String text) {
        var plain = Printable.of(text).replace('\n', ' ');
        if (width(plain) <= characters) {
            return plain;
        }
        var cut = new StringBuilder();
        double room = characters - 1;
        for (int c : plain.codePoints().toArray()) {
            room -= width(c);
            if (room < 0) {
                break;
            }
            cut.appendCodePoint(c);
        }
        return cut.append('…').toString();
    }

    static String hint(String text) {
        return text.codePointCount(0, text.length()) <= HINT ? text : text.substring(0, text.offsetByCodePoints(0, HINT - 1)) + "…";
    }

    private static double width(String text) {
        return text.codePoints().mapToDouble(Cut::width).sum();
    }

    private static double width(int c) {
        return c >= 0x1100 ? FULL : Character.isUpperCase(c) || c == '@' || c == '%' ? CAPITAL : 1;
    }
}
