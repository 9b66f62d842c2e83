package relevo.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

/**
 * One requirement on the checklist.
 *
 * @param requirement what must hold, and what it is worth under the rubric in use
 * @param earned      what it earned: all of its points when met, otherwise 0; empty where the teacher decides and has not
 * @param verdict     what was found; when nothing was, why not
 * @param waitsFor    id of the row that tells why this one could not be checked; empty for none
 * @param note        what a reader must know besides; empty as a rule
 * @param ran         whether the run looked at it
 * @param seconds     how long that took, s
 * @param evidence    paths relative to {@code reports/}
 * @param repeat      the command that repeats just this check; empty when there is none
 */
public record Row(CatalogueRow requirement, Optional<BigDecimal> earned, Verdict verdict, String waitsFor, Text note,
                  boolean ran, double seconds, List<String> evidence, String repeat) {

    public Row {
        evidence = List.copyOf(evidence);
    }

    public String id() {
        return requirement.id();
    }

    /** What it is worth. */
    public BigDecimal points() {
        return requirement.points();
    }

    /** How it is shown. */
    public State state() {
        return waits() ? State.WAITS : State.valueOf(verdict.outcome().name());
    }

    /** Whether another row tells why it could not be checked. */
    public boolean waits() {
        return !waitsFor.isEmpty();
    }

    /** Whether something of its own is in the way: it was looked at, and is not met or could not be checked. */
    public boolean isRoot() {
        return ran && !waits() && (verdict.outcome() == Outcome.NOT_MET || verdict.outcome() == Outcome.COULD_NOT_CHECK);
    }

    /** What it says for itself; a waiting row says only whom it waits for. */
    public Text told() {
        return waits() ? Text.of("Espera a %s", "Waits for %s", waitsFor) : verdict.told();
    }

    /** Its state in words; a waiting row names the one that it waits for. */
    public Text label() {
        return waits() ? told() : given().isPresent() ? Text.of("La calificó el docente", "Graded by the teacher") : state().label();
    }

    /** Points that a person gave where no machine decides; empty as long as there are none. */
    public Optional<BigDecimal> given() {
        return requirement.level().automatic() ? Optional.empty() : earned;
    }

    /** The same row, waiting for another. */
    Row waitingFor(String root) {
        return new Row(requirement, earned, verdict, root, note, ran, seconds, evidence, repeat);
    }

    /** The same row with another verdict. */
    Row with(Verdict other) {
        return new Row(requirement, earned, other, waitsFor, note, ran, seconds, evidence, repeat);
    }
}
