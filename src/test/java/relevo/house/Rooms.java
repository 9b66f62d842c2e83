package relevo.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import relevo.report.ReportFiles;

/**
 * The rooms of the house by floor, and {@code docs/rooms.md}, their picture. A room may use those on lower floors, never one beside or above it;
 * {@code FloorsTest} holds that against the code.
 */
public final class Rooms {

    /** Where the picture stands, from the top of the repository. */
    static final Path FILE = Path.of("docs/rooms.md");
    /** How it is made anew. */
    static final String COMMAND = "mvn -q -B test-compile exec:java -Dexec.mainClass=" + Rooms.class.getName() + " -Dexec.classpathScope=test";

    /** From the ground up. */
    static final List<List<Room>> FLOORS = List.of(
            List.of(new Room("words", "sentences in both languages, and how figures are written"),
                    new Room("timing", "every wait by its name, and how much longer it may take on a slow machine"),
                    new Room("observation", "records of what is there and of what was seen: requests, statistics, events, on one clock")),
            List.of(new Room("verdict", "met, not met, could not check; findings that add up to one of them"),
                    new Room("chance", "rules that decide by number, with both their probabilities of error"),
                    new Room("archive", "observations on disk, written and read"),
                    new Room("plan", "load plans that somebody else wrote: found, read without JMeter, written anew without what could do harm"),
                    new Room("outside", "the host's eye: visitor, browser, HAProxy's statistics"),
                    new Room("yaml", "YAML that knows where it stands, for complaints")),
            List.of(new Room("measure", "figures from observations, without a verdict: histories, windows, saturation, laws"),
                    new Room("machine", "a machine and the commands on it, and those on this host")),
            List.of(new Room("lxd", "the manager of instances, asked on one machine through its client: LXD or Incus")),
            List.of(new Room("discovery", "what is there, found by looking: programs, balancer, servers, roles, with the evidence of each")),
            List.of(new Room("cluster", "the running system: what can be asked of it, and faults as verbs, each with its undo")),
            List.of(new Room("judge", "observation to verdict: pure functions, one class for each group of requirements"),
                    new Room("load", "scenarios, JMeter plans, what the generator itself can do"),
                    new Room("substrate", "where nodes come from: docker/ (Testcontainers), vagrant/ (SSH); settings; one run at a time")),
            List.of(new Room("report", "catalogue, rubric, checklist in four forms, load report, charts, the gate that fails the build")),
            List.of(new Room("run", "one run: its cluster, its circumstances, its evidence, the reports that it leaves"),
                    new Room("course", "a course: deliveries graded one after the other, their table, and files for the tools that teachers have")),
            List.of(new Room("junit", "annotations, extension and listener: the only room that knows JUnit's interfaces")),
            List.of(new Room("spec", "the specification: one class for each group of requirements"),
                    new Room("mutant", "wrong clusters and right ones, made of the reference, and what the specification says of them"),
                    new Room("live", "a cluster on a page of its own: seen as it is, broken and mended by hand, judged again after every change")));

    private static final String PREFIX = "relevo.";

    private Rooms() {
    }

    /**
     * One package, with those below it.
     *
     * @param name    below {@code relevo}
     * @param purpose what it is for, in one clause
     */
    record Room(String name, String purpose) {
    }

    /** What belongs to the product: neither tests, nor their fixtures, nor the rules of the house. */
    static final class Product implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return location.contains("/relevo/") && !location.contains("/relevo/testing/") && !location.contains("/relevo/house/")
                    && !location.matches(java.util.regex.Pattern.compile(".*Test(\\$.*)?\\.class"));
        }
    }

    static JavaClasses product() {
        return new ClassFileImporter().withImportOption(new Product()).importPackages("relevo");
    }

    /** The room that a class is in. */
    static String roomOf(JavaClass type) {
        return type.getPackageName().substring(PREFIX.length()).split("\\.")[0];
    }

    /** Room to the rooms that it uses. */
    static Map<String, TreeSet<String>> uses(JavaClasses product) {
        var uses = new TreeMap<String, TreeSet<String>>();
        for (var type : product) {
            var used = uses.computeIfAbsent(roomOf(type), unseen -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(PREFIX)).map(Rooms::roomOf).filter(room -> !room.equals(roomOf(type)))
                    .forEach(used::add);
        }
        return uses;
    }

    static String render() {
        var product = product();
        var uses = uses(product);
        var picture = new StringBuilder();
        var table = new StringBuilder();
        for (int floor = FLOORS.size() - 1; floor >= 0; floor--) {
            picture.append("    subgraph floor").append(floor).append(" [\" \"]\n");
            for (var room : FLOORS.get(floor)) {
                picture.append("        ").append(room.name()).append('\n');
                var types = product.stream().filter(type -> type.isTopLevelClass() && roomOf(type).equals(room.name())).count();
                table.append(String.format(Locale.ROOT, "| %d | `%s` | %s | %d | %s |\n", floor, room.name(), room.purpose(), types,
                        String.join(", ", uses.getOrDefault(room.name(), new TreeSet<>()))));
            }
            picture.append("    end\n");
        }
        var arrows = uses.entrySet().stream().filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> "    " + entry.getKey() + " --> " + String.join(" & ", direct(entry.getKey(), uses)) + "\n").collect(Collectors.joining());
        return """
                # The rooms of the house

                Made from the compiled code by `%s`; a test compares it.

                A room uses rooms on lower floors alone, so no arrow points up and there is no circle. The picture leaves out an arrow where a longer way
                leads to the same room; the table has all of them.

                ```mermaid
                flowchart TD
                %s%s```

                | floor | room | what it is for | types | uses |
                |---|---|---|---|---|
                %s""".formatted(COMMAND, picture, arrows, table);
    }

    /** The rooms that a room uses and no other room that it uses leads to. */
    private static TreeSet<String> direct(String room, Map<String, TreeSet<String>> uses) {
        var direct = new TreeSet<>(uses.get(room));
        uses.get(room).forEach(used -> direct.removeAll(reached(used, uses)));
        return direct;
    }

    private static TreeSet<String> reached(String room, Map<String, TreeSet<String>> uses) {
        var reached = new TreeSet<String>();
        uses.getOrDefault(room, new TreeSet<>()).forEach(used -> {
            reached.add(used);
            reached.addAll(reached(used, uses));
        });
        return reached;
    }

    /** Writes {@code docs/rooms.md} of the working directory. */
    public static void main(String[] arguments) {
        ReportFiles.put(FILE, render());
    }
}
