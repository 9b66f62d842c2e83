package relevo.report.load;

import java.util.Locale;
import relevo.words.Text;

/** What became of a figure or a verdict from one run to the next. Told by a symbol and by words, not by colour alone. */
public enum Trend {

    BETTER("▲", Text.of("mejor", "better")),
    WORSE("▼", Text.of("peor", "worse")),
    /** It differs, and that is neither good nor bad by itself. */
    OTHER("≠", Text.of("distinto", "different")),
    SAME("=", Text.of("igual", "same"));

    private final String symbol;
    private final Text label;

    Trend(String symbol, Text label) {
        this.symbol = symbol;
        this.label = label;
    }

    /** One character. */
    public String symbol() {
        return symbol;
    }

    /** In words. */
    public Text label() {
        return label;
    }

    /** A name for CSS. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
