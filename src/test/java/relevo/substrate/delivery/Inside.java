package relevo.substrate.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** Scripts of {@code infra/} that are sent to machines which have none of it. */
final class Inside {

    private Inside() {
    }

    /** The one that runs a program in an instance. */
    static String text(Path infra) {
        return text(infra, "provision/inside");
    }

    /** @throws CannotStart when it cannot be read */
    static String text(Path infra, String script) {
        try {
            return Files.readString(infra.resolve(script));
        } catch (IOException unreadable) {
            throw new CannotStart(Text.of("No se puede leer %s.", "%s cannot be read.", infra.resolve(script)),
                    Text.of("Recupérelo con git checkout.", "Restore it with git checkout."), unreadable);
        }
    }
}
