package relevo.verdict;

import relevo.words.Text;

/** Something that a check needs did not answer. It leads to "could not check", never to "not met". */
public final class CannotCheck extends RuntimeException {

    private final transient Text reason;
    private final transient Text remedy;
    private final String waitsFor;

    public CannotCheck(Text reason, Text remedy, Throwable cause) {
        this(Verdict.couldNotCheck(reason, remedy), cause);
    }

    /** What a judge said. */
    public CannotCheck(Verdict verdict) {
        this(verdict, null);
    }

    private CannotCheck(Verdict verdict, Throwable cause) {
        super(verdict.seen().then(verdict.remedy()).toString(), cause);
        this.reason = verdict.seen();
        this.remedy = verdict.remedy();
        this.waitsFor = verdict.waitsFor();
    }

    /** The verdict that it leads to. */
    public Verdict verdict() {
        return waitsFor.isEmpty() ? Verdict.couldNotCheck(reason, remedy) : Verdict.waitsFor(waitsFor, reason);
    }

    /** What did not answer. */
    public Text reason() {
        return reason;
    }

    /** What to do so that it can be checked. */
    public Text remedy() {
        return remedy;
    }

    /** The message says it all; the cause, where there is one, keeps its own trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
