package relevo.substrate.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import relevo.verdict.CannotStart;
import relevo.words.Shown;
import relevo.words.Text;
import relevo.yaml.YamlNode;

/** Reads an Ansible inventory in YAML form. Of a place that it complains of it shows line or keys alone: there may be a password in it. */
final class InventoryYaml {

    private static final Set<String> PARTS = Set.of("hosts", "vars", "children");
    private static final int MOST_GROUPS = 200;
    private static final int DEEPEST = 20;

    private final String file;
    private final InventoryGroups groups;
    private int visited;

    private InventoryYaml(String file) {
        this.file = file;
        this.groups = new InventoryGroups(file);
    }

    static InventoryGroups parse(String file, String text) {
        var reading = new InventoryYaml(file);
        var document = document(file, text);
        reading.map(document).forEach((name, group) -> reading.group(name, group, 1));
        return reading.groups;
    }

    private static YamlNode document(String file, String text) {
        try {
            return YamlNode.parse(Shown.of(file), text);
        } catch (IllegalArgumentException noYaml) {
            var line = noYaml.getCause() instanceof MarkedYamlEngineException marked ? marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1) : 1;
            throw new CannotStart(Shown.text("%1$s no es YAML válido (línea %2$d).", "%1$s is not valid YAML (line %2$d).", file, line),
                    Text.of("Corrija esa línea; un valor cifrado («!vault») no se abre: quítelo.",
                            "Correct that line; an encrypted value (\"!vault\") is not opened: take it out."));
        } catch (StackOverflowError deep) {
            throw new CannotStart(Shown.text("%s: demasiado profundo para ser un inventario.", "%s: too deep to be an inventory.", file),
                    Text.of("Dé un fichero solo con las máquinas de la entrega.", "Give a file with the delivery's machines alone."));
        }
    }

    private void group(String name, YamlNode node, int depth) {
        if (++visited > MOST_GROUPS || depth > DEEPEST) {
            throw wrong(node, Text.of("demasiados grupos", "too many groups"));
        }
        groups.add(name);
        var parts = map(node);
        for (var part : parts.keySet()) {
            if (!PARTS.contains(part)) {
                throw wrong(node, Shown.text("«%s» no es hosts, vars ni children", "\"%s\" is none of hosts, vars, children", part));
            }
        }
        map(parts.get("hosts")).forEach((host, variables) -> groups.host(name, host, variables(variables)));
        variables(parts.get("vars")).forEach((variable, value) -> groups.variable(name, variable, value));
        map(parts.get("children")).forEach((child, inside) -> {
            groups.child(name, child);
            group(child, inside, depth + 1);
        });
    }

    /** Plain values alone: where a machine is says none of the others. */
    private Map<String, String> variables(YamlNode node) {
        var plain = new LinkedHashMap<String, String>();
        map(node).forEach((name, value) -> Optional.ofNullable(value.value()).filter(some -> !(some instanceof Map || some instanceof List))
                .ifPresent(some -> plain.put(name, some.toString())));
        return plain;
    }

    private Map<String, YamlNode> map(YamlNode node) {
        if (node == null || node.value() == null) {
            return Map.of();
        }
        if (!(node.value() instanceof Map<?, ?>)) {
            throw wrong(node, Text.of("tiene que ser un bloque de «clave:»", "must be a block of \"key:\""));
        }
        var map = new LinkedHashMap<String, YamlNode>();
        node.keys().forEach(key -> node.find(key).ifPresent(value -> map.put(key, value)));
        return map;
    }

    private static CannotStart wrong(YamlNode node, Text what) {
        return new CannotStart(Shown.text("%1$s: %2$s.", "%1$s: %3$s.", node.where(), what.es(), what.en()),
                Text.of("Escríbalo como lo acepta «ansible-inventory --list -i fichero».", "Write it as \"ansible-inventory --list -i file\" accepts it."));
    }
}
