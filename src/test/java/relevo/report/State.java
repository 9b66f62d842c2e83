package relevo.report;

import java.util.Locale;
import relevo.words.Text;

/** How a row of the checklist is shown: the outcomes, and the row that waits for another one. Never by colour alone. */
public enum State {

    MET("✓", "+", Text.of("Se cumple", "Met")),
    NOT_MET("✗", "x", Text.of("No se cumple", "Not met")),
    COULD_NOT_CHECK("?", "?", Text.of("No se pudo comprobar", "Could not check")),
    WAITS("→", ">", Text.of("Espera a otro requisito", "Waits for another")),
    NOT_APPLICABLE("–", "-", Text.of("No aplica", "Not applicable")),
    FOR_THE_TEACHER("✎", "*", Text.of("La califica el docente", "For the teacher"));

    private final String symbol;
    private final String ascii;
    private final Text label;

    State(String symbol, String ascii, Text label) {
        this.symbol = symbol;
        this.ascii = ascii;
        this.label = label;
    }

    /** One character. */
    public String symbol() {
        return symbol;
    }

    /** One ASCII character. */
    public String ascii() {
        return ascii;
    }

    /** In words. */
    public Text label() {
        return label;
    }

    /** A name for CSS: {@code not-met}. */
    public String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
