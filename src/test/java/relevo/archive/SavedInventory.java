package relevo.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import relevo.observation.Inventory;

/**
 * What was found at the beginning of a run, as {@code inventory.json}; without configurations, which hold passwords.
 *
 * @param folder {@code reports/}
 */
public record SavedInventory(Path folder) {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** In place of what an earlier run found. */
    public void keep(Inventory found) {
        try {
            JSON.writeValue(Files.createDirectories(folder).resolve("inventory.json").toFile(), found.withoutSecrets());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
