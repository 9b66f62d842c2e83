package relevo.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import relevo.archive.Folder;
import relevo.observation.LoadRun;

/** The folder of what was gathered for one requirement: {@code reports/evidence/<id>/}. */
public final class EvidenceFolder {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    private final Path reports;
    private final Path folder;
    private final Set<String> elsewhere = new TreeSet<>();

    /** Begins anew: what an earlier run gathered for this requirement is removed. */
    EvidenceFolder(Path reports, String id) {
        this.reports = reports;
        this.folder = reports.resolve("evidence").resolve(id);
        try {
            Folder.remove(folder);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    /** Where a file of this name is to be written; the folder is made. */
    public Path file(String name) {
        try {
            return Files.createDirectories(folder).resolve(name);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Each as JSON, named after what it holds; several of a kind are numbered. */
    public void keep(Object... observed) {
        var counts = new HashMap<String, Integer>();
        for (var thing : observed) {
            var name = name(thing);
            var count = counts.merge(name, 1, Integer::sum);
            try {
                JSON.writeValue(file(name + (count == 1 ? "" : "-" + count) + ".json").toFile(), thing);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private static String name(Object thing) {
        if (thing instanceof Map<?, ?> map) {
            return map.isEmpty() ? "nothing" : name(map.values().iterator().next());
        }
        if (thing instanceof Collection<?> collection) {
            return collection.isEmpty() ? "nothing" : name(collection.iterator().next()) + "s";
        }
        return thing instanceof LoadRun run ? "load-" + run.scenario() : thing.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Texts by file name. */
    public void keep(Map<String, String> texts) {
        texts.forEach((name, text) -> {
            try {
                Files.writeString(file(name), text);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }

    /** A report of its own that tells more, relative to the reports' folder. */
    public void alsoIn(String path) {
        elsewhere.add(path);
    }

    /** What is there, relative to the reports' folder. */
    public List<String> paths() {
        if (!Files.isDirectory(folder)) {
            return List.copyOf(elsewhere);
        }
        try (var files = Files.list(folder)) {
            return Stream.concat(elsewhere.stream(), files.map(file -> reports.relativize(file).toString().replace('\\', '/')).sorted()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
