package relevo.load;

import java.nio.file.Path;
import java.util.List;

/** The load scenarios of this run: {@code scenarios.yaml}, or the file that {@code -Drelevo.scenarios} names. */
public final class Scenarios {

    private Scenarios() {
    }

    /** All of them, in the file's order. */
    public static List<Scenario> all() {
        throw new UnsupportedOperationException();
    }

    /** The one of this name. */
    public static Scenario named(String name) {
        throw new UnsupportedOperationException();
    }

    /** Reads a file of scenarios. */
    public static List<Scenario> read(Path file) {
        throw new UnsupportedOperationException();
    }
}
