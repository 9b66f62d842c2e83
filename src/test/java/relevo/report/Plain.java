package relevo.report;

/** Takes from untrusted text what could act on a terminal or turn a line around: controls and bidirectional overrides. */
public final class Plain {

    private Plain() {
    }

    /** The text with every such character shown as {@code ·}; line feeds stay, tabs become spaces. */
    public static String of(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c == '\t' ? ' ' : acts(c) ? '·' : c));
        return out.toString();
    }

    private static boolean acts(int c) {
        return c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE || c == 0x2028 || c == 0x2029);
    }
}
