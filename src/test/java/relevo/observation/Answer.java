package relevo.observation;

/**
 * One request as its client saw it.
 *
 * @param atMs   when it was sent, ms since the observation began
 * @param tookMs until the last byte or the error, ms
 * @param status HTTP status; 0 when no response came
 * @param server the instance whose content came back; empty when the content was no server's
 * @param error  cause of the failure in a word or two ({@code connect refused}, {@code read timed out}, {@code closed}); empty when a response came
 */
public record Answer(double atMs, double tookMs, int status, String server, String error) {

    /** A response with a status in 200–299. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }
}
