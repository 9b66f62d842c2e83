package relevo.report.chart;

import java.util.Locale;

/** The commands of a path, as they are added, to a tenth of a unit. */
final class Trace {

    private final StringBuilder commands = new StringBuilder();

    Trace move(double x, double y) {
        return add('M', x, y);
    }

    Trace line(double x, double y) {
        return add('L', x, y);
    }

    Trace close() {
        commands.append('Z');
        return this;
    }

    /** A rectangle, by two corners. */
    Trace box(double x1, double y1, double x2, double y2) {
        return move(x1, y1).line(x2, y1).line(x2, y2).line(x1, y2).close();
    }

    /** A round dot. */
    Trace dot(double x, double y, double radius) {
        move(x - radius, y);
        commands.append(String.format(Locale.ROOT, "a%1$.1f %1$.1f 0 1 0 %2$.1f 0a%1$.1f %1$.1f 0 1 0 -%2$.1f 0", radius, 2 * radius));
        return close();
    }

    private Trace add(char command, double x, double y) {
        commands.append(command).append(coordinate(x)).append(' ').append(coordinate(y));
        return this;
    }

    static String coordinate(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.equals("-0.0") ? "0" : text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    @Override
    public String toString() {
        return commands.toString();
    }
}
