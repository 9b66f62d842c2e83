package relevo.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import relevo.observation.Role;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** Reads {@code cluster.yaml}; every complaint names the file, the key, its value and the remedy. */
public final class TopologyFile {

    /** What LXD and DNS accept for a host name; the names also reach command lines, as single arguments. */
    private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private final Path file;

    private TopologyFile(Path file) {
        this.file = file;
    }

    /** @throws CannotStart when the file is missing or says something that cannot be built */
    public static Topology read(Path file) {
        return new TopologyFile(file).topology();
    }

    private Topology topology() {
        var root = map(parsed(), "");
        var nodes = nodes(root);
        var instances = instances(root, nodes);
        var subnets = new LinkedHashMap<String, String>();
        map(root.get("subnets"), "subnets").forEach((substrate, subnet) -> subnets.put(substrate, subnet(substrate, subnet)));
        var published = map(root.get("published"), "published");
        var http = port(published, "http");
        var statistics = port(published, "statistics");
        if (http == statistics) {
            throw bad("published.statistics", statistics, "es también el puerto http; use dos distintos", "is the http port as well; use two different ones");
        }
        return new Topology(name("name", root.get("name")), Map.copyOf(subnets), nodes, instances, http, statistics);
    }

    private Object parsed() {
        try {
            return new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromString(Files.readString(file));
        } catch (YamlEngineException invalid) {
            throw new CannotStart(Text.of("%s no es YAML válido: %s", "%s is not valid YAML: %s", file, oneLine(invalid)),
                    Text.of("Corrija esa línea.", "Correct that line."));
        } catch (IOException unreadable) {
            throw new CannotStart(Text.of("No se puede leer %s (%s).", "%s cannot be read (%s).", file, unreadable.getClass().getSimpleName()),
                    Text.of("Recupérelo con git checkout o escríbalo de nuevo.", "Restore it with git checkout, or write it again."));
        }
    }

    private static String oneLine(Exception e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    }

    private Map<String, Integer> nodes(Map<String, Object> root) {
        var nodes = new LinkedHashMap<String, Integer>();
        var holder = new HashMap<Integer, String>();
        map(root.get("nodes"), "nodes").forEach((node, description) -> {
            name("nodes", node);
            var key = "nodes." + node + ".host";
            var host = map(description, "nodes." + node).get("host");
            if (!(host instanceof Integer number) || number < 2 || number > 254) {
                throw bad(key, host, "debe ser un número entre 2 y 254", "must be a number from 2 to 254");
            }
            var other = holder.put(number, node);
            if (other != null) {
                throw bad(key, host, "ya es la dirección de " + other, "is the address of " + other + " already");
            }
            nodes.put(node, number);
        });
        return java.util.Collections.unmodifiableMap(nodes);
    }

    private List<Instance> instances(Map<String, Object> root, Map<String, Integer> nodes) {
        var instances = new ArrayList<Instance>();
        var holder = new HashMap<String, String>();
        map(root.get("instances"), "instances").forEach((name, value) -> {
            name("instances", name);
            var at = "instances." + name + ".";
            var description = map(value, "instances." + name);
            var node = String.valueOf(description.get("node"));
            if (!nodes.containsKey(node)) {
                throw bad(at + "node", node, "no es un nodo; los que hay: " + String.join(", ", nodes.keySet()),
                        "is no node; there are: " + String.join(", ", nodes.keySet()));
            }
            var address = address(at + "address", description.get("address"));
            var other = holder.put(address, name);
            if (other != null) {
                throw bad(at + "address", address, "ya es la dirección de " + other, "is the address of " + other + " already");
            }
            instances.add(new Instance(name, node, role(at + "role", description.get("role")), address));
        });
        if (instances.stream().filter(instance -> instance.role() == Role.BALANCER).count() != 1) {
            throw bad("instances", "", "debe haber exactamente una con role: balancer", "must hold exactly one with role: balancer");
        }
        return List.copyOf(instances);
    }

    private Role role(String key, Object value) {
        try {
            return Role.valueOf(String.valueOf(value).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw bad(key, value, "debe ser balancer, production o backup", "must be balancer, production or backup");
        }
    }

    private String name(String key, Object value) {
        if (!(value instanceof String text) || !NAME.matcher(text).matches()) {
            throw bad(key, value, "debe ser un nombre en minúsculas: letras, cifras y guiones", "must be a name in lower case: letters, digits and hyphens");
        }
        return text;
    }

    private String address(String key, Object value) {
        var match = ADDRESS.matcher(String.valueOf(value));
        if (!match.matches() || java.util.stream.IntStream.rangeClosed(1, 4).anyMatch(i -> Integer.parseInt(match.group(i)) > 255)) {
            throw bad(key, value, "debe ser una dirección IPv4 como 10.57.0.11", "must be an IPv4 address such as 10.57.0.11");
        }
        return match.group();
    }

    private String subnet(String substrate, Object value) {
        var parts = String.valueOf(value).split("/");
        if (parts.length != 2 || !parts[1].equals("24")) {
            throw bad("subnets." + substrate, value, "debe ser una red /24 como 10.88.57.0/24", "must be a /24 such as 10.88.57.0/24");
        }
        address("subnets." + substrate, parts[0]);
        return value.toString();
    }

    private int port(Map<String, Object> published, String key) {
        if (!(published.get(key) instanceof Integer port) || port < 1 || port > 65_535) {
            throw bad("published." + key, published.get(key), "debe ser un puerto entre 1 y 65535", "must be a port from 1 to 65535");
        }
        return port;
    }

    private Map<String, Object> map(Object value, String key) {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
            throw bad(key.isEmpty() ? "(root)" : key, value, "falta, o no es una lista de «clave: valor»", "is missing, or is no list of \"key: value\"");
        }
        var typed = new LinkedHashMap<String, Object>();
        map.forEach((k, v) -> typed.put(String.valueOf(k), v));
        return typed;
    }

    private CannotStart bad(String key, Object value, String es, String en) {
        return new CannotStart(Text.of("%1$s: «%2$s: %3$s» %4$s.", "%1$s: \"%2$s: %3$s\" %5$s.", file, key, value, es, en),
                Text.of("Corrija %s y ejecute de nuevo.", "Correct %s and run again.", file));
    }
}
