package relevo.observation;

/**
 * How a fact is known.
 *
 * @param how how sure it is
 * @param by  what was seen, whose word it is, or why nobody could tell; empty where nothing need be said
 */
public record Known(How how, String by) {

    private static final String TOLD = "told: ";

    /** How sure a fact is. */
    public enum How {
        /** Seen, and nobody else could have shown it. */
        PROVEN,
        /** Seen. */
        FOUND,
        /** Somebody's word alone. */
        TOLD,
        /** Looked for, and not to be told. */
        UNKNOWN
    }

    /** By looking. */
    public static Known found(String seen) {
        return new Known(How.FOUND, seen);
    }

    /** Not at all. */
    public static Known unknown(String why) {
        return new Known(How.UNKNOWN, why);
    }

    /** As runs were saved that said it in one sentence. */
    public static Known valueOf(String sentence) {
        if (sentence.equals(Server.PROOF.by)) {
            return Server.PROOF;
        }
        return sentence.startsWith(TOLD) ? new Known(How.TOLD, sentence.substring(TOLD.length())) : found(sentence);
    }

    /** As sure, and more to say of it. */
    public Known and(String more) {
        return new Known(how, by.isEmpty() || more.isEmpty() ? by + more : by + "; " + more);
    }

    /** Whether it is somebody's word alone. */
    public boolean told() {
        return how == How.TOLD;
    }
}
