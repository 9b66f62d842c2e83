package relevo.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import relevo.words.Text;

/**
 * A value of a YAML document that knows where it stands, so that a complaint about it says so.
 *
 * @param where file and keys down to it
 * @param value a map, a list, or a plain value; null when the key has none
 */
public record YamlNode(String where, Object value) {

    /**
     * The document that a text is.
     *
     * @param name of the file, for complaints
     * @throws IllegalArgumentException when it is no YAML
     */
    public static YamlNode parse(String name, String yaml) {
        try {
            return new YamlNode(name, new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(yaml));
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(Text.of("%s no es YAML válido: %s", "%s is not valid YAML: %s", name, e.getMessage()).toString(), e);
        }
    }

    /** The keys of a map, in order. */
    public List<String> keys() {
        return map().keySet().stream().map(String::valueOf).toList();
    }

    /** The value of a key; empty where the key is not there. */
    public Optional<YamlNode> find(String key) {
        return map().containsKey(key) ? Optional.of(new YamlNode(where + ": " + key, map().get(key))) : Optional.empty();
    }

    /** The value of a key that must be there. */
    public YamlNode need(String key) {
        return find(key).orElseThrow(() -> wrong("falta '" + key + "'", "'" + key + "' is missing"));
    }

    /** Complains of any key but these. */
    public void allow(Set<String> known) {
        Collection<String> unknown = new TreeSet<>(keys());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw wrong("no se conoce " + unknown + "; se conocen " + new TreeSet<>(known),
                    "unknown " + unknown + "; known are " + new TreeSet<>(known));
        }
    }

    /** Complains of this key, naming what does not take it. */
    public void forbid(String key, String inEs, String inEn) {
        if (map().containsKey(key)) {
            throw wrong(inEs + " no lleva '" + key + "'", inEn + " takes no '" + key + "'");
        }
    }

    /** The items of a list, in order. */
    public List<YamlNode> items() {
        if (!(value instanceof List<?> list)) {
            throw wrong("tiene que ser una lista", "must be a list");
        }
        List<YamlNode> items = new ArrayList<>();
        list.forEach(item -> items.add(new YamlNode(where + "[" + (items.size() + 1) + "]", item)));
        return items;
    }

    /** A plain value as text. */
    public String text() {
        if (value == null || value instanceof Map || value instanceof List) {
            throw wrong("tiene que ser un valor", "must be a plain value");
        }
        return value.toString();
    }

    /** A plain value that is one of these. */
    public String oneOf(String... choices) {
        if (!List.of(choices).contains(text())) {
            throw wrong("'" + text() + "' no es ninguno de " + List.of(choices), "'" + text() + "' is none of " + List.of(choices));
        }
        return text();
    }

    /** A number between two, both included. */
    public double number(double least, double most) {
        if (!(value instanceof Number number) || !(number.doubleValue() >= least && number.doubleValue() <= most)) {
            throw wrong("'" + text() + "' no es un número entre " + least + " y " + most,
                    "'" + text() + "' is not a number between " + least + " and " + most);
        }
        return number.doubleValue();
    }

    /** A complaint about this value, which says where it stands. */
    public IllegalArgumentException wrong(String es, String en) {
        return new IllegalArgumentException(new Text(where + ": " + es, where + ": " + en).toString());
    }

    private Map<?, ?> map() {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong("tiene que ser un bloque de 'clave: valor'", "must be a block of 'key: value'");
        }
        return map;
    }
}
