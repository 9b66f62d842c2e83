package relevo.verdict;

import relevo.words.Text;

/**
 * The cluster cannot be brought up, or not be used: bad input, a missing tool, a taken port, a step that failed.
 * It is told once, in words; no requirement is judged by it.
 */
public final class CannotStart extends RuntimeException {

    private final transient Text what;
    private final transient Text remedy;

    /**
     * @param what   names the file or the thing, and its value
     * @param remedy what to do about it
     */
    public CannotStart(Text what, Text remedy) {
        this(what, remedy, null);
    }

    public CannotStart(Text what, Text remedy, Throwable cause) {
        super(what.then(remedy).toString(), cause);
        this.what = what;
        this.remedy = remedy;
    }

    /** What is wrong. */
    public Text what() {
        return what;
    }

    /** What to do about it. */
    public Text remedy() {
        return remedy;
    }

    /** The message says it all; the cause, where there is one, keeps its own trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
