package relevo.cluster;

import java.util.ArrayDeque;
import java.util.Deque;

/** What must be done so that the cluster is as it was; each entry is made before the change that it undoes. */
final class Undo {

    private final Deque<Runnable> steps = new ArrayDeque<>();

    synchronized void register(Runnable step) {
        steps.push(step);
    }

    synchronized boolean isEmpty() {
        return steps.isEmpty();
    }

    /** The last change first. A step that fails does not keep the others from being done; the first failure is thrown at the end. */
    synchronized void undoAll() {
        RuntimeException first = null;
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (RuntimeException failed) {
                if (first == null) {
                    first = failed;
                } else {
                    first.addSuppressed(failed);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
