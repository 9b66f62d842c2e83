package relevo.plan;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes the XML of a JMeter plan, with everything escaped that is not its own. */
final class PlanXml {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes each name followed by its value */
    PlanXml open(String tag, String... attributes) {
        indent().append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1])).append('"');
        }
        text.append(">\n");
        open.push(tag);
        return this;
    }

    /** An element of JMeter's, which has a class by the same name. */
    PlanXml element(String type, String name) {
        return open(type, "guiclass", type.equals("TestPlan") ? "TestPlanGui" : type + "Gui", "testclass", type, "testname", name);
    }

    PlanXml property(String type, String name, Object value) {
        indent().append('<').append(type).append(" name=\"").append(name).append("\">").append(escaped(String.valueOf(value))).append("</").append(type)
                .append(">\n");
        return this;
    }

    PlanXml close() {
        String tag = open.pop();
        indent().append("</").append(tag).append(">\n");
        return this;
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(open.size()));
    }

    /** What XML 1.0 cannot hold is left out. */
    private static String escaped(String raw) {
        StringBuilder escaped = new StringBuilder();
        raw.codePoints().filter(point -> point == '\t' || point == '\n' || point >= ' ' && (point < 0xd800 || point > 0xdfff) && point < 0xfffe
                || point > 0xffff).forEach(point -> {
                    switch (point) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        default -> escaped.appendCodePoint(point);
                    }
                });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
