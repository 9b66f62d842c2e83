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
import relevo.observation.LeftAsFound;
import relevo.words.Printable;

/**
 * How machines were left at the end of a run, as {@code left-as-found.json}.
 *
 * @param folder {@code reports/}
 */
public record SavedLeftAsFound(Path folder) {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();
    private static final String FILE = "left-as-found.json";

    /** In place of what an earlier run left. */
    public void keep(LeftAsFound left) {
        try {
            Files.writeString(Files.createDirectories(folder).resolve(FILE), Printable.json(JSON.writeValueAsString(left)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What was kept, where anything was. @throws IllegalArgumentException when it cannot be read; names the file */
    public Optional<LeftAsFound> read() {
        var file = folder.resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(Files.readString(file), LeftAsFound.class)) : Optional.empty();
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(file + ": " + broken.getOriginalMessage().strip().replaceAll("\\s+", " "), broken);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + ": " + unreadable, unreadable);
        }
    }
}
