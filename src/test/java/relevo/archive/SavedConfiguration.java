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
import java.util.List;
import relevo.observation.ConfigurationFile;
import relevo.words.Printable;

/**
 * What the balancers were configured with at the beginning of a run, as {@code configuration.json}; its passwords are struck out.
 *
 * @param folder {@code reports/}
 */
public record SavedConfiguration(Path folder) {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();
    private static final String FILE = "configuration.json";
    /** Bytes: a letter may take six of them. */
    private static final long LARGEST = 6L * ConfigurationFile.MOST * ConfigurationFile.LARGEST;

    /** In place of what an earlier run had. */
    public void keep(List<ConfigurationFile> files) {
        var fit = files.stream().limit(ConfigurationFile.MOST).map(SavedConfiguration::fit).toList();
        try {
            Files.writeString(Files.createDirectories(folder).resolve(FILE), Printable.json(JSON.writeValueAsString(fit)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static ConfigurationFile fit(ConfigurationFile file) {
        var fits = file.text().length() <= ConfigurationFile.LARGEST;
        return new ConfigurationFile(file.machine(), file.instance(), file.file(),
                Redaction.of(fits ? file.text() : file.text().substring(0, ConfigurationFile.LARGEST)), file.whole() && fits, file.changed());
    }

    /** What was kept; nothing where nothing was. @throws IllegalArgumentException when it cannot be read; names the file */
    public List<ConfigurationFile> read() {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException(file + ": " + Files.size(file) + " > " + LARGEST);
            }
            return List.of(JSON.readValue(Files.readString(file), ConfigurationFile[].class));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(file + ": " + broken.getOriginalMessage().strip().replaceAll("\\s+", " "), broken);
        } catch (IOException | NullPointerException unreadable) {
            throw new IllegalArgumentException(file + ": " + unreadable, unreadable);
        }
    }
}
