package relevo.cluster;

import relevo.machine.Output;
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

    static CannotCheck commandFailed(String node, Output output, String... command) {
        var line = String.join(" ", command);
        return new CannotCheck(
                Text.of("En %s, «%s» terminó con estado %d: %s", "On %s, \"%s\" ended with status %d: %s",
                        node, line, output.exit(), output.complaint()),
                Text.of("Repita esa orden en el nodo para ver la causa.", "Repeat that command on the node to see why."), null);
    }

    public Text reason() {
        return reason;
    }

    public Text remedy() {
        return remedy;
    }

    /** The message says it all; the cause, where there is one, keeps its own trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
