package relevo.report.mutant;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import relevo.verdict.Outcome;

/**
 * Wrong and right clusters against the requirements that were played on them.
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

    /** The wrong clusters. */
    public List<Trial> wrong() {
        return trials.stream().filter(trial -> !trial.right()).toList();
    }

    /** The right ones. */
    public List<Trial> right() {
        return trials.stream().filter(Trial::right).toList();
    }

    /** How many were judged exactly as they are. */
    public long exact() {
        return trials.stream().filter(Trial::exact).count();
    }

    /** Ids of the wrong clusters that this requirement rejects, as it should. */
    public SortedSet<String> rejectedBy(String requirement) {
        var ids = new TreeSet<String>();
        wrong().stream().filter(trial -> trial.fails().contains(requirement) && trial.with(Outcome.NOT_MET).contains(requirement))
                .forEach(trial -> ids.add(trial.id()));
        return ids;
    }
}
