package relevo.junit;

import java.nio.file.Path;
import relevo.run.CurrentRun;
import relevo.run.EvidenceFolder;
import relevo.verdict.CannotCheck;
import relevo.verdict.Verdict;

/** Takes a judge's verdict on the requirement that a test specifies. */
public final class Verdicts {

    private final CurrentRun run;
    private final String test;
    private final EvidenceFolder evidence;

    Verdicts(CurrentRun run, String test, EvidenceFolder evidence) {
        this.run = run;
        this.test = test;
        this.evidence = evidence;
    }

    /**
     * Writes the verdict down, and ends the test unless the requirement is met.
     *
     * @param observed what was judged; kept as JSON with the evidence, so that it can be judged again
     */
    public void accept(Verdict verdict, Object... observed) {
        run.judged(test, verdict);
        evidence.keep(observed);
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
