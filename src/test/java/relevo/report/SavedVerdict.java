package relevo.report;

import java.util.Optional;
import java.util.Set;
import relevo.archive.SavedObservations;
import relevo.judge.Ruling;
import relevo.judge.Rulings;
import relevo.timing.Timing;
import relevo.verdict.Verdict;

/**
 * The verdict that a saved run leads to on one requirement.
 *
 * @param verdict   as the run itself gave it, unless judges have changed since
 * @param judged    whether a judge gave it, now and from what was saved; otherwise the run gave it without one
 * @param scenarios names of the load scenarios that it rests on
 */
public record SavedVerdict(Verdict verdict, boolean judged, Set<String> scenarios) {

    /**
     * Judges again.
     *
     * @return empty where nothing is saved that leads to a verdict
     * @throws IllegalArgumentException when what is saved cannot be read or judged; names the file or the requirement
     */
    public static Optional<SavedVerdict> of(SavedObservations saved, String id) {
        var given = saved.verdict(id, Verdict.class);
        if (given.isPresent()) {
            return Optional.of(new SavedVerdict(given.get(), false, Set.of()));
        }
        return Rulings.on(id).flatMap(ruling -> judged(saved, ruling));
    }

    private static <T> Optional<SavedVerdict> judged(SavedObservations saved, Ruling<T> ruling) {
        return saved.seen(ruling.id(), ruling.seen()).map(seen -> new SavedVerdict(judged(ruling, seen), true, seen.scenarios()));
    }

    /** By the limits of the machine that the run took place on, which may have been a slow one. */
    private static <T> Verdict judged(Ruling<T> ruling, SavedObservations.Judged<T> seen) {
        var here = Timing.slowness();
        Timing.stretch(seen.slowness());
        try {
            return ruling.judge().apply(seen.seen());
        } catch (RuntimeException broken) {
            throw new IllegalArgumentException(ruling.id() + ": " + broken, broken);
        } finally {
            Timing.stretch(here);
        }
    }
}
