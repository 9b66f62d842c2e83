package relevo.substrate.delivery;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Where it is written down what must be put right in somebody else's machines: outside their folder, and found again by the next run. */
final class JournalOf {

    private JournalOf() {
    }

    /** @param given as it was handed in: the same words mean the same machines */
    static Path delivery(String given) {
        var environment = System.getenv();
        var cache = Optional.ofNullable(environment.get("RELEVO_CACHE")).map(Path::of).orElseGet(() -> Path.of(Optional.ofNullable(
                environment.get("XDG_CACHE_HOME")).orElse(System.getProperty("user.home") + "/.cache"), "relevo"));
        try {
            var name = Path.of(given).toAbsolutePath().normalize().toString();
            var digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            return cache.resolve("journals").resolve(digest.substring(0, 16));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
