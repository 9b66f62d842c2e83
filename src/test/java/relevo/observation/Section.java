package relevo.observation;

import java.util.List;
import java.util.stream.Stream;

/**
 * A section of a configuration of HAProxy.
 *
 * @param kind       {@code global}, {@code defaults}, {@code frontend}, {@code backend}, {@code listen}, …
 * @param name       empty where it has none
 * @param directives in their order
 */
public record Section(String kind, String name, List<Directive> directives) {

    /** Those that begin with these words. */
    public Stream<Directive> having(String... beginning) {
        return directives.stream().filter(directive -> directive.is(beginning));
    }

    /** Whether clients connect to it: a {@code frontend} or a {@code listen}. */
    public boolean isFrontend() {
        return kind.equals("frontend") || kind.equals("listen");
    }

    /** Whether it may have servers: a {@code backend} or a {@code listen}. */
    public boolean isBackend() {
        return kind.equals("backend") || kind.equals("listen");
    }
}
