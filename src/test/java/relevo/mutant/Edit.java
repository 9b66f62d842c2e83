package relevo.mutant;

/**
 * A change of a text.
 *
 * @param find what is replaced, wherever it stands; empty when {@code put} takes the place of the whole text
 * @param put  what comes in its place
 */
record Edit(String find, String put) {

    /** @throws IllegalArgumentException when there is nothing to replace */
    String on(String text) {
        if (find.isEmpty()) {
            return put;
        }
        if (!text.contains(find)) {
            throw new IllegalArgumentException("there is no \"" + find.strip() + "\" to replace");
        }
        return text.replace(find, put);
    }
}
