package relevo.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import relevo.machine.Node;
import relevo.machine.Script;
import relevo.observation.Balancer;
import relevo.observation.Known;
import relevo.observation.Program;
import relevo.timing.Timing;

/** Finds where HAProxy has a configuration and does not run: what it would do is known all the same. */
final class IdleBalancers {

    private static final String FILE = "/etc/haproxy/haproxy.cfg";
    private static final int FIRST = 1;

    private IdleBalancers() {
    }

    /** In every instance that runs, and on the machine itself. @throws relevo.verdict.CannotCheck when the machine does not answer */
    static List<Balancer> on(Node node, Probe probe) {
        var homes = homes(probe);
        var command = Stream.concat(Stream.of("sh", "-s", "--"), homes.keySet().stream().map(String::valueOf)).toArray(String[]::new);
        var idle = new ArrayList<Balancer>();
        node.run(Timing.COMMAND.max(), Map.of(), Script.text("installed"), line -> { }, command).out().lines().filter(line -> line.matches("\\d{1,9}"))
                .map(Integer::valueOf).filter(homes::containsKey).distinct().forEach(pid -> {
                    var text = node.run("cat", "/proc/" + pid + "/root" + FILE).out();
                    idle.add(new Balancer(node.name(), homes.get(pid), 0, List.of(FILE), List.of(), List.of(), List.copyOf(
                            HaproxyFile.sections(FILE, text, Map.of())), Known.found(Balancer.NOT_IN_FORCE)));
                });
        return idle;
    }

    /** A process of each instance, to see its files and its network through; of the machine, its first. */
    static int process(Probe probe, String instance) {
        return homes(probe).entrySet().stream().filter(home -> home.getValue().equals(instance)).mapToInt(Map.Entry::getKey).findFirst().orElse(FIRST);
    }

    private static Map<Integer, String> homes(Probe probe) {
        var first = new TreeMap<String, Integer>(Map.of("", FIRST));
        probe.programs().stream().filter(program -> !program.instance().isEmpty()).forEach((Program one) -> first.merge(one.instance(), one.pid(), Math::min));
        var homes = new TreeMap<Integer, String>();
        first.forEach((instance, pid) -> homes.put(pid, instance));
        return homes;
    }
}
