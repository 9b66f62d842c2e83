package relevo.report;

import java.util.Locale;

/** How much a requirement weighs. */
public enum Level {

    /** The assignment asks for it: graded, and the build fails without it. */
    CORE,
    /** Beyond the assignment: reported; it earns points only where a teacher's rubric gives it some. */
    EXTENDED,
    /** The teacher fills it in at the oral defence; no machine does. */
    ORAL,
    /** A row of the teacher's rubric, filled in by hand. */
    MANUAL,
    /** Another one, whose points come on top of the total. */
    EXTRA;

    /** The word used in {@code catalogue.yaml} and {@code checklist.json}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a machine can decide it. */
    public boolean automatic() {
        return this == CORE || this == EXTENDED;
    }
}
