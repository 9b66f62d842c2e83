package relevo.cluster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import relevo.verdict.CannotCheck;

/** Observations that several requirements are judged by, each made once in a run, by the story's name. */
final class Stories {

    private final Map<String, Object> seen = new ConcurrentHashMap<>();

    /** Another run begins. */
    void forget() {
        seen.clear();
    }

    /** What a supplier saw, now or when it was asked before. @throws CannotCheck every time, when it threw one the first time */
    @SuppressWarnings("unchecked")
    <T> T once(String story, Supplier<T> supplier) {
        var found = seen.computeIfAbsent(story, unseen -> {
            try {
                return supplier.get();
            } catch (CannotCheck failed) {
                return failed;
            }
        });
        if (found instanceof CannotCheck failed) {
            throw failed;
        }
        return (T) found;
    }
}
