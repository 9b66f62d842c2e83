package relevo.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import relevo.archive.SavedConfiguration;
import relevo.observation.ConfigurationFile;

/** The configuration that a run saved: at its beginning, or as evidence when a check failed. */
final class ConfigurationSource {

    private static final String EVIDENCE = "/haproxy.cfg";
    private static final String USUAL = "/etc/haproxy/haproxy.cfg";
    /** What stands there where it could not be had. */
    private static final String NOT_HAD = "could not be had: ";

    private ConfigurationSource() {
    }

    /** One for each file. @throws IllegalArgumentException when what was saved cannot be read */
    static List<ConfigurationFile> of(Checklist checklist, Path reports) {
        var saved = new SavedConfiguration(reports).read();
        return saved.isEmpty() ? evidence(checklist, reports).stream().toList() : saved;
    }

    /** What an earlier run left is no evidence of a row. */
    private static Optional<ConfigurationFile> evidence(Checklist checklist, Path reports) {
        return checklist.rows().stream().filter(Row::ran).flatMap(row -> row.evidence().stream()).filter(path -> path.endsWith(EVIDENCE))
                .flatMap(path -> read(reports, path)).filter(file -> !file.text().isBlank() && !file.text().startsWith(NOT_HAD)).findFirst();
    }

    private static Stream<ConfigurationFile> read(Path reports, String path) {
        try {
            var file = reports.resolve(path);
            if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(reports.toRealPath())) {
                return Stream.empty();
            }
            try (var in = Files.newInputStream(file)) {
                var text = new String(in.readNBytes(ConfigurationFile.LARGEST), StandardCharsets.UTF_8);
                return Stream.of(new ConfigurationFile("", "", USUAL, text, in.read() < 0, false));
            }
        } catch (IOException | InvalidPathException unreadable) {
            return Stream.empty();
        }
    }
}
