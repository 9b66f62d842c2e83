package relevo.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import relevo.words.Nearest;
import relevo.words.Printable;
import relevo.words.Text;

/**
 * A value of a YAML document with the line that it stands in. Nothing is guessed from how a value looks: {@code 22} and {@code no} stay text.
 *
 * @param path  keys down to it, with dots; empty for the document
 * @param line  counted from 1; of its key, where it has one
 * @param value a {@code Map<String, Placed>}, a {@code List<Placed>}, or a {@code String}
 * @param plain a text that was written without quotes
 */
public record Placed(String path, int line, Object value, boolean plain) {

    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final Text LEAVE_OUT = Text.of("Corrija esa línea, o quítela: ninguna clave es obligatoria.",
            "Correct that line, or take it out: no key is needed.");

    /** Whether nothing was written, or one of YAML's words for nothing. */
    public boolean empty() {
        return plain && NOTHING.contains(value);
    }

    /** Keys and values, in order. @throws Misplaced when it is no block of them */
    @SuppressWarnings("unchecked") // the parser makes no other maps
    public Map<String, Placed> map() {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return (Map<String, Placed>) map;
        }
        throw wrong("debe ser un bloque de «clave: valor»", "must be a block of \"key: value\"", LEAVE_OUT);
    }

    /** A map whose keys are all known. @throws Misplaced that names the nearest key, when one is not, or when it is no map */
    public Map<String, Placed> map(Collection<String> known) {
        var map = map();
        map.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.unknown(key, known);
            }
        });
        return map;
    }

    /** Items in order, at least one. @throws Misplaced when it is no list */
    @SuppressWarnings("unchecked") // the parser makes no other lists
    public List<Placed> list() {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return (List<Placed>) list;
        }
        throw wrong("debe ser una lista con algo: [a, b]", "must be a list with something in it: [a, b]", LEAVE_OUT);
    }

    /** A text that says something. @throws Misplaced when it is none */
    public String text() {
        if (value instanceof String text && !text.isBlank() && !empty()) {
            return text;
        }
        throw wrong("debe ser un texto", "must be a text", LEAVE_OUT);
    }

    /** {@code true} or {@code false}, without quotes. @throws Misplaced when it is neither */
    public boolean flag() {
        if (plain && (value.equals("true") || value.equals("false"))) {
            return value.equals("true");
        }
        throw wrong("debe ser true o false, sin comillas", "must be true or false, without quotes",
                Text.of("Escriba true para permitirlo, o false para que no.", "Write true to allow it, or false not to."));
    }

    /** A text that is one of these. @throws Misplaced that names the nearest */
    public String oneOf(List<String> choices) {
        var text = text();
        if (!choices.contains(text)) {
            throw wrong("no es ninguno de los valores que hay", "is none of the values that there are", nearest(text, choices));
        }
        return text;
    }

    /** A complaint about this value, which shows it. */
    public Misplaced wrong(String es, String en, Text remedy) {
        return complaint(": " + shown(), es, en, remedy);
    }

    /** A complaint about a value that may be a secret, or hold one. */
    public Misplaced wrongSecret(String es, String en, Text remedy) {
        return complaint("", es, en, remedy);
    }

    private Misplaced complaint(String shown, String es, String en, Text remedy) {
        var subject = Printable.line(path) + shown;
        return new Misplaced(line, path.isEmpty() ? new Text("El archivo " + es + ".", "The file " + en + ".")
                : new Text("«" + subject + "» " + es + ".", "\"" + subject + "\" " + en + "."), remedy);
    }

    private Misplaced unknown(String key, Collection<String> known) {
        return new Misplaced(line, Text.of("No hay ninguna clave «%s».", "There is no key \"%s\".", Printable.line(path)), nearest(key, known));
    }

    private static Text nearest(String written, Collection<String> known) {
        return Text.of("Lo más parecido es «%s»; se admite: %s.", "The nearest is \"%s\"; it may be: %s.", Nearest.of(Printable.line(written), known),
                String.join(", ", known));
    }

    private String shown() {
        return value instanceof Map ? "{…}" : value instanceof List ? "[…]" : Printable.line((String) value);
    }
}
