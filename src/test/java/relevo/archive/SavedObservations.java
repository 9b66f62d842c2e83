package relevo.archive;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import relevo.observation.Directive;
import relevo.observation.LoadRun;
import relevo.words.Printable;

/**
 * What a run's verdicts came from, by requirement: {@code evidence/<id>/observation.json} is what was judged, {@code verdict.json} a verdict that
 * no judge gave. Figures and the order of names survive, so that what was decided once is decided again.
 *
 * <pre>{@code
 * {"slowness": 1.0, "seen": {…}}     a load run that load/ has stands as the name of its scenario
 * }</pre>
 *
 * @param reports the folder of the run
 */
public record SavedObservations(Path reports) {

    private static final String OBSERVATION = "observation.json";
    private static final String VERDICT = "verdict.json";

    private record Written(double slowness, Object seen) {
    }

    private record Read<T>(double slowness, T seen) {
    }

    /**
     * What was judged.
     *
     * @param slowness  how many times longer than usual everything might take
     * @param seen      the observation
     * @param scenarios of the load runs in it, by name
     * @param <T>       its kind
     */
    public record Judged<T>(double slowness, T seen, Set<String> scenarios) {
    }

    /** Writes what a requirement is judged by; passwords of a configuration are struck out. */
    public void keep(String id, double slowness, Object seen) {
        write(id, OBSERVATION, new Written(slowness, seen));
    }

    /** Writes a verdict that is not to be had from an observation. */
    public void keepVerdict(String id, Object verdict) {
        write(id, VERDICT, verdict);
    }

    /** What a requirement was judged by, where it was saved. @throws IllegalArgumentException when it cannot be read; names the file */
    public <T> Optional<Judged<T>> seen(String id, Class<T> type) {
        var scenarios = new TreeSet<String>();
        var json = json(scenarios);
        return Optional.of(file(id, OBSERVATION)).filter(Files::exists).map(file -> {
            Read<T> read = read(file, text -> json.readValue(text, json.getTypeFactory().constructParametricType(Read.class, type)));
            return new Judged<>(read.slowness(), read.seen(), scenarios);
        });
    }

    /** A verdict that no judge gave, where there is one. @throws IllegalArgumentException as {@link #seen} does */
    public <T> Optional<T> verdict(String id, Class<T> type) {
        return Optional.of(file(id, VERDICT)).filter(Files::exists).map(file -> read(file, text -> json(new TreeSet<>()).readValue(text, type)));
    }

    private Path file(String id, String name) {
        return reports.resolve("evidence").resolve(id).resolve(name);
    }

    private void write(String id, String name, Object what) {
        try {
            var file = file(id, name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, Printable.json(json(new TreeSet<>()).writeValueAsString(what)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** @param scenarios takes the name of each load run that is read */
    private ObjectMapper json(Set<String> scenarios) {
        var load = new SavedLoad(reports.resolve("load"));
        var module = new SimpleModule()
                // An order that a judge might tell in its sentences must be the same again.
                .addAbstractTypeMapping(Set.class, LinkedHashSet.class).addAbstractTypeMapping(Map.class, LinkedHashMap.class)
                .addSerializer(Directive.class, new WithoutPasswords())
                .addSerializer(LoadRun.class, new LoadRunReference.Writer(load)).addDeserializer(LoadRun.class, new LoadRunReference.Reader(load, scenarios));
        return JsonMapper.builder().addModule(new Jdk8Module()).addModule(module)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY).visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private interface Reading<T> {

        T from(String text) throws IOException;
    }

    /** As text: Jackson refuses half a character in a name when it reads bytes. */
    private static <T> T read(Path file, Reading<T> reading) {
        try {
            return Optional.ofNullable(reading.from(Files.readString(file))).orElseThrow(() -> new IllegalArgumentException(file + ": null"));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(file + ": "
                    + broken.getOriginalMessage().replaceFirst("; `\\w+\\.\\w+` enabled", "").strip().replaceAll("\\s+", " "), broken);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + ": " + unreadable, unreadable);
        }
    }
}
