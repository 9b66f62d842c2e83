package relevo.report;

import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** YAML whose scalars stay the text that was written: {@code 0.15} never becomes a binary fraction. */
final class Yaml {

    private Yaml() {
    }

    /**
     * The mapping that a document consists of: to strings, lists and further mappings.
     *
     * @param file its name, for the message
     * @throws IllegalArgumentException when the text is no YAML, or no mapping, or names a key twice
     */
    static Map<String, Object> mapping(String file, String text) {
        var settings = LoadSettings.builder().setLabel(file).setSchema(new FailsafeSchema()).build();
        try {
            return mapping(file, file, new Load(settings).loadFromString(text));
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            throw new IllegalArgumentException(file + line + ": not valid YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(file + ": not valid YAML: " + e.getMessage(), e);
        }
    }

    /** The value as a mapping; {@code what} names it in the message. */
    @SuppressWarnings("unchecked") // the failsafe schema makes every scalar key a string
    static Map<String, Object> mapping(String file, String what, Object value) {
        if (value instanceof Map<?, ?> map && map.keySet().stream().allMatch(String.class::isInstance)) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException(file + ": " + what + " must be a mapping of names to values, not: " + value);
    }

    /** The value as a list; {@code what} names it in the message. */
    static List<?> list(String file, String what, Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(file + ": " + what + " must be a list, not: " + value);
    }

    /** The value as a text that says something; {@code what} names it in the message. */
    static String string(String file, String what, Object value) {
        if (value instanceof String string && !string.isBlank()) {
            return string;
        }
        throw new IllegalArgumentException(file + ": " + what + " must be a text, not: " + value);
    }
}
