package relevo.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import relevo.words.Printable;

/**
 * The oral defence of a delivery, as {@code defence.json}. It outlives runs: a person said and gave it, and no machine can do that again. Only a run
 * of another delivery puts it aside, as {@code defence-before.json}, {@code defence-before-2.json}, …, of which none is ever replaced or read.
 *
 * @param folder {@code reports/}
 */
public record SavedDefence(Path folder) {

    /** Of its files, and of no other ones in that folder. */
    public static final String PREFIX = "defence";

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String FILE = PREFIX + ".json";
    /** Bytes; a letter may take six of them, and questions are short. */
    private static final long LARGEST = 4L << 20;

    /** In place of what was kept before; a reader sees the one or the other, never a part. */
    public void keep(OralDefence defence) {
        try {
            var beside = Files.createDirectories(folder).resolve(FILE + ".new");
            Files.writeString(beside, Printable.json(JSON.writeValueAsString(defence)));
            Files.move(beside, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What was kept, where anything was. @throws IllegalArgumentException when it cannot be read, or says what cannot be; names the file */
    public Optional<OralDefence> read() {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException(file + ": " + Files.size(file) + " > " + LARGEST);
            }
            return Optional.of(JSON.readValue(Files.readString(file), OralDefence.class));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(file + ": " + Printable.line(broken.getOriginalMessage().strip().replaceAll("\\s+", " ")), broken);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + ": " + unreadable, unreadable);
        }
    }

    /**
     * Puts aside what is not of this delivery, or cannot be read, before a run of it.
     *
     * @param delivery as {@link OralDefence#delivery}
     * @return where it is now; empty where nothing had to be put aside
     */
    public Optional<Path> putAsideUnlessOf(String delivery) {
        try {
            if (read().map(saved -> saved.delivery().equals(delivery)).orElse(true)) {
                return Optional.empty();
            }
        } catch (IllegalArgumentException unreadable) {
            // Whatever it is, somebody wrote it.
        }
        var aside = folder.resolve(PREFIX + "-before.json");
        for (int i = 2; Files.exists(aside); i++) {
            aside = folder.resolve(PREFIX + "-before-" + i + ".json");
        }
        try {
            return Optional.of(Files.move(folder.resolve(FILE), aside));
        } catch (IOException unmovable) {
            throw new UncheckedIOException(unmovable);
        }
    }
}
