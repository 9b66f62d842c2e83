package relevo.report.load;

import java.util.Optional;
import relevo.report.State;
import relevo.report.load.LoadSummary.Judged;
import relevo.words.Text;

/**
 * A requirement in two runs, of which at least one judged it.
 *
 * @param before its verdict; empty where it was not judged
 * @param after  likewise
 */
public record VerdictChange(String id, Text title, Optional<Judged> before, Optional<Judged> after) {

    static VerdictChange of(String id, Optional<Judged> before, Optional<Judged> after) {
        return new VerdictChange(id, after.or(() -> before).orElseThrow().title(), before, after);
    }

    /** Better where it is met now and was not, worse where it was. */
    public Trend change() {
        if (before.isEmpty() || after.isEmpty()) {
            return Trend.OTHER;
        }
        State first = LoadView.stateOf(before.get());
        State second = LoadView.stateOf(after.get());
        return first == second ? Trend.SAME : second == State.MET ? Trend.BETTER : first == State.MET ? Trend.WORSE : Trend.OTHER;
    }

    /** The word for a side. */
    public Text label(Optional<Judged> side) {
        return side.map(judged -> LoadView.stateOf(judged).label()).orElse(Text.of("No se juzgó", "Not judged"));
    }

    /** What was seen on a side. */
    public Text seen(Optional<Judged> side) {
        return side.map(Judged::seen).orElse(Text.same(""));
    }
}
