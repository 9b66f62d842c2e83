package relevo.course;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import relevo.report.ReportFiles;
import relevo.words.Printable;
import relevo.words.Text;

/**
 * That a delivery was graded, and how that went, as {@code graded.json} among its reports; written last, so where it is, grading came to its end.
 *
 * @param team      its name
 * @param delivery  {@link Digest} of what was handed in
 * @param suite     that of the suite
 * @param trouble   why it was not judged to the end; empty in both languages where it was
 * @param startedAt ISO 8601
 * @param seconds   of each phase that was begun, s: {@code up}, {@code judging}, {@code away}
 */
record Graded(String team, String delivery, String suite, Text trouble, String startedAt, Map<String, Double> seconds) {

    private static final String FILE = "graded.json";
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

    /** Of these reports; empty where grading did not come to its end. @throws IllegalArgumentException when the file is no such thing */
    static Optional<Graded> in(Path reports) {
        var file = reports.resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(JSON.readValue(Files.readString(file), Graded.class)) : Optional.empty();
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(file + ": " + broken.getOriginalMessage().strip().replaceAll("\\s+", " "), broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void keep(Path reports) {
        try {
            ReportFiles.put(reports.resolve(FILE), Printable.json(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this)) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All phases together, s. */
    double all() {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
