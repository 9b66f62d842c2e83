package relevo.substrate.delivery;

import java.nio.file.Path;
import java.util.Optional;
import relevo.words.Sha256;

/** Where it is written down what must be put right in somebody else's machines: outside their folder, and found again by the next run. */
final class JournalOf {

    private JournalOf() {
    }

    /** @param given as it was handed in: the same words mean the same machines */
    static Path delivery(String given) {
        var environment = System.getenv();
        var cache = Optional.ofNullable(environment.get("RELEVO_CACHE")).map(Path::of).orElseGet(() -> Path.of(Optional.ofNullable(
                environment.get("XDG_CACHE_HOME")).orElse(System.getProperty("user.home") + "/.cache"), "relevo"));
        var name = Path.of(given).toAbsolutePath().normalize().toString();
        return cache.resolve("journals").resolve(Sha256.of(name).substring(0, 16));
    }
}
