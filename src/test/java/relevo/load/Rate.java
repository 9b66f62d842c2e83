package relevo.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much load: a figure, or a multiple of what production can take.
 *
 * @param value      requests/s or users; the factor when {@code ofCapacity}
 * @param ofCapacity whether {@code value} multiplies production's capacity
 */
public record Rate(double value, boolean ofCapacity) {

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(x capacity|/s)?");

    /**
     * Reads {@code 1.5 x capacity}, {@code 20/s} or {@code 20}.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static Rate parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is neither like '1.5 x capacity' nor like '20/s'");
        }
        double value = Double.parseDouble(form.group(1));
        if (value == 0) {
            throw new IllegalArgumentException("'" + text + "' is no load");
        }
        return new Rate(value, "x capacity".equals(form.group(2)));
    }

    /** The figure on a system of this capacity, in the capacity's unit. */
    public double at(double capacity) {
        return ofCapacity ? value * capacity : value;
    }

    /** A figure divided by so much; a multiple of the capacity as it is, since that knows how slow the system is. */
    Rate dividedBy(double times) {
        return ofCapacity ? this : new Rate(value / times, false);
    }
}
