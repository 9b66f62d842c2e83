package relevo.machine;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import relevo.verdict.CannotStart;
import relevo.words.Shown;
import relevo.words.Text;

/**
 * What a file of OpenSSH's client says of where machines are (ssh_config(5)); nothing that it would run is run.
 *
 * @param addresses one for each machine that a {@code Host} line names, in the file's order; other names of the same address on that line are left out
 * @param notes     what the file says besides and was not followed
 */
public record SshConfig(List<SshAddress> addresses, List<Text> notes) {

    private static final int MOST_NAMES = 64;
    private static final int LAST_PORT = 65_535;
    private static final List<String> USUAL_KEYS = List.of(".ssh/id_rsa", ".ssh/id_ecdsa", ".ssh/id_ed25519");
    private static final List<String> PROXIES = List.of("proxyjump", "proxycommand");
    /** Words whose value is a file to be read or a program to be run. */
    private static final Set<String> NOT_FOLLOWED = Set.of("include", "match", "localcommand", "remotecommand", "knownhostscommand", "pkcs11provider",
            "securitykeyprovider");
    private static final Pattern LINE = Pattern.compile("([^\\s=\"]+)(?:\\s*=\\s*|\\s+)(.*)");
    private static final Pattern TOKEN = Pattern.compile("%(.?)");
    private static final String NONE = "none";

    /**
     * @param name   of the file, for complaints
     * @param folder that a relative key is looked for in
     * @param home   for {@code ~}, and for the usual keys of a machine that names none
     * @throws CannotStart when a line cannot be read, or a machine is behind a proxy
     */
    public static SshConfig parse(String name, String text, Path folder, Path home) {
        return new Reading(name, folder, home).of(text);
    }

    /** The keys that OpenSSH offers to a machine for which none is named: those that are there. */
    public static List<Path> usualKeys(Path home) {
        return USUAL_KEYS.stream().map(home::resolve).filter(Files::isRegularFile).toList();
    }

    /** Lines that hold for the names that these patterns fit; the first value of a word is the one that counts. */
    private record Block(List<String> patterns, Map<String, Value> first, List<Value> keys) {

        boolean holdsFor(String host) {
            return patterns.stream().anyMatch(pattern -> fits(pattern, host))
                    && patterns.stream().noneMatch(pattern -> pattern.startsWith("!") && fits(pattern.substring(1), host));
        }
    }

    private record Value(int line, String text) {
    }

    private static final class Reading {

        private final String file;
        private final Path folder;
        private final Path home;
        private final List<Block> blocks = new ArrayList<>();
        private final Map<Integer, String> notFollowed = new TreeMap<>();
        private int names;

        Reading(String file, Path folder, Path home) {
            this.file = file;
            this.folder = folder;
            this.home = home;
        }

        SshConfig of(String text) {
            blocks.add(new Block(List.of("*"), new LinkedHashMap<>(), new ArrayList<>()));
            var lines = text.split("\r\n|[\n\r]");
            for (int i = 0; i < lines.length; i++) {
                line(i + 1, lines[i].strip());
            }
            var seen = new LinkedHashMap<String, SshAddress>();
            for (var block : blocks) {
                var places = new LinkedHashSet<String>();
                for (var host : block.patterns()) {
                    if (host.matches("[^*?!]+") && !seen.containsKey(host)) {
                        var address = address(host);
                        if (places.add(address.host() + " " + address.port())) {
                            seen.put(host, address);
                        }
                    }
                }
            }
            return new SshConfig(List.copyOf(seen.values()), notes());
        }

        private void line(int number, String line) {
            if (line.isEmpty() || line.startsWith("#")) {
                return;
            }
            var parts = LINE.matcher(line);
            var values = parts.matches() ? words(number, parts.group(2)) : List.<String>of();
            if (values.isEmpty()) {
                throw wrong(number, Shown.text("«%s» no lleva valor", "\"%s\" has no value", line));
            }
            var word = parts.group(1).toLowerCase(Locale.ROOT);
            var block = blocks.get(blocks.size() - 1);
            var all = word.equals("match") && values.equals(List.of("all"));
            if (word.equals("host") || word.equals("match")) {
                var patterns = all ? List.of("*") : word.equals("match") ? List.<String>of() : values;
                blocks.add(new Block(patterns, new LinkedHashMap<>(), new ArrayList<>()));
                names += Math.max(1, patterns.size());
                if (names > MOST_NAMES) {
                    throw wrong(number, Shown.text("hay más de %d nombres", "there are more than %d names", MOST_NAMES));
                }
            } else if (word.equals("identityfile")) {
                block.keys().add(new Value(number, values.get(0)));
            } else {
                block.first().putIfAbsent(word, new Value(number, values.get(0)));
            }
            if (NOT_FOLLOWED.contains(word) && !all) {
                notFollowed.put(number, parts.group(1));
            }
        }

        private List<String> words(int number, String values) {
            try {
                return ConfigWords.of(values);
            } catch (IllegalArgumentException open) {
                throw wrong(number, Shown.text("una comilla queda abierta", "a quote is left open"));
            }
        }

