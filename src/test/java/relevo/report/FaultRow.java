package relevo.report;

import java.util.Optional;
import relevo.judge.FaultWords;
import relevo.measure.TrialFigures;
import relevo.observation.FaultTrial;
import relevo.words.Figure;
import relevo.words.Text;

/**
 * A fault and what it cost, as a line of a table.
 *
 * @param fault   what was done
 * @param target  to which instance
 * @param lost    of how many requests; empty where it was not played
 * @param noticed when the balancer had it out of service; why it was not played where it was not
 */
public record FaultRow(Text fault, String target, String lost, Text noticed) {

    /** Of a trial, played or not. */
    public static FaultRow of(FaultTrial trial) {
        Optional<TrialFigures> figures = trial.fate() == FaultTrial.Fate.PLAYED ? TrialFigures.of(trial) : Optional.empty();
        return figures.map(seen -> new FaultRow(FaultWords.of(trial.fault()), trial.target(),
                        Figure.count(seen.lost().size()) + " / " + Figure.count(seen.requests()), noticed(seen)))
                .orElseGet(() -> new FaultRow(FaultWords.of(trial.fault()), trial.target(), "", Text.of("sin probar:", "not played:")
                        .then(FaultWords.why(trial))));
    }

    private static Text noticed(TrialFigures seen) {
        if (seen.unchecked()) {
            return Text.of("no lo comprueba", "does not check it");
        }
        return seen.noticedMs().isPresent() ? Text.same(Figure.seconds(seen.noticedMs().getAsDouble()))
                : Text.of("no en %s", "not within %s", Figure.seconds(seen.watchedMs()));
    }
}
