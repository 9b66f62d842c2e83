package relevo.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import relevo.words.Text;

/** The load scenarios of this run: {@code scenarios.yaml}, or the file that {@code -Drelevo.scenarios} names. */
public final class Scenarios {

    private static final String OWN = "scenarios.yaml";

    private Scenarios() {
    }

    /**
     * All of them, in the file's order.
     *
     * @throws IllegalArgumentException when the file cannot be read or says something that makes no sense; says where
     */
    public static List<Scenario> all() {
        String other = System.getProperty("relevo.scenarios", "");
        return other.isEmpty() ? own() : read(Path.of(other));
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException when there is none; names those there are
     */
    public static Scenario named(String name) {
        List<Scenario> all = all();
        return all.stream().filter(scenario -> scenario.name().equals(name)).findFirst()
                .orElseThrow(() -> {
                    List<String> names = all.stream().map(Scenario::name).toList();
                    return new IllegalArgumentException(Text.of("no hay ningún escenario '%s'; los que hay: %s",
                            "there is no scenario '%s'; those there are: %s", name, names).toString());
                });
    }

    /**
     * Names of those that {@code -Drelevo.load.also} asks for.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static List<String> requested() {
        return names("relevo.load.also").orElse(List.of());
    }

    /**
     * Names of those to which {@code -Drelevo.load.only} confines a run's characterisation; empty when it does not.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static Optional<List<String>> only() {
        return names("relevo.load.only");
    }

    private static Optional<List<String>> names(String property) {
        String names = System.getProperty(property, "");
        return names.isBlank() ? Optional.empty() : Optional.of(Stream.of(names.split(",")).map(name -> named(name.strip()).name()).toList());
    }

    /**
     * Reads a file of scenarios.
     *
     * @throws IllegalArgumentException as {@link #all()} does
     */
    public static List<Scenario> read(Path file) {
        try {
            return ScenarioFile.parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(Text.of("no se puede leer el fichero de escenarios %s: %s",
                    "the scenario file %s cannot be read: %s", file, e).toString(), e);
        }
    }

    private static List<Scenario> own() {
        try (InputStream in = Scenarios.class.getResourceAsStream("/" + OWN)) {
            return ScenarioFile.parse(OWN, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(OWN + ": " + e, e);
        }
    }
}
