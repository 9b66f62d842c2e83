package relevo.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The suite's own scripts, sent to where they run rather than expected there. */
public final class Script {

    private Script() {
    }

    /** The text of one, by its name in {@code src/test/resources/scripts/}. */
    public static String text(String name) {
        try (var stream = Script.class.getResourceAsStream("/scripts/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
