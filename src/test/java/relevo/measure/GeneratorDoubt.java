package relevo.measure;

import java.util.Optional;
import relevo.observation.LoadRun;
import relevo.timing.Timing;
import relevo.words.Figure;
import relevo.words.Text;

/** Whether the load generator, and not the cluster, limited a run: then the run proves nothing about the cluster. */
public final class GeneratorDoubt {

    /** It must have sent at least this part of the schedule. */
    public static final double ACHIEVED = 0.9;
    /** 99 % of the requests must have been sent at most this late, ms. */
    public static final double LAG_MS = 250;
    /** It may be asked for at most this part of what it reaches against a server that answers at once. */
    public static final double OF_CEILING = 0.5;

    private GeneratorDoubt() {
    }

    /** Requests per second really sent, over the schedule. */
    public static double sentPerSecond(LoadRun run) {
        return run.seconds() > 0 ? run.seen().answers().size() / run.seconds() : 0;
    }

    /** Why the run proves nothing; empty where the generator kept up. */
    public static Optional<Text> of(LoadRun run) {
        if (fellShort(run)) {
            return Optional.of(Text.of("El generador envió %s de %s peticiones previstas (escenario %s).",
                    "The generator sent %s of %s planned requests (scenario %s).",
                    Figure.count(run.seen().answers().size()), Figure.count(run.planned()), run.scenario()));
        }
        if (run.worstLagMs() > LAG_MS * Timing.slowness()) {
            return Optional.of(Text.of("El generador enviaba con %s de retraso (p99; escenario %s); se admiten %s.",
                    "The generator sent %s late (p99; scenario %s); %s are accepted.",
                    Figure.millis(run.worstLagMs()), run.scenario(), Figure.millis(LAG_MS * Timing.slowness())));
        }
        if (run.ceilingPerSecond() > 0 && run.mostPerSecond() > OF_CEILING * run.ceilingPerSecond()) {
            return Optional.of(Text.of("Se pidieron %s y este generador alcanza %s (escenario %s): más de la mitad de su techo.",
                    "%s were asked for and this generator reaches %s (scenario %s): more than half its ceiling.",
                    Figure.rate(run.mostPerSecond()), Figure.rate(run.ceilingPerSecond()), run.scenario()));
        }
        return Optional.empty();
    }

    /** Whether it sent clearly less than the schedule of an open model says. */
    public static boolean fellShort(LoadRun run) {
        return run.seen().answers().size() < ACHIEVED * run.planned();
    }
}
