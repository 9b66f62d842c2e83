package relevo.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import relevo.words.Printable;
import relevo.words.Text;

/**
 * Reads the YAML that people write by hand, with the line of each value. What nobody needs for that and what can do harm is refused: anchors and
 * aliases, which grow without end, tags, deep nesting, several documents in one, a key twice.
 */
public final class StrictYaml {

    private static final int DEEPEST = 8;
    private static final Text SIMPLER = Text.of("Escríbalo con claves, listas y textos, y nada más.", "Write it with keys, lists and texts, and nothing else.");

    private final Iterator<Event> events;

    private StrictYaml(Iterator<Event> events) {
        this.events = events;
    }

    /**
     * The document that a text is; empty when it holds nothing but comments.
     *
     * @throws Misplaced when it is no YAML, or more than is read here
     */
    public static Optional<Placed> parse(String yaml) {
        lines(yaml);
        try {
            return new StrictYaml(new Parse(LoadSettings.builder().build()).parseString(yaml).iterator()).document();
        } catch (MarkedYamlEngineException broken) {
            throw invalid(broken.getProblemMark().or(broken::getContextMark).map(mark -> mark.getLine() + 1).orElse(0), broken.getProblem());
        } catch (YamlEngineException broken) {
            throw invalid(0, broken.getMessage());
        }
    }

    private static Misplaced invalid(int line, String problem) {
        var said = Printable.line(String.valueOf(problem).replaceAll("\\s+", " "));
        return new Misplaced(line, Text.of("No es YAML válido: %s.", "Not valid YAML: %s.", said), Text.of("Corrija esa línea.", "Correct that line."));
    }

    /** What no editor shows is told before the parser stumbles over it. */
    private static void lines(String yaml) {
        var line = 1;
        for (var text : yaml.split("\n", -1)) {
            var content = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
            if (content.codePoints().anyMatch(c -> c != '\t' && Printable.acts(c))) {
                throw new Misplaced(line, Text.of("La línea tiene un carácter de control o invisible.",
                        "The line has a control character, or one that is not seen."),
                        Text.of("Escriba la línea de nuevo, a mano.", "Write the line anew, by hand."));
            }
            if (content.substring(0, content.length() - content.stripLeading().length()).contains("\t")) {
                throw new Misplaced(line, Text.of("La línea comienza con un tabulador.", "The line begins with a tab."),
                        Text.of("En YAML se sangra con espacios.", "YAML is indented with spaces."));
            }
            line++;
        }
    }

    private Optional<Placed> document() {
        Optional<Placed> document = Optional.empty();
        while (events.hasNext()) {
            var event = events.next();
            if (event instanceof NodeEvent node) {
                if (document.isPresent()) {
                    throw new Misplaced(line(event), Text.of("Comienza un segundo documento.", "A second document begins."),
                            Text.of("Quite la línea «---».", "Take out the line \"---\"."));
                }
                document = Optional.of(value("", line(event), node, 0));
            }
        }
        return document.filter(root -> !root.empty());
    }

    private Placed value(String path, int line, NodeEvent event, int depth) {
        if (event instanceof AliasEvent || event.getAnchor().isPresent()) {
            throw new Misplaced(line(event), Text.of("Aquí no se admiten anclas ni alias (& y *).", "Anchors and aliases (& and *) are not taken here."),
                    Text.of("Escriba el valor, entre comillas si comienza con & o *.", "Write the value, in quotes if it begins with & or *."));
        }
        if (tagged(event)) {
            throw new Misplaced(line(event), Text.of("Aquí no se admiten etiquetas de YAML (!).", "YAML's tags (!) are not taken here."),
                    Text.of("Escriba el valor, entre comillas si comienza con !.", "Write the value, in quotes if it begins with !."));
        }
        if (depth > DEEPEST) {
            throw new Misplaced(line(event), Text.of("Hay más de %d niveles, uno dentro de otro.",
                    "There are more than %d levels, one within the other.", DEEPEST), SIMPLER);
        }
        if (event instanceof ScalarEvent scalar) {
            return new Placed(path, line, scalar.getValue(), scalar.isPlain());
        }
        return new Placed(path, line, event instanceof MappingStartEvent ? map(path, depth) : list(path, depth), false);
    }

    private static boolean tagged(NodeEvent event) {
        return event instanceof ScalarEvent scalar && scalar.getTag().isPresent() || event instanceof CollectionStartEvent start && start.getTag().isPresent();
    }

    private Map<String, Placed> map(String path, int depth) {
        var map = new LinkedHashMap<String, Placed>();
        while (events.next() instanceof NodeEvent event) {
            var key = value(path, line(event), event, depth + 1);
            if (!(key.value() instanceof String name)) {
                throw new Misplaced(key.line(), Text.of("Una clave es una lista o un bloque.", "A key is a list or a block."), SIMPLER);
            }
            var below = path.isEmpty() ? name : path + "." + name;
            var other = map.put(name, value(below, key.line(), (NodeEvent) events.next(), depth + 1));
            if (other != null) {
                throw new Misplaced(key.line(), Text.of("La clave «%s» está dos veces; la primera, en la línea %d.",
                        "The key \"%s\" is there twice, the first time in line %d.", Printable.line(below), other.line()),
                        Text.of("Deje una de las dos.", "Leave one of the two."));
            }
        }
        return map;
    }

    private List<Placed> list(String path, int depth) {
        var list = new ArrayList<Placed>();
        while (events.next() instanceof NodeEvent event) {
            list.add(value(path + "[" + (list.size() + 1) + "]", line(event), event, depth + 1));
        }
        return list;
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
