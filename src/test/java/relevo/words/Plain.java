package relevo.words;

import relevo.words.Printable;

/** Takes from untrusted text what could act on a terminal or turn a line around: controls and bidirectional overrides. */
public final class Plain {

    private Plain() {
    }

    /** The text with every such character shown as {@code ·}; line feeds stay, tabs become spaces. */
    public static String of(String text) {
        return Printable.of(text);
    }
}
