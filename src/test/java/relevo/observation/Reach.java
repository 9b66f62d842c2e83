package relevo.observation;

/**
 * One attempt of an instance to reach another.
 *
 * @param from     the instance that asked
 * @param to       the instance it asked
 * @param answered whether an answer came back
 * @param said     the first line of the answer, or of the error
 */
public record Reach(String from, String to, boolean answered, String said) {
}
