package relevo.report;

import java.util.List;
import relevo.verdict.Verdict;

/**
 * What one test of a run found out about one requirement.
 *
 * @param id       the requirement
 * @param verdict  the judge's answer
 * @param seconds  how long the test took, s
 * @param evidence what was gathered: paths relative to {@code reports/}, with {@code /}
 * @param repeat   the command that repeats just this check; empty when there is none
 */
public record Result(String id, Verdict verdict, double seconds, List<String> evidence, String repeat) {

    public Result {
        evidence = List.copyOf(evidence);
    }
}
