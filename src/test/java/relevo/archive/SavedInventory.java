package relevo.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import relevo.observation.Inventory;
import relevo.words.Printable;

/**
 * What was found at the beginning of a run, as {@code inventory.json}; without configurations, which hold passwords.
 *
 * @param folder {@code reports/}
 */
public record SavedInventory(Path folder) {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final String FILE = "inventory.json";

    /** In place of what an earlier run found. */
    public void keep(Inventory found) {
        try {
            Files.writeString(Files.createDirectories(folder).resolve(FILE), Printable.json(JSON.writeValueAsString(found.withoutSecrets())));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What was kept, where anything was. @throws IllegalArgumentException when it cannot be read; names the file */
    public Optional<Inventory> read() {
        var file = folder.resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(Files.readString(file), Inventory.class)) : Optional.empty();
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(file + ": " + broken.getOriginalMessage().strip().replaceAll("\\s+", " "), broken);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + ": " + unreadable, unreadable);
        }
    }
}
