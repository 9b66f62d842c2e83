package relevo.report.mutant;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;

/**
 * What a cluster deserves, by requirement.
 *
 * @param met     requirements that are met
 * @param fails   that are not met
 * @param blind   that cannot be checked, without a word on which other requirement that hangs
 * @param waits   that cannot be checked, with the one that each waits for
 * @param teacher that a person decides
 * @param strict  whether a requirement that is met must be said to be met; else nothing may be held against it, and that is all
 */
public record Expected(SortedSet<String> met, SortedSet<String> fails, SortedSet<String> blind, SortedMap<String, String> waits, SortedSet<String> teacher,
        boolean strict) {

    public Expected {
        met = Collections.unmodifiableSortedSet(new TreeSet<>(met));
        fails = Collections.unmodifiableSortedSet(new TreeSet<>(fails));
        blind = Collections.unmodifiableSortedSet(new TreeSet<>(blind));
        waits = Collections.unmodifiableSortedMap(new TreeMap<>(waits));
        teacher = Collections.unmodifiableSortedSet(new TreeSet<>(teacher));
    }

    /** Every requirement that is named. */
    public SortedSet<String> played() {
        var played = new TreeSet<>(met);
        played.addAll(fails);
        played.addAll(blind);
        played.addAll(waits.keySet());
        played.addAll(teacher);
        return played;
    }

    /** Requirements that are not met and are not said to be so. */
    SortedSet<String> holes(Map<String, Verdict> verdicts) {
        var holes = new TreeSet<>(fails);
        holes.removeIf(id -> is(Outcome.NOT_MET, verdicts.get(id)));
        return holes;
    }

    /** Requirements that are said not to be met without reason. */
    SortedSet<String> entangled(Map<String, Verdict> verdicts) {
        var entangled = new TreeSet<String>();
        verdicts.forEach((id, verdict) -> {
            if (is(Outcome.NOT_MET, verdict) && !fails.contains(id)) {
                entangled.add(id);
            }
        });
        return entangled;
    }

    /** Requirements on which something else was said than they deserve. */
    SortedSet<String> unforeseen(Map<String, Verdict> verdicts) {
        var unforeseen = new TreeSet<String>();
        verdicts.forEach((id, verdict) -> {
            if (!is(Outcome.NOT_MET, verdict) && !fails.contains(id) && !foreseen(id, verdict)) {
                unforeseen.add(id);
            }
        });
        return unforeseen;
    }

    private boolean foreseen(String id, Verdict verdict) {
        if (waits.containsKey(id)) {
            return is(Outcome.COULD_NOT_CHECK, verdict) && leadsTo(id, verdict.waitsFor());
        }
        if (teacher.contains(id)) {
            return is(Outcome.FOR_THE_TEACHER, verdict);
        }
        if (blind.contains(id)) {
            return !verdict.isMet();
        }
        return strict ? verdict.isMet() : !is(Outcome.COULD_NOT_CHECK, verdict);
    }

    /** What waits for one that itself waits has the other's root: either may be named. */
    private boolean leadsTo(String id, String root) {
        for (var next = waits.get(id); next != null; next = waits.get(next)) {
            if (next.equals(root)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(Outcome outcome, Verdict verdict) {
        return verdict != null && verdict.outcome() == outcome;
    }
}
