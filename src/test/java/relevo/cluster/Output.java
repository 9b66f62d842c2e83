package relevo.cluster;

/**
 * What a command on a node left.
 *
 * @param exit exit status; 124 when it ran out of time
 * @param out  standard output
 * @param err  standard error
 */
public record Output(int exit, String out, String err) {

    public boolean ok() {
        return exit == 0;
    }

    /** Standard error, or standard output where that is empty: the lines worth showing after a failure. */
    public String complaint() {
        return (err.isBlank() ? out : err).strip();
    }
}
