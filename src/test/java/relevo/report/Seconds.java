package relevo.report;

import java.util.Locale;

/** A time as people read it. */
public final class Seconds {

    private Seconds() {
    }

    /** {@code 0.8 s}, {@code 12 s}, {@code 4 min 21 s}. */
    public static String show(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        var whole = Math.round(seconds);
        return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }
}
