package relevo.words;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How figures and lists are written in a verdict; alike in both languages and on every machine. */
public final class Figure {

    private static final int QUOTED = 120;

    private Figure() {
    }

    /** {@code 1512}, and {@code 15 120} with a narrow no-break space: a comma or a point is read as a decimal in one of the languages. */
    public static String count(long n) {
        return grouped(n, 0);
    }

    /** A figure with so many decimals; thousands stand apart from ten thousand on. */
    public static String grouped(double value, int decimals) {
        String plain = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return Math.abs(value) < 9_999.5 ? plain : plain.replaceAll("(?<=\\d)(?<!\\.\\d{0,9})(?=(\\d{3})+(\\.|$))", "\u202f");
    }

    /** {@code 4.2 s}, from ms. */
    public static String seconds(double ms) {
        return String.format(Locale.ROOT, "%.1f s", ms / 1000);
    }

    /** {@code 52 ms}. */
    public static String millis(double ms) {
        return grouped(ms, 0) + " ms";
    }

    /** {@code 59.8/s}. */
    public static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%.1f/s", perSecond);
    }

    /** {@code 12.5 %}, from a part and a whole. */
    public static String percent(double part, double whole) {
        return String.format(Locale.ROOT, "%.1f %%", whole == 0 ? 0 : 100 * part / whole);
    }

    /** {@code 3.2e-05}: a probability. */
    public static String probability(double p) {
        return String.format(Locale.ROOT, "%.1e", p);
    }

    /** {@code web1, web2}. */
    public static String list(Collection<String> names) {
        return String.join(", ", names);
    }

    /** {@code web1 30, web2 70}. */
    public static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream().map(e -> e.getKey() + " " + count(e.getValue())).collect(Collectors.joining(", "));
    }

    /** Something that another program said, on one line and not too long. */
    public static String quote(String said) {
        String line = said.strip().replaceAll("\\s+", " ");
        return "\"" + (line.length() > QUOTED ? line.substring(0, QUOTED) + "…" : line) + "\"";
    }
}
