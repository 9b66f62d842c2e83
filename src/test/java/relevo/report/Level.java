package relevo.report;

import java.util.Locale;

/** How much a requirement weighs. */
public enum Level {

    /** The assignment asks for it: graded, and the build fails without it. */
    CORE,
    /** Beyond the assignment: reported; it earns points only where a teacher's rubric gives it some. */
    EXTENDED,
    /** The teacher fills it in; no machine does. */
    ORAL;

    /** The word used in {@code catalogue.yaml} and {@code checklist.json}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
