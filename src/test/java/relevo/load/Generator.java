package relevo.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Puts load on a target with JMeter, one plan at a time in a JVM.
 *
 * @param patience     how long it waits
 * @param keepAlive    whether users keep their connection for their next request; arrivals of the open model are new
 *                     users, who open one each
 * @param evenArrivals equal gaps between the open model's arrivals, not a Poisson process
 * @param jtl          where to write JMeter's results; the plan goes next to it as {@code .jmx}
 */
public record Generator(Patience patience, boolean keepAlive, boolean evenArrivals, Optional<Path> jtl) {

    /** Usual patience, connections kept, even arrivals, nothing written. */
    public Generator() {
        this(Patience.USUAL, true, true, Optional.empty());
    }

    public Generator waiting(Patience other) {
        return new Generator(other, keepAlive, evenArrivals, jtl);
    }

    public Generator keepingAlive(boolean other) {
        return new Generator(patience, other, evenArrivals, jtl);
    }

    public Generator arrivingEvenly(boolean other) {
        return new Generator(patience, keepAlive, other, jtl);
    }

    public Generator writing(Path results) {
        return new Generator(patience, keepAlive, evenArrivals, Optional.of(results));
    }

    /** Arrivals at one rate. */
    public Generated open(URI target, double perSecond, Duration length, long seed, long originNanos) {
        return open(target, List.of(Stage.flat(perSecond, length.toNanos() / 1e9)), seed, originNanos);
    }

    /** Arrivals that follow a schedule. */
    public Generated open(URI target, List<Stage> schedule, long seed, long originNanos) {
        throw new UnsupportedOperationException();
    }

    /** Users who ask again once answered. */
    public Generated closed(URI target, int users, Duration length, long originNanos) {
        throw new UnsupportedOperationException();
    }

    /** Requests/s against a server that answers at once. */
    public double ceilingPerSecond() {
        throw new UnsupportedOperationException();
    }
}
