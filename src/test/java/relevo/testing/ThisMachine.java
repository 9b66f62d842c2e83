package relevo.testing;

import java.nio.file.Path;
import relevo.machine.Command;
import relevo.timing.Timing;

/** The machine that the suite's own tests run on, for those that wait for something real. */
public final class ThisMachine {

    private ThisMachine() {
    }

    /** Stretches every limit as {@code infra/slowness} says; to be taken back with {@link #forget}. */
    public static void stretch() {
        Timing.stretch(Integer.parseInt(Command.of(Path.of("infra/slowness").toAbsolutePath().toString()).run().out().strip()));
    }

    /** Limits are again what they are where nothing is slow. */
    public static void forget() {
        Timing.stretch(1);
    }
}
