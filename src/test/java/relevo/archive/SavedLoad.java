package relevo.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import relevo.observation.LoadRun;
import relevo.observation.OwnTests;
import relevo.observation.Provenance;
import relevo.words.Printable;

/**
 * What load tests saw, as files: {@code provenance.json}, and in the folder of each scenario {@code observation.json} and whatever else was
 * written there. Figures survive exactly, so that what was decided from them once is decided again.
 *
 * @param folder {@code reports/load/}
 */
public record SavedLoad(Path folder) {

    static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();
    private static final String OBSERVATION = "observation.json";
    private static final String PLANS = "plans";
    private static final String PROVENANCE = "provenance.json";

    /** Where the files of a scenario go; made when it is not there. */
    public Path of(String scenario) {
        try {
            return Files.createDirectories(folder.resolve(scenario));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Writes the observation of a scenario. */
    public void keep(LoadRun run) {
        write(of(run.scenario()).resolve(OBSERVATION), run);
    }

    /** Whether this very observation is what is saved of its scenario. */
    boolean has(LoadRun run) throws IOException {
        var file = folder.resolve(run.scenario()).resolve(OBSERVATION);
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), text(run).getBytes(StandardCharsets.UTF_8));
    }

    /** The run of a scenario. @throws IllegalArgumentException as {@link #provenance} does, and when it is no name of a scenario */
    LoadRun run(String scenario) {
        var file = folder.resolve(scenario).resolve(OBSERVATION).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new IllegalArgumentException(file + ": outside of " + folder);
        }
        return read(file, LoadRun.class);
    }

    /** The load tests that the delivery brings, and what came of them. */
    public void keep(OwnTests own) {
        write(of(PLANS).resolve(OBSERVATION), own);
    }

    /** Those that were kept. @throws IllegalArgumentException as {@link #provenance} does */
    public Optional<OwnTests> ownTests() {
        var file = folder.resolve(PLANS).resolve(OBSERVATION);
        return Files.exists(file) ? Optional.of(read(file, OwnTests.class)) : Optional.empty();
    }

    /** Writes where the observations come from. */
    public void keep(Provenance provenance) {
        write(folder.resolve(PROVENANCE), provenance);
    }

    private static void write(Path file, Object what) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(what));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String text(Object what) throws JsonProcessingException {
        return Printable.json(JSON.writeValueAsString(what));
    }

    /** Whether anything was played. */
    public boolean isThere() {
        return Files.exists(folder.resolve(PROVENANCE));
    }

    /** @throws IllegalArgumentException when it is not there or says something else; names the file */
    public Provenance provenance() {
        return read(folder.resolve(PROVENANCE), Provenance.class);
    }

    /** Every run, in the order of the scenario file. @throws IllegalArgumentException as {@link #provenance} does */
    public List<LoadRun> runs() {
        var runs = new ArrayList<LoadRun>();
        for (var scenario : provenance().scenarios()) {
            var file = folder.resolve(scenario).resolve(OBSERVATION);
            if (Files.exists(file)) {
                runs.add(run(scenario));
            }
        }
        return List.copyOf(runs);
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return JSON.readValue(Files.readString(file), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(file + ": " + broken.getOriginalMessage(), broken);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + ": " + unreadable, unreadable);
        }
    }
}
