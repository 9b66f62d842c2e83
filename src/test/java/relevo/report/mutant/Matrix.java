package relevo.report.mutant;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import relevo.verdict.Outcome;

/**
 * Wrong clusters, right ones and common deliveries against the requirements that were played on them.
 *
 * @param trials  in the order in which they were made
 * @param which   what was asked for: empty for all, a number for a sample, or ids
 * @param seed    of the sample
 * @param seconds the whole of it, s
 */
public record Matrix(List<Trial> trials, String which, long seed, double seconds) {

    public Matrix {
        trials = List.copyOf(trials);
    }

    /** Those of a kind. */
    public List<Trial> of(Kind kind) {
        return trials.stream().filter(trial -> trial.kind() == kind).toList();
    }

    /** How many were judged exactly as they are. */
    public long exact() {
        return trials.stream().filter(Trial::exact).count();
    }

    /** Ids of the clusters of a kind that this requirement rejects, as it should. */
    public SortedSet<String> rejectedBy(String requirement, Kind kind) {
        var ids = new TreeSet<String>();
        of(kind).stream().filter(trial -> trial.expected().fails().contains(requirement) && trial.with(Outcome.NOT_MET).contains(requirement))
                .forEach(trial -> ids.add(trial.id()));
        return ids;
    }
}
