package relevo.course.format;

import java.util.ArrayDeque;
import java.util.Deque;
import relevo.words.Printable;

/** XML of elements, attributes and texts, one element a line; a stranger's letters that XML forbids or a terminal acts on are shown as {@code ·}. */
final class Xml {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element. @param attributes name, value, name, value … */
    Xml open(String name, String... attributes) {
        begin(name, attributes);
        out.append(">\n");
        open.push(name);
        return this;
    }

    /** An element with a text and nothing else in it. */
    Xml text(String name, String text, String... attributes) {
        begin(name, attributes);
        out.append('>').append(escape(text)).append("</").append(name).append(">\n");
        return this;
    }

    /** An element with nothing in it. */
    Xml empty(String name, String... attributes) {
        begin(name, attributes);
        out.append("/>\n");
        return this;
    }

    /** Ends the innermost element. */
    Xml close() {
        var name = open.pop();
        indent();
        out.append("</").append(name).append(">\n");
        return this;
    }

    private void begin(String name, String... attributes) {
        indent();
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1]).replace("\n", "&#10;")).append('"');
        }
    }

    private void indent() {
        out.append("  ".repeat(open.size()));
    }

    private static String escape(String text) {
        var escaped = new StringBuilder(text.length());
        Printable.of(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case 0xFFFE, 0xFFFF -> escaped.append('·');
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
