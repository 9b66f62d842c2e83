package relevo.substrate;

import java.util.function.Supplier;
import relevo.machine.Output;
import relevo.machine.Progress;
import relevo.timing.Timing;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** How many times longer than usual everything may take here: told by {@code -Drelevo.slowness}, otherwise measured where the nodes run. */
public final class Slowness {

    /** The script of {@code infra/} that measures it; set-up, the scripts of provision/ and Vagrant ask it too. */
    public static final String SCRIPT = "slowness";

    private Slowness() {
    }

    /**
     * Stretches every limit of this run by it.
     *
     * @param measured what {@link #SCRIPT} left where the nodes run; not asked where the factor was told
     */
    public static void settle(Settings settings, Supplier<Output> measured, Progress progress) {
        var times = settings.slowness().orElseGet(() -> of(measured.get()));
        Timing.stretch(times);
        if (times > 1) {
            progress.say("relevo", (settings.slowness().isPresent() ? "relevo.slowness" : "the machine is slow, its processor emulated or weak")
                    + ": every limit is " + times + " times as long");
        }
    }

    private static double of(Output measured) {
        var said = measured.out().strip();
        if (!measured.ok() || !said.matches("[1-9]\\d{0,2}")) {
            throw new CannotStart(Text.of("infra/%s no dice cuán lenta es la máquina: %s", "infra/%s does not say how slow the machine is: %s", SCRIPT,
                    measured.complaint()),
                    Text.of("Dígalo con -Drelevo.slowness=…", "Say it with -Drelevo.slowness=…"));
        }
        return Integer.parseInt(said);
    }
}
