package relevo.report.mutant;

import java.util.Locale;
import relevo.words.Text;

/** Why a cluster other than the reference is tried. Each kind has a folder of its own in {@code src/test/resources/mutants/}. */
public enum Kind {

    /** Made to be rejected, by requirements that its file names. */
    WRONG(Text.of("Clústeres incorrectos", "Wrong clusters")),
    /** Made to be accepted. */
    RIGHT(Text.of("Clústeres correctos de otro diseño", "Right clusters of another design")),
    /** As teams deliver it: its file says what a careful teacher gives it, for every core requirement. */
    COMMON(Text.of("Entregas habituales", "Common deliveries"));

    private final Text title;

    Kind(Text title) {
        this.title = title;
    }

    /** In words, of many. */
    public Text title() {
        return title;
    }

    /** The name of its folder. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
