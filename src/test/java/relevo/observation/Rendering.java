package relevo.observation;

/**
 * A page as a real browser shows it.
 *
 * @param text    what can be read of it; empty when it was not shown
 * @param address where the browser ended up, after redirects; empty when it was not shown
 * @param trouble why it was not shown, in the browser's words or ours; empty when it was
 */
public record Rendering(String text, String address, String trouble) {

    /** Whether a person saw it. */
    public boolean shown() {
        return trouble.isEmpty();
    }
}
