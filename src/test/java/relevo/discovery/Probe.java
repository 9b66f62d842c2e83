package relevo.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import relevo.machine.Node;
import relevo.machine.Script;
import relevo.observation.InstanceName;
import relevo.observation.Listener;
import relevo.observation.Program;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/**
 * What a machine shows of itself to one look at {@code /proc}: its processes, in every container too, and who listens where.
 *
 * @param virtualisation in the words of {@code systemd-detect-virt}: {@code kvm}, {@code oracle}, {@code docker}, {@code none}; empty when it was not said
 * @param managers       Unix sockets of managers of instances that are there
 * @param addresses      of the machine, without the loopback's, as {@code interface address}
 * @param programs       every process, by its id
 */
public record Probe(String virtualisation, List<String> managers, List<String> addresses, List<Program> programs) {

    private static final Pattern STAT = Pattern.compile("(\\d{1,9}) \\((.*)\\) (.*)");
    private static final Pattern CGROUP = Pattern.compile("(\\d{1,9})/cgroup:[^/]*(/.*)");
    /** liblxc 4 and newer; LXD 3. The manager's own processes are in {@code lxc.monitor}. */
    private static final Pattern PAYLOAD = Pattern.compile("/(?:lxc\\.payload\\.|lxc/)([^/]+)");
    private static final Pattern FILE = Pattern.compile("==> (\\d{1,9})/cmdline <==");
    private static final Pattern NETWORK = Pattern.compile(".* (\\d{1,9})/ns/net -> (\\S+)");
    private static final Pattern FOLDER = Pattern.compile("(\\d{1,9})/fd:");
    private static final Pattern SOCKET = Pattern.compile(".* -> socket:\\[(\\d+)]");
    private static final Pattern ADDRESS = Pattern.compile("\\d+: (\\S+)\\s+inet6? ([^/\\s]+).*");
    private static final String SEPARATOR = "\u001f";
    /** Of {@code /proc/PID/stat} behind the name: its state is the first. */
    private static final int PARENT = 1;
    private static final int STARTED = 19;

    /** Programs of these names whose parent has none of them: a worker is its master's child, and so is the one that a reload left behind. */
    Stream<Program> masters(Set<String> names) {
        var named = programs.stream().filter(program -> names.contains(program.name())).toList();
        var pids = named.stream().map(Program::pid).toList();
        return named.stream().filter(program -> !pids.contains(program.parent()));
    }

    /** The same, with each instance called as it is among these names: {@link InstanceName}. */
    public Probe called(Collection<String> names, String machine) {
        return new Probe(virtualisation, managers, addresses, programs.stream().map(one -> one.instance().isEmpty() ? one : new Program(
                InstanceName.called(names, one.instance(), machine), one.name(), one.pid(), one.parent(), one.arguments(), one.startedS(), one.network(),
                one.listens())).toList());
    }

    /** Every socket on which a program of an instance listens. */
    public List<Listener> listeners() {
        return programs.stream().filter(program -> !program.instance().isEmpty())
                .flatMap(program -> program.listens().stream().map(at -> listener(program, at))).distinct().toList();
    }

    private static Listener listener(Program program, String at) {
        var colon = at.lastIndexOf(':');
        return new Listener(program.instance(), program.name(), at.substring(0, colon).replaceAll("[\\[\\]]", ""), Integer.parseInt(at.substring(colon + 1)));
    }

    /** The TCP ports that the machine opens to others, in ascending order: those of its own programs, proxy devices among them. */
    public List<Integer> openPorts() {
        return programs.stream().filter(program -> program.instance().isEmpty()).flatMap(program -> program.listens().stream())
                .filter(at -> !at.startsWith("127.") && !at.startsWith("[::1]")).map(at -> Integer.valueOf(at.substring(at.lastIndexOf(':') + 1)))
                .distinct().sorted().toList();
    }

    /** Looks at a machine. @throws CannotCheck when it cannot be asked, or shows nothing */
    public static Probe of(Node node) {
        var output = node.run(Timing.COMMAND.max(), Map.of(), Script.text("probe"), line -> { }, "sh", "-s");
        if (!output.ok()) {
            throw output.failed(node.name(), "sh", "-s");
        }
        var probe = parse(output.out());
        // Whatever ran the script runs, too.
        if (probe.programs().isEmpty()) {
            throw new CannotCheck(Text.of("%s no dijo qué programas se ejecutan en ella.", "%s did not say which programs run on it.", node.name()),
                    Text.of("Vea allí, como root, qué muestran /proc y «ps aux».", "See there, as root, what /proc and \"ps aux\" show."), null);
        }
        return probe;
    }

