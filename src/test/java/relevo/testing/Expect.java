package relevo.testing;

import static org.assertj.core.api.Assertions.assertThat;

import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** Says which verdict a judge must have given, and what its sentences must name in both languages. */
public final class Expect {

    private Expect() {
    }

    public static void met(Verdict verdict, String... named) {
        is(verdict, Outcome.MET);
        names(verdict.seen(), verdict, named);
    }

    public static void notMet(Verdict verdict, String... named) {
        is(verdict, Outcome.NOT_MET);
        assertThat(verdict.expected().es()).isNotBlank();
        assertThat(verdict.remedy().es()).isNotBlank();
        names(verdict.seen(), verdict, named);
    }

    /** The remedy names where to look. */
    public static void remedy(Verdict verdict, String... named) {
        names(verdict.remedy(), verdict, named);
    }

    public static void couldNotCheck(Verdict verdict, String... named) {
        is(verdict, Outcome.COULD_NOT_CHECK);
        assertThat(verdict.remedy().es()).isNotBlank();
        names(verdict.seen(), verdict, named);
    }

    private static void is(Verdict verdict, Outcome outcome) {
        assertThat(verdict.outcome()).as("%s | %s", verdict.seen().en(), verdict.expected().en()).isEqualTo(outcome);
        assertThat(verdict.seen().es()).isNotBlank().doesNotContain("null", "%s", "%1");
    }

    private static void names(Text text, Verdict verdict, String... named) {
        for (String name : named) {
            assertThat(text.es()).as(verdict.toString()).contains(name);
            assertThat(text.en()).as(verdict.toString()).contains(name);
        }
    }
}
