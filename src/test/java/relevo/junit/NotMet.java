package relevo.junit;

import relevo.verdict.Verdict;
import relevo.words.Printable;

/** The wrong behaviour was observed. Its message is for the student; a stack trace would tell them nothing. */
final class NotMet extends AssertionError {

    private static final long serialVersionUID = 1L;

    NotMet(Verdict verdict) {
        super(message(verdict));
    }

    private static String message(Verdict verdict) {
        return Printable.of("""

                se esperaba: %s
                se observó:  %s
                qué mirar:   %s

                expected:    %s
                seen:        %s
                look at:     %s
                """.formatted(verdict.expected().es(), verdict.seen().flat().es(), verdict.remedy().es(),
                verdict.expected().en(), verdict.seen().flat().en(), verdict.remedy().en()));
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
