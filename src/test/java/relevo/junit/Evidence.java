package relevo.junit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The folder of what was gathered for one requirement: {@code reports/evidence/<id>/}. */
final class Evidence {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private final Path reports;
    private final Path folder;

    /** Begins anew: what an earlier run gathered for this requirement is removed. */
    Evidence(Path reports, String id) {
        this.reports = reports;
        this.folder = reports.resolve("evidence").resolve(id);
        try {
            if (Files.isDirectory(folder)) {
                try (var old = Files.walk(folder)) {
                    for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    Path file(String name) {
        try {
            return Files.createDirectories(folder).resolve(name);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Each as JSON, named after its type; several of a type are numbered. */
    void keep(Object... observed) {
        for (var i = 0; i < observed.length; i++) {
            var name = observed[i].getClass().getSimpleName().toLowerCase(Locale.ROOT) + (observed.length == 1 ? "" : "-" + (i + 1)) + ".json";
            try {
                JSON.writeValue(file(name).toFile(), observed[i]);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    /** Texts by file name. */
    void keep(Map<String, String> texts) {
        texts.forEach((name, text) -> {
            try {
                Files.writeString(file(name), text);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    /** What is there, relative to the reports' folder. */
    List<String> paths() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> reports.relativize(file).toString().replace('\\', '/')).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
