package relevo.substrate.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import relevo.machine.ConfigWords;
import relevo.verdict.CannotStart;
import relevo.words.Shown;
import relevo.words.Text;

/** Reads an Ansible inventory in INI form. Of a line that it complains of it shows the number alone: there may be a password in it. */
final class InventoryIni {

    private static final Pattern SECTION = Pattern.compile("\\[\\s*([^:\\]]+?)\\s*(?::\\s*(\\w+)\\s*)?]\\s*([#;].*)?");
    private static final Pattern PORT = Pattern.compile("(.+):(\\d{1,5})");
    private static final String PORT_VARIABLE = "ansible_port";

    private final String file;
    private final InventoryGroups groups;
    private String group = "ungrouped";
    private String kind = "hosts";

    private InventoryIni(String file) {
        this.file = file;
        this.groups = new InventoryGroups(file);
    }

    static InventoryGroups parse(String file, String text) {
        var reading = new InventoryIni(file);
        var lines = text.split("\r\n|[\n\r]");
        for (int i = 0; i < lines.length; i++) {
            reading.line(i + 1, lines[i].strip());
        }
        return reading.groups;
    }

    private void line(int number, String line) {
        if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
            return;
        }
        if (line.startsWith("[")) {
            section(number, line);
        } else if (kind.equals("vars")) {
            var sign = line.indexOf('=');
            if (sign < 1) {
                throw wrong(number, Text.of("falta «nombre=valor»", "\"name=value\" is missing"));
            }
            groups.variable(group, line.substring(0, sign).strip(), unquoted(line.substring(sign + 1).strip()));
        } else {
            var words = words(number, line);
            if (kind.equals("children")) {
                groups.child(group, words.get(0));
            } else {
                host(number, words);
            }
        }
    }

    private void section(int number, String line) {
        var section = SECTION.matcher(line);
        if (!section.matches()) {
            throw wrong(number, Text.of("la sección no se entiende", "the section is not understood"));
        }
        group = section.group(1);
        kind = section.group(2) == null ? "hosts" : section.group(2);
        if (!List.of("hosts", "vars", "children").contains(kind)) {
            throw wrong(number, Shown.text("«:%s» no es ni «:vars» ni «:children»", "\":%s\" is neither \":vars\" nor \":children\"", kind));
        }
        groups.add(group);
    }

    private void host(int number, List<String> words) {
        var variables = new LinkedHashMap<String, String>();
        var name = words.get(0);
        var port = PORT.matcher(name);
        if (port.matches()) {
            name = port.group(1);
            variables.put(PORT_VARIABLE, port.group(2));
        }
        for (var word : words.subList(1, words.size())) {
            var sign = word.indexOf('=');
            if (sign < 1) {
                throw wrong(number, Text.of("detrás de la máquina solo puede haber «nombre=valor»", "only \"name=value\" may stand behind the machine"));
            }
            variables.put(word.substring(0, sign), word.substring(sign + 1));
        }
        groups.host(group, name, variables);
    }

    private List<String> words(int number, String line) {
        try {
            return ConfigWords.of(line);
        } catch (IllegalArgumentException open) {
            throw wrong(number, Text.of("una comilla queda abierta", "a quote is left open"));
        }
    }

    private static String unquoted(String value) {
        return value.matches("\"[^\"]*\"|'[^']*'") ? value.substring(1, value.length() - 1) : value;
    }

    private CannotStart wrong(int line, Text what) {
        return new CannotStart(Shown.text("%1$s, línea %2$d: %3$s.", "%1$s, line %2$d: %4$s.", file, line, what.es(), what.en()),
                Text.of("Corrija esa línea; «ansible-inventory --list -i fichero» debe aceptarla.",
                        "Correct that line; \"ansible-inventory --list -i file\" must accept it."));
    }
}