    static Probe parse(String text) {
        var sections = sections(text);
        var facts = new HashMap<String, String>();
        var managers = new ArrayList<String>();
        for (var line : sections.getOrDefault("machine", List.of())) {
            var words = line.split(" ", 2);
            if (words.length == 2 && words[0].equals("manager")) {
                managers.add(words[1]);
            } else if (words.length == 2) {
                facts.put(words[0], words[1].strip());
            }
        }
        var addresses = matches(ADDRESS, sections.getOrDefault("addresses", List.of())).map(match -> match.group(1) + " " + match.group(2)).toList();
        return new Probe(facts.getOrDefault("virtualisation", ""), List.copyOf(managers), addresses, programs(sections, facts));
    }

    private static List<Program> programs(Map<String, List<String>> sections, Map<String, String> facts) {
        var booted = number(facts.get("booted"), 0);
        var ticks = Math.max(1, number(facts.get("ticks"), 100));
        var instances = byProcess(CGROUP, sections.getOrDefault("cgroup", List.of()), match -> instance(match.group(2)));
        var networks = byProcess(NETWORK, sections.getOrDefault("networks", List.of()), match -> match.group(2));
        var arguments = arguments(sections.getOrDefault("arguments", List.of()));
        var listens = listens(sections, networks);
        var programs = new TreeMap<Integer, Program>();
        matches(STAT, sections.getOrDefault("stat", List.of())).forEach(match -> {
            var pid = Integer.parseInt(match.group(1));
            var rest = match.group(3).split(" ");
            if (rest.length > STARTED) {
                programs.put(pid, new Program(instances.getOrDefault(pid, ""), match.group(2), pid, (int) number(rest[PARENT], 0),
                        arguments.getOrDefault(pid, List.of()), booted + number(rest[STARTED], 0) / ticks, networks.getOrDefault(pid, ""),
                        List.copyOf(listens.getOrDefault(pid, new TreeSet<>()))));
            }
        });
        return List.copyOf(programs.values());
    }

    private static long number(String digits, long otherwise) {
        return digits != null && digits.matches("\\d{1,18}") ? Long.parseLong(digits) : otherwise;
    }

    private static String instance(String cgroup) {
        var payload = PAYLOAD.matcher(cgroup);
        return payload.find() ? payload.group(1) : "";
    }

    private static Map<Integer, List<String>> arguments(List<String> lines) {
        var arguments = new HashMap<Integer, List<String>>();
        Integer pid = null;
        for (var line : lines) {
            var header = FILE.matcher(line);
            if (header.matches()) {
                pid = Integer.valueOf(header.group(1));
            } else if (pid != null && !line.isEmpty()) {
                arguments.putIfAbsent(pid, List.of(line.split(SEPARATOR)));
            }
        }
        return arguments;
    }

    /** Which process listens where: its descriptors name sockets, and its network lists those that listen. */
    private static Map<Integer, TreeSet<String>> listens(Map<String, List<String>> sections, Map<Integer, String> networks) {
        var listens = new HashMap<Integer, TreeSet<String>>();
        var listening = listening(sections);
        Integer pid = null;
        for (var line : sections.getOrDefault("descriptors", List.of())) {
            var folder = FOLDER.matcher(line);
            var socket = SOCKET.matcher(line);
            if (folder.matches()) {
                pid = Integer.valueOf(folder.group(1));
            } else if (pid != null && socket.matches()) {
                // A program may listen in another network than its own, as the one behind a proxy device does.
                var at = listening.getOrDefault(socket.group(1), Set.of());
                if (!at.isEmpty()) {
                    listens.computeIfAbsent(pid, unseen -> new TreeSet<>()).addAll(at);
                }
            }
        }
        return listens;
    }

    /** By the number of its socket, in whichever network; what is no address is left out. */
    private static Map<String, Set<String>> listening(Map<String, List<String>> sections) {
        var listening = new HashMap<String, Set<String>>();
        sections.forEach((name, rows) -> {
            if (name.startsWith("listening ")) {
                rows.stream().map(row -> row.split(" ")).filter(row -> row.length == 2 && !Endpoint.of(row[0]).equals(row[0]))
                        .forEach(row -> listening.computeIfAbsent(row[1], unseen -> new TreeSet<>()).add(Endpoint.of(row[0])));
            }
        });
        return listening;
    }

    private static <T> Map<Integer, T> byProcess(Pattern pattern, List<String> lines, Function<Matcher, T> value) {
        var found = new HashMap<Integer, T>();
        matches(pattern, lines).forEach(match -> {
            var told = value.apply(match);
            // Of several control groups the one that names an instance counts.
            if (!"".equals(told)) {
                found.put(Integer.valueOf(match.group(1)), told);
            }
        });
        return found;
    }

    private static Stream<Matcher> matches(Pattern pattern, List<String> lines) {
        return lines.stream().map(pattern::matcher).filter(Matcher::matches);
    }

    private static Map<String, List<String>> sections(String text) {
        var sections = new LinkedHashMap<String, List<String>>();
        List<String> current = new ArrayList<>();
        for (var line : text.split("\n")) {
            if (line.startsWith("== ")) {
                current = sections.computeIfAbsent(line.substring(3).strip(), unseen -> new ArrayList<>());
            } else {
                current.add(line);
            }
        }
        return sections;
    }
}
