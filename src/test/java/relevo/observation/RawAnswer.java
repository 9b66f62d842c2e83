package relevo.observation;

/**
 * What came over the wire, byte for byte: libraries hide what they repair.
 *
 * @param head  status line and headers with their line ends, without the empty line after them; empty when the bytes begin with no status line
 * @param body  the rest, each character one byte (ISO 8859-1); at most 1 MB of both together
 * @param ended why nothing more came, in a word or two ({@code connect refused}, {@code read timed out}, {@code closed} before the first byte,
 *              {@code cut} at 1 MB); empty where the other side came to its end
 */
public record RawAnswer(String head, String body, String ended) {

    /** Whether not one byte came. */
    public boolean silent() {
        return head.isEmpty() && body.isEmpty();
    }
}
