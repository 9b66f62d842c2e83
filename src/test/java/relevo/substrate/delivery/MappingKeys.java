package relevo.substrate.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import relevo.machine.SshAddress;
import relevo.observation.Role;
import relevo.substrate.delivery.Mapping.May;
import relevo.substrate.delivery.Mapping.ToldBalancer;
import relevo.substrate.delivery.Mapping.ToldServer;
import relevo.substrate.delivery.Mapping.ToldStatistics;
import relevo.words.Printable;
import relevo.words.Text;
import relevo.yaml.Misplaced;
import relevo.yaml.Placed;

/** Turns the keys of a mapping file into a {@link Mapping}. */
final class MappingKeys {

    static final List<String> KEYS = List.of("delivery", "hosts", "counts_as_machine", "balancer", "statistics", "servers", "may", "notes");
    static final List<String> PERMISSIONS = List.of("start_stopped", "power_off_machines");

    private static final int SSH_PORT = 22;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PATH = 500;
    private static final int LONGEST_NOTES = 4_000;
    /** It becomes the name of files. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    /** A user, an address, and a port or none: nothing that a client of SSH could take for an option. */
    private static final Pattern SSH = Pattern.compile("([A-Za-z_][A-Za-z0-9._-]{0,31})@"
            + "([A-Za-z0-9][A-Za-z0-9.-]{0,252}|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,9}))?");
    /** What HAProxy takes for names. */
    private static final Pattern SERVER = Pattern.compile("[A-Za-z0-9_.:-]{1,100}/[A-Za-z0-9_.:-]{1,100}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

    private final Path folder;

    /** @param folder that paths of keys are relative to */
    MappingKeys(Path folder) {
        this.folder = folder;
    }

    /** @throws Misplaced at the first thing that makes no sense */
    Mapping mapping(Placed root) {
        var keys = root.map(KEYS);
        return new Mapping(at(keys, "delivery", MappingKeys::delivery, ""), at(keys, "hosts", this::hosts, List.of()),
                at(keys, "counts_as_machine", MappingKeys::names, List.of()), at(keys, "balancer", MappingKeys::balancer, Mapping.NOTHING.balancer()),
                at(keys, "statistics", MappingKeys::statistics, Mapping.NOTHING.statistics()), at(keys, "servers", MappingKeys::servers, Map.of()),
                at(keys, "may", MappingKeys::may, May.NOTHING), at(keys, "notes", MappingKeys::notes, ""));
    }

    private static <T> T at(Map<String, Placed> keys, String key, Function<Placed, T> read, T otherwise) {
        return keys.containsKey(key) ? read.apply(keys.get(key)) : otherwise;
    }

    private static String delivery(Placed value) {
        if (!isFolder(value.text())) {
            throw value.wrong("no es una carpeta dentro de la entrega", "is no folder within the delivery",
                    Text.of("Escriba la carpeta como se ve dentro de la entrega, con barras: \"Microproyecto 1/vagrant\".",
                            "Write the folder as it is seen within the delivery, with slashes: \"Microproyecto 1/vagrant\"."));
        }
        return Path.of(value.text()).normalize().toString();
    }

    private List<SshAddress> hosts(Placed value) {
        var hosts = new ArrayList<SshAddress>();
        var named = new LinkedHashSet<String>();
        for (var item : value.list()) {
            var keys = item.map(List.of("name", "ssh", "key", "password_env"));
            var name = needed(item, keys, "name");
            if (!HOST.matcher(name.text()).matches()) {
                throw name.wrong("no es un nombre de máquina", "is no name of a machine",
                        Text.of("Use letras, cifras, puntos y guiones, como vm1.", "Use letters, digits, dots and hyphens, such as vm1."));
            }
            once(named, name, name.text());
            hosts.add(ssh(name.text(), needed(item, keys, "ssh"), at(keys, "key", this::key, Path.of("")))
                    .withPassword(at(keys, "password_env", MappingKeys::sshVariable, "")));
        }
        return List.copyOf(hosts);
    }

    private static Placed needed(Placed block, Map<String, Placed> keys, String key) {
        if (!keys.containsKey(key)) {
            throw block.wrong("no tiene «" + key + "»", "has no \"" + key + "\"", Text.same("{name: vm1, ssh: vagrant@127.0.0.1:2222, key: /…}"));
        }
        return keys.get(key);
    }

    private static SshAddress ssh(String name, Placed value, Path key) {
        var match = SSH.matcher(value.text());
        if (!match.matches()) {
            throw value.wrong("no tiene la forma usuario@dirección:puerto", "is not of the form user@host:port",
                    Text.of("Escriba, por ejemplo, vagrant@127.0.0.1:2222.", "Write vagrant@127.0.0.1:2222, for example."));
        }
        var port = match.group(3) == null ? SSH_PORT : Integer.parseInt(match.group(3));
        if (port < 1 || port > HIGHEST_PORT) {
            throw value.wrong("tiene un puerto que no existe", "has a port that does not exist",
                    Text.of("Use un puerto entre 1 y %d.", "Use a port from 1 to %d.", HIGHEST_PORT));
        }
        return new SshAddress(name, match.group(2).replaceAll("[\\[\\]]", ""), port, match.group(1), key);
    }

    private Path key(Placed value) {
        var text = value.text();
        try {
            var path = text.startsWith("~/") ? Path.of(System.getProperty("user.home"), text.substring(2)) : folder.resolve(text);
            if (Files.isRegularFile(path)) {
                return path.normalize();
            }
        } catch (InvalidPathException impossible) {
            // told below
        }
        throw value.wrong("no es un archivo que exista", "is no file that exists",
                Text.of("Dé la ruta de la llave privada, desde la carpeta de este archivo o desde /.",
                        "Give the path of the private key, from this file's folder or from /."));
    }

    private static List<String> names(Placed value) {
        var names = new LinkedHashSet<String>();
        value.list().forEach(item -> once(names, item, name(item)));
        return List.copyOf(names);
    }

    private static void once(Set<String> names, Placed at, String name) {
        if (!names.add(name)) {
            throw at.wrong("está dos veces", "is there twice", Text.of("Quite una de las dos.", "Take one of the two out."));
        }
    }

    private static ToldBalancer balancer(Placed value) {
        var keys = value.map(List.of("machine", "instance", "url"));
        return new ToldBalancer(at(keys, "machine", MappingKeys::name, ""), at(keys, "instance", MappingKeys::name, ""),
                at(keys, "url", url -> Optional.of(url(url)), Optional.empty()));
    }

    private static ToldStatistics statistics(Placed value) {
        var keys = value.map(List.of("url", "user", "password_env"));
        if (keys.containsKey("user") != keys.containsKey("password_env")) {
            throw value.wrong("necesita «user» y «password_env», o ninguno de los dos", "needs \"user\" and \"password_env\", or neither",
                    Text.same("{user: admin, password_env: RELEVO_STATISTICS_PASSWORD}"));
        }
        return new ToldStatistics(at(keys, "url", url -> Optional.of(url(url)), Optional.empty()), at(keys, "user", MappingKeys::user, ""),
                at(keys, "password_env", MappingKeys::variable, ""));
    }

    private static String user(Placed value) {
        if (name(value).contains(":")) {
            throw value.wrongSecret("tiene dos puntos: ¿lleva la contraseña?", "has a colon: is the password in it?",
                    Text.of("Escriba solo el usuario; la contraseña va en el entorno: password_env: RELEVO_STATISTICS_PASSWORD.",
                            "Write the user alone; the password goes into the environment: password_env: RELEVO_STATISTICS_PASSWORD."));
        }
        return value.text();
    }

    private static String variable(Placed value) {
        return variable(value, "RELEVO_STATISTICS_PASSWORD");
    }

    private static String sshVariable(Placed value) {
        return variable(value, "RELEVO_SSH_PASSWORD");
    }

    private static String variable(Placed value, String example) {
        if (!VARIABLE.matcher(value.text()).matches()) {
            throw value.wrongSecret("no es el nombre de una variable de entorno", "is not the name of a variable of the environment",
                    Text.of("Escriba un nombre como %s; la contraseña no se escribe aquí.",
                            "Write a name such as %s; the password is not written here.", example));
        }
        return value.text();
    }

    private static Map<String, ToldServer> servers(Placed value) {
        var servers = new LinkedHashMap<String, ToldServer>();
        value.map().forEach((label, server) -> {
            if (!isServer(label)) {
                throw server.wrong("no se llama granja/servidor", "is not called farm/server",
                        Text.of("Escriba, por ejemplo, web-backend/web1: {role: backup}.", "Write web-backend/web1: {role: backup}, for example."));
            }
            var keys = server.map(List.of("instance", "role"));
            servers.put(label, new ToldServer(at(keys, "instance", MappingKeys::name, ""), at(keys, "role",
                    role -> Optional.of(Role.valueOf(role.oneOf(List.of("production", "backup")).toUpperCase(Locale.ROOT))), Optional.empty())));
        });
        return Collections.unmodifiableMap(servers);
    }

    private static May may(Placed value) {
        var keys = value.map(PERMISSIONS);
        return new May(at(keys, "start_stopped", Placed::flag, false), at(keys, "power_off_machines", Placed::flag, false));
    }

    private static String notes(Placed value) {
        if (value.text().length() > LONGEST_NOTES) {
            throw value.wrong("tiene más de " + LONGEST_NOTES + " letras", "has more than " + LONGEST_NOTES + " letters",
                    Text.of("Escriba menos.", "Write less."));
        }
        return Printable.of(value.text().strip());
    }

    private static String name(Placed value) {
        if (!isName(value.text())) {
            throw value.wrong("no es un nombre", "is no name", Text.of("Escriba el nombre como lo muestra -Drelevo.discover.",
                    "Write the name as -Drelevo.discover shows it."));
        }
        return value.text();
    }

    private static URI url(Placed value) {
        var text = value.text();
        var example = Text.of("Escriba, por ejemplo, http://192.168.56.11:8080/.", "Write http://192.168.56.11:8080/, for example.");
        if (text.contains("@")) {
            throw value.wrongSecret("lleva un usuario", "has a user in it",
                    Text.of("Quítelo; el de la página de estadísticas va en statistics.user y password_env.",
                            "Take it out; that of the statistics page goes into statistics.user and password_env."));
        }
        var url = url(text);
        if (url.isEmpty()) {
            throw value.wrong("no es una dirección http:// o https://", "is no address http:// or https://", example);
        }
        if (url.get().getPort() == 0 || url.get().getPort() > HIGHEST_PORT) {
            throw value.wrong("tiene un puerto que no existe", "has a port that does not exist",
                    Text.of("Use un puerto entre 1 y %d.", "Use a port from 1 to %d.", HIGHEST_PORT));
        }
        return url.get();
    }

    /** What a text means as an address of the web; empty when it is none. */
    static Optional<URI> url(String text) {
        try {
            var url = new URI(text).parseServerAuthority();
            var known = url.getScheme() != null && List.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT));
            return known && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException other) {
            return Optional.empty();
        }
    }

    /** Whether a machine or an instance may be called so here. */
    static boolean isName(String text) {
        return !text.isBlank() && text.equals(text.strip()) && text.length() <= LONGEST_NAME && !text.startsWith("-") && text.codePoints()
                .noneMatch(c -> Printable.acts(c) || !Character.isDefined(c));
    }

    /** Whether HAProxy could have such a server, with its farm before it. */
    static boolean isServer(String label) {
        return SERVER.matcher(label).matches();
    }

    /** Whether a machine may be called so, and be reached so. */
    static boolean isHost(String name, String ssh) {
        return HOST.matcher(name).matches() && SSH.matcher(ssh).matches();
    }

    /** Whether it is a folder below another one, on every system: it neither climbs nor begins at a root. */
    static boolean isFolder(String text) {
        var seen = text.codePoints().noneMatch(c -> Printable.acts(c) || !Character.isDefined(c));
        try {
            return seen && !text.isBlank() && text.length() <= LONGEST_PATH && !text.matches("[/~].*|[A-Za-z]:.*|.*\\\\.*")
                    && !List.of(text.split("/")).contains("..") && !Path.of(text).isAbsolute();
        } catch (InvalidPathException impossible) {
            return false;
        }
    }
}
