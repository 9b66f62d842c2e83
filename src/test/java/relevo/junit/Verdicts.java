package relevo.junit;

import java.nio.file.Path;
import relevo.judge.Rulings;
import relevo.run.CurrentRun;
import relevo.run.EvidenceFolder;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;
import relevo.verdict.Verdict;

/** Has what a test saw judged, by the ruling on the requirement that it specifies. */
public final class Verdicts {

    private final CurrentRun run;
    private final String test;
    private final String requirement;
    private final EvidenceFolder evidence;

    Verdicts(CurrentRun run, String test, String requirement, EvidenceFolder evidence) {
        this.run = run;
        this.test = test;
        this.requirement = requirement;
        this.evidence = evidence;
    }

    /**
     * Saves what was seen, so that it can be judged again; has it judged, and ends the test unless the requirement is met.
     *
     * @param seen of the kind that {@link Rulings} name for this requirement
     * @throws IllegalArgumentException when it is of another kind
     */
    public void judge(Object seen) {
        var ruling = Rulings.on(requirement).orElseThrow(() -> new IllegalStateException(requirement + " has no line in judge/Rulings.java"));
        ruling.mustFit(seen);
        // First: a judge that breaks off is tried again on what it broke off at.
        run.saved().keep(requirement, Timing.slowness(), seen);
        end(ruling.on(seen));
    }

    private void end(Verdict verdict) {
        run.judged(test, verdict);
        switch (verdict.outcome()) {
            case MET, NOT_APPLICABLE, FOR_THE_TEACHER -> { }
            case NOT_MET -> throw new NotMet(verdict);
            case COULD_NOT_CHECK -> throw new CannotCheck(verdict);
        }
    }

    /** A file among the evidence of this requirement, to be written by the test. */
    public Path file(String name) {
        return evidence.file(name);
    }
}
