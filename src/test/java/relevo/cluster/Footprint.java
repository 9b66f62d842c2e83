package relevo.cluster;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** What was looked at since it was last asked: nothing else than that can have decided what was seen. */
public final class Footprint {

    private volatile Trace trace = new Trace();

    /** What can be looked at. */
    public enum Part {
        /** What the balancer does with requests. */
        TRAFFIC,
        /** Its page of statistics. */
        STATISTICS,
        /** Which programs run and listen, and how they are configured. */
        PROGRAMS,
        /** What visitors get when no server is left. */
        APOLOGY,
        /** What the manager says of machines and instances. */
        MANAGER
    }

    /**
     * What was looked at.
     *
     * @param parts   of the cluster
     * @param seconds that were spared because the same had been looked at before, s
     */
    public record Steps(Set<Part> parts, double seconds) {
    }

    /** What is looked at until the next one begins. */
    static final class Trace {

        private final Set<Part> parts = new ConcurrentSkipListSet<>();
        private volatile double seconds;

        private Steps steps() {
            return new Steps(new TreeSet<>(parts), seconds);
        }
    }

    /** Notes a look, from any thread. */
    void touch(Part part) {
        trace.parts.add(part);
    }

    /** Notes what was looked at before, and serves again. */
    void follow(Steps earlier) {
        trace.parts.addAll(earlier.parts);
        trace.seconds += earlier.seconds;
    }

    /** What was looked at until now; what is looked at from now on is another's. */
    public Steps take() {
        return begin().steps();
    }

    /** As {@link #take}, to be gone on with at {@link #end}. */
    Trace begin() {
        var before = trace;
        trace = new Trace();
        return before;
    }

    /** What was looked at since the last beginning; it belongs to what was broken off there as well. */
    Steps end(Trace outer) {
        var inner = trace.steps();
        outer.parts.addAll(inner.parts);
        outer.seconds += inner.seconds;
        trace = outer;
        return inner;
    }
}
