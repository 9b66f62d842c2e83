package relevo.report.load;

import java.util.Optional;
import relevo.words.Text;

/**
 * A figure in both runs.
 *
 * @param before as written; a dash where there is none
 * @param after  likewise
 * @param apart  the difference with its sign; empty where one of them is missing
 */
public record Difference(Text name, String before, String after, String apart, Trend change) {

    private static final String NONE = "—";

    /** Which way a figure should go. */
    enum Wish {
        MORE, LESS, NEITHER
    }

    static Difference of(Text name, Quantity quantity, Wish wish, double before, double after) {
        return of(name, quantity, wish, Optional.of(before), Optional.of(after));
    }

    static Difference of(Text name, Quantity quantity, Wish wish, Optional<Double> before, Optional<Double> after) {
        String first = before.map(quantity::show).orElse(NONE);
        String second = after.map(quantity::show).orElse(NONE);
        if (before.isEmpty() || after.isEmpty()) {
            return new Difference(name, first, second, "", before.isEmpty() && after.isEmpty() ? Trend.SAME : Trend.OTHER);
        }
        return new Difference(name, first, second, quantity.show(before.get(), after.get()), change(quantity, wish, before.get(), after.get()));
    }

    private static Trend change(Quantity quantity, Wish wish, double before, double after) {
        if (!quantity.differs(before, after)) {
            return Trend.SAME;
        }
        return switch (wish) {
            case NEITHER -> Trend.OTHER;
            case MORE -> after > before ? Trend.BETTER : Trend.WORSE;
            case LESS -> after < before ? Trend.BETTER : Trend.WORSE;
        };
    }
}
