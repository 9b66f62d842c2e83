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
            assertThat(ungrouped(text.es())).as(verdict.toString()).contains(ungrouped(name));
            assertThat(ungrouped(text.en())).as(verdict.toString()).contains(ungrouped(name));
        }
    }

    /** How thousands are written is the business of FigureTest alone. */
    private static String ungrouped(String text) {
        return text.replaceAll("(?<=\\d)[,\\u202f](?=\\d{3}(?!\\d))", "");
    }
}
