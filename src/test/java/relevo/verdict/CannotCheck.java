package relevo.verdict;

import relevo.words.Text;

/** Something that a check needs did not answer. It leads to "could not check", never to "not met". */
public final class CannotCheck extends RuntimeException {

    private final transient Text reason;
    private final transient Text remedy;

    public CannotCheck(Text reason, Text remedy, Throwable cause) {
        super(reason.then(remedy).toString(), cause);
        this.reason = reason;
        this.remedy = remedy;
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