        private SshAddress address(String name) {
            var values = new LinkedHashMap<String, Value>();
            var keys = new ArrayList<Value>();
            blocks.stream().filter(block -> block.holdsFor(name)).forEach(block -> {
                block.first().forEach(values::putIfAbsent);
                keys.addAll(block.keys());
            });
            for (var proxy : PROXIES) {
                var value = values.get(proxy);
                if (value != null && !value.text().equalsIgnoreCase(NONE)) {
                    throw behind(name, proxy.equals("proxyjump") ? "ProxyJump" : "ProxyCommand", value.line());
                }
            }
            var host = values.containsKey("hostname") ? filled(values.get("hostname"), Map.of("h", name)) : name;
            var port = port(values.getOrDefault("port", new Value(0, "22")));
            var user = values.containsKey("user") ? values.get("user").text() : System.getProperty("user.name");
            var tokens = Map.of("d", home.toString(), "h", host, "n", name, "p", String.valueOf(port), "r", user, "u", System.getProperty("user.name"));
            var files = keys.stream().filter(key -> !key.text().equalsIgnoreCase(NONE)).map(key -> key(key, tokens)).distinct().toList();
            return new SshAddress(name, host, port, user, keys.isEmpty() ? usualKeys(home) : files);
        }

        private int port(Value value) {
            if (!value.text().matches("\\d{1,5}") || Integer.parseInt(value.text()) < 1 || Integer.parseInt(value.text()) > LAST_PORT) {
                throw wrong(value.line(), Shown.text("el puerto «%1$s» no está entre 1 y %2$d", "port \"%1$s\" is not between 1 and %2$d",
                        value.text(), LAST_PORT));
            }
            return Integer.parseInt(value.text());
        }

        /** Relative ones beside the file: what is handed in is found wherever the command is typed. */
        private Path key(Value value, Map<String, String> tokens) {
            var text = filled(value, tokens);
            try {
                return text.startsWith("~/") ? home.resolve(text.substring(2)) : folder.resolve(text);
            } catch (InvalidPathException noPath) {
                throw wrong(value.line(), Shown.text("la llave «%s» no es un fichero", "the key \"%s\" is not a file", text));
            }
        }

        private String filled(Value value, Map<String, String> tokens) {
            if (value.text().contains("${")) {
                throw wrong(value.line(), Shown.text("«%s» lleva una variable de entorno, que no se lee",
                        "\"%s\" has an environment variable, which is not read",
                        value.text()));
            }
            return TOKEN.matcher(value.text()).replaceAll(token -> {
                var meaning = token.group(1).equals("%") ? "%" : tokens.get(token.group(1));
                if (meaning == null) {
                    throw wrong(value.line(), Shown.text("no se conoce «%%%1$s» en «%2$s»", "unknown \"%%%1$s\" in \"%2$s\"", token.group(1),
                            value.text()));
                }
                return Matcher.quoteReplacement(meaning);
            });
        }

        private List<Text> notes() {
            if (notFollowed.isEmpty()) {
                return List.of();
            }
            var where = notFollowed.entrySet().stream().map(entry -> entry.getValue() + ":" + entry.getKey()).limit(8).toList();
            return List.of(Shown.text("%s: no se siguió ni se ejecutó (línea): %s.", "%s: neither followed nor run (line): %s.", file,
                    String.join(", ", where)));
        }

        private CannotStart behind(String name, String word, int line) {
            return new CannotStart(Shown.text("%1$s, línea %2$d: a la máquina «%3$s» se llega por %4$s, que aquí no se ejecuta.",
                    "%1$s, line %2$d: machine \"%3$s\" is reached through %4$s, which is not run here.", file, line, name, word),
                    Shown.text("Abra un túnel («ssh -L 2201:dirección:22 salto») y ponga HostName 127.0.0.1 y Port 2201 en su lugar.",
                            "Open a tunnel (\"ssh -L 2201:address:22 jump\") and write HostName 127.0.0.1 and Port 2201 instead."));
        }

        private CannotStart wrong(int line, Text what) {
            return new CannotStart(Shown.text("%1$s, línea %2$d: %3$s.", "%1$s, line %2$d: %4$s.", file, line, what.es(), what.en()),
                    Shown.text("Corrija esa línea; «man ssh_config» dice cómo se escribe.", "Correct that line; \"man ssh_config\" says how it is written."));
        }
    }

    /** Whether a pattern with {@code *} and {@code ?} fits a name: linear, whatever somebody wrote. */
    private static boolean fits(String pattern, String name) {
        int at = 0;
        int p = 0;
        int star = -1;
        int after = 0;
        while (at < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                after = at;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(at))) {
                p++;
                at++;
            } else if (star >= 0) {
                p = star + 1;
                at = ++after;
            } else {
                return false;
            }
        }
        return pattern.substring(p).chars().allMatch(left -> left == '*');
    }
}
