package relevo.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import relevo.cluster.Footprint.Steps;
import relevo.verdict.CannotCheck;

/** Observations that several requirements are judged by, each made once in a run, by the story's name. */
final class Stories {

    private final Map<String, Told> seen = new HashMap<>();
    private final Footprint footprint;

    /** What was seen, and what it took to see it. */
    private record Told(Object what, Steps steps) {
    }

    /** @param footprint told what a story looked at, also when it is told again */
    Stories(Footprint footprint) {
        this.footprint = footprint;
    }

    /** Another run begins. */
    synchronized void forget() {
        seen.clear();
    }

    /**
     * What a supplier saw, now or when it was asked before. What it saw while its thread was being interrupted is not the whole story, and is not told
     * again.
     *
     * @throws CannotCheck every time, when it threw one the first time
     */
    @SuppressWarnings("unchecked")
    synchronized <T> T once(String story, Supplier<T> supplier) {
        var found = seen.get(story);
        if (found != null) {
            footprint.follow(found.steps);
        } else {
            found = told(supplier);
            if (!Thread.currentThread().isInterrupted()) {
                seen.put(story, found);
            }
        }
        if (found.what instanceof CannotCheck failed) {
            throw failed;
        }
        return (T) found.what;
    }

    private Told told(Supplier<?> supplier) {
        var outer = footprint.begin();
        var began = System.nanoTime();
        Object what;
        Steps steps;
        try {
            what = supplier.get();
        } catch (CannotCheck failed) {
            what = failed;
        } finally {
            steps = footprint.end(outer);
        }
        return new Told(what, new Steps(steps.parts(), steps.seconds() + (System.nanoTime() - began) / 1e9));
    }
}
