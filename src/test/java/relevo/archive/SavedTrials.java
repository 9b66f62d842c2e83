package relevo.archive;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import relevo.observation.FaultTrial;

/**
 * What a run saw when it hurt one server after the other way, as it was kept with the evidence of B6.
 *
 * @param reports {@code reports/}
 */
public record SavedTrials(Path reports) {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

    /** The file, whether it is there or not. */
    public Path file() {
        return reports.resolve("evidence/B6/faulttrials.json");
    }

    /** In the order in which they were played; none where none were kept. @throws IllegalArgumentException when the file says something else; names it */
    public List<FaultTrial> trials() {
        if (!Files.exists(file())) {
            return List.of();
        }
        try {
            return JSON.readValue(Files.readAllBytes(file()), new TypeReference<>() { });
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file() + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
