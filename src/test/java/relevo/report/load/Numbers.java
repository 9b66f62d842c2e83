package relevo.report.load;

import java.util.Locale;

/** How figures are written in the load report; alike in both languages and on every machine, and never parted from their unit by the end of a line. */
public final class Numbers {

    private Numbers() {
    }

    /** {@code 1,512}. */
    public static String count(long n) {
        return format("%,d", n);
    }

    /** {@code 59.8/s}. */
    public static String rate(double perSecond) {
        return format("%,.1f/s", perSecond);
    }

    /** {@code 4.2 ms}, {@code 52 ms}, {@code 1,204 ms}. */
    public static String millis(double ms) {
        return format(ms != 0 && Math.abs(ms) < 10 ? "%.1f ms" : "%,.0f ms", ms);
    }

    /** {@code 4.2 s}, from s. */
    public static String seconds(double s) {
        return format("%,.1f s", s);
    }

    /** {@code 12.5 %}, {@code 0.02 %}, from a part of one. */
    public static String percent(double part) {
        return format(part != 0 && Math.abs(part) < 0.001 ? "%.2f %%" : "%.1f %%", 100 * part);
    }

    /** {@code 12.5}, {@code 0.04}: a mean of things that are counted. */
    public static String mean(double value) {
        return format(value != 0 && Math.abs(value) < 1 ? "%.2f" : "%,.1f", value);
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
