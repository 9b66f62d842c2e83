package relevo.report.load;

import java.util.Locale;
import relevo.words.Figure;

/** How figures are written in the load report; alike in both languages and on every machine, and never parted from their unit by the end of a line. */
public final class Numbers {

    private Numbers() {
    }

    /** {@code 1512}. */
    public static String count(long n) {
        return Figure.count(n);
    }

    /** {@code 59.8/s}. */
    public static String rate(double perSecond) {
        return Figure.grouped(perSecond, 1) + "/s";
    }

    /** {@code 4.2 ms}, {@code 52 ms}, {@code 1204 ms}. */
    public static String millis(double ms) {
        return Figure.grouped(ms, ms != 0 && Math.abs(ms) < 10 ? 1 : 0) + "\u00a0ms";
    }

    /** {@code 4.2 s}, from s. */
    public static String seconds(double s) {
        return Figure.grouped(s, 1) + "\u00a0s";
    }

    /** {@code 12.5 %}, {@code 0.02 %}, from a part of one. */
    public static String percent(double part) {
        return format(part != 0 && Math.abs(part) < 0.001 ? "%.2f %%" : "%.1f %%", 100 * part);
    }

    /** {@code 12.5}, {@code 0.04}: a mean of things that are counted. */
    public static String mean(double value) {
        return Figure.grouped(value, value != 0 && Math.abs(value) < 1 ? 2 : 1);
    }

    /** {@code 0.0021}: a parameter of a law. */
    public static String parameter(double value) {
        return format("%.4f", value);
    }

    /** {@code +1.2}, {@code −0.4}, {@code 0.0}: a difference of two parts of one, in points of a hundred. */
    public static String points(double difference) {
        return signed("%+.1f", 100 * difference);
    }

    /** A difference with its sign, but for none at all. */
    static String signed(String pattern, double difference) {
        String text = format(pattern, difference);
        boolean nothing = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return nothing ? text.substring(1) : text.replace('-', '−');
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value).replace(' ', '\u00a0');
    }
}
