package relevo.judge;

import java.util.function.Function;
import relevo.verdict.Verdict;

/**
 * How one requirement becomes a verdict.
 *
 * @param id    of the catalogue
 * @param seen  the kind of observation that decides it, with everything that its judge takes
 * @param judge a pure function: the same observation has the same verdict, now and later
 * @param <T>   that kind
 */
public record Ruling<T>(String id, Class<T> seen, Function<T, Verdict> judge) {

    /** The verdict. @throws IllegalArgumentException as {@link #mustFit} does */
    public Verdict on(Object observed) {
        mustFit(observed);
        return judge.apply(seen.cast(observed));
    }

    /** @throws IllegalArgumentException when this requirement is judged by something else; says by what */
    public void mustFit(Object observed) {
        if (!seen.isInstance(observed)) {
            throw new IllegalArgumentException("%s is judged by %s, not by %s: see judge/Rulings.java"
                    .formatted(id, seen.getSimpleName(), observed == null ? "nothing" : observed.getClass().getSimpleName()));
        }
    }
}
