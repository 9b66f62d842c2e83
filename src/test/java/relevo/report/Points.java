package relevo.report;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.regex.Pattern;

/** Points are decimal, exactly as a teacher writes them. */
public final class Points {

    private static final Pattern PLAIN = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

    private Points() {
    }

    /**
     * Reads {@code 0.15}.
     *
     * @throws IllegalArgumentException when it is negative or no plain decimal number; the message names {@code file} and {@code what}
     */
    static BigDecimal parse(String file, String what, Object value) {
        if (value instanceof String text && PLAIN.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        throw new IllegalArgumentException(
                "%s: %s is \"%s\": write zero or more points as a decimal number with a point, such as 0.8".formatted(file, what, value));
    }

    /** All of them together; 0 for none. */
    public static BigDecimal sum(Collection<BigDecimal> points) {
        return points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same points with at least one decimal, and no trailing zeros beyond it: {@code 0.15}, {@code 4.0}. */
    public static BigDecimal tidy(BigDecimal points) {
        var plain = points.stripTrailingZeros();
        return plain.scale() < 1 ? plain.setScale(1) : plain;
    }

    /** {@link #tidy} as text. */
    public static String show(BigDecimal points) {
        return tidy(points).toPlainString();
    }
}
