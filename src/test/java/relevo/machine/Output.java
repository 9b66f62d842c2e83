package relevo.machine;

import relevo.verdict.CannotCheck;
import relevo.words.Text;

/**
 * What a command left, on this host or on a node.
 *
 * @param exit exit status; {@link #NO_END} when it ran out of time, {@link #NOT_RUN} when there is no such program
 * @param out  standard output
 * @param err  standard error, or the reason why it was not run
 */
public record Output(int exit, String out, String err) {

    /** As {@code timeout(1)} says it. */
    public static final int NO_END = 124;
    /** As a shell says it. */
    public static final int NOT_RUN = 127;
    /** As a shell says it of a command that Ctrl-C ended. */
    public static final int INTERRUPTED = 130;
    /** It said more than anybody reads; what is kept is its beginning. */
    public static final int TOO_MUCH = 123;
    /** Characters of a complaint's beginning, and of its end, where most programs say what was wrong. */
    private static final int BEGINNING = 500;
    private static final int END = 900;

    /** Whether it ended with status 0. */
    public boolean ok() {
        return exit == 0;
    }

    /** Standard error, or standard output where that is empty, without the middle of a long one: the lines worth showing after a failure. */
    public String complaint() {
        var said = (err.isBlank() ? out : err).strip();
        return said.length() > BEGINNING + END ? said.substring(0, BEGINNING) + " … " + said.substring(said.length() - END) : said;
    }

    /** That a command which had to succeed did not. @param where the machine, and the instance on it */
    public CannotCheck failed(String where, String... command) {
        return new CannotCheck(
                Text.of("En %s, «%s» terminó con estado %d: %s", "On %s, \"%s\" ended with status %d: %s", where, String.join(" ", command), exit, complaint()),
                Text.of("Repita esa orden en el nodo para ver la causa.", "Repeat that command on the node to see why."), null);
    }
}
