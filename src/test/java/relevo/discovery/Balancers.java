package relevo.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import relevo.machine.Node;
import relevo.machine.SideBySide;
import relevo.observation.Balancer;
import relevo.observation.Program;
import relevo.observation.Section;

/** Finds each HAProxy that runs on a machine, in a container or not, with the configuration that it was started with. */
final class Balancers {

    private static final String NAME = "haproxy";

    private Balancers() {
    }

    /** @throws relevo.verdict.CannotCheck when the machine does not answer */
    static List<Balancer> on(Node node, Probe probe) {
        return probe.masters(Set.of(NAME)).map(master -> balancer(node, probe, master)).toList();
    }

    private static Stream<Program> all(Probe probe) {
        return probe.programs().stream().filter(program -> program.name().equals(NAME));
    }

    /** A file of its configuration. @param modifiedS when it was last written, Unix time; 0 where nobody knows */
    private record ConfigurationFile(String path, long modifiedS, String text) {
    }

    private static Balancer balancer(Node node, Probe probe, Program master) {
        var read = all(probe).filter(program -> program.parent() == master.pid()).max(Comparator.comparingLong(Program::startedS)).orElse(master).startedS();
        return SideBySide.both(() -> environment(node, master.pid()), () -> files(node, master), (environment, files) -> {
            var changed = files.stream().filter(file -> file.modifiedS > read + 1).map(ConfigurationFile::path).toList();
            var sections = files.stream().flatMap(file -> HaproxyFile.sections(file.path, file.text, environment).stream()).toList();
            return new Balancer(node.name(), master.instance(), master.pid(), files.stream().map(ConfigurationFile::path).toList(), changed,
                    sockets(master.arguments(), sections), sections);
        });
    }

    private static List<ConfigurationFile> files(Node node, Program master) {
        return configured(master.arguments()).stream().flatMap(argument -> files(node, master.pid(), argument).stream())
                .map(file -> SideBySide.both(() -> modifiedS(node, master.pid(), file), () -> node.run("cat", within(master.pid(), file)).out(),
                        (modifiedS, text) -> new ConfigurationFile(file, modifiedS, text))).toList();
    }

    /** Those that its configuration names, and the one of its master, which it has where systemd started it. */
    static List<String> sockets(List<String> arguments, List<Section> sections) {
        var named = sections.stream().filter(section -> section.kind().equals("global")).flatMap(global -> global.having("stats", "socket"))
                .map(line -> line.after("socket").replaceFirst("^unix@", "")).filter(path -> path.startsWith("/"));
        var at = arguments.indexOf("-S");
        var master = at < 0 || at + 1 >= arguments.size() ? Stream.<String>empty() : Stream.of("@" + arguments.get(at + 1).replaceFirst(",.*", ""));
        return Stream.concat(named, master).distinct().toList();
    }

    /** What follows each {@code -f}, up to {@code --}: several files may follow one. Relative to the folder that {@code -C} names. */
    static List<String> configured(List<String> arguments) {
        var files = new ArrayList<String>();
        var folder = "";
        for (int i = 1; i < arguments.size(); i++) {
            if (arguments.get(i).equals("-C") && i + 1 < arguments.size()) {
                folder = arguments.get(i + 1) + "/";
            } else if (arguments.get(i).equals("-f") || arguments.get(i).equals("--")) {
                while (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("-")) {
                    var file = arguments.get(++i);
                    files.add(file.startsWith("/") ? file : folder + file);
                }
            }
        }
        return files;
    }

    /** A folder means its {@code .cfg} files, in the order of the C locale. */
    private static List<String> files(Node node, int pid, String argument) {
        var listed = node.run("find", within(pid, argument) + "/", "-maxdepth", "1", "-name", "*.cfg", "-type", "f");
        if (!listed.ok()) {
            return List.of(argument);
        }
        var root = within(pid, "");
        return listed.out().lines().map(file -> file.replaceFirst("^" + root, "").replace("//", "/")).sorted().toList();
    }

    private static long modifiedS(Node node, int pid, String file) {
        var said = node.run("stat", "-L", "-c", "%Y", within(pid, file)).out().strip();
        return said.matches("\\d{1,18}") ? Long.parseLong(said) : 0;
    }

    private static Map<String, String> environment(Node node, int pid) {
        var environment = new HashMap<String, String>();
        node.run("sh", "-c", "tr '\\000' '\\n' <\"/proc/$1/environ\"", "environment", String.valueOf(pid)).out().lines().filter(line -> line.contains("="))
                .forEach(line -> environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return environment;
    }

    private static String within(int pid, String file) {
        return "/proc/" + pid + "/root" + file;
    }
}
