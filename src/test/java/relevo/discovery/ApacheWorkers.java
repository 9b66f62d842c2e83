package relevo.discovery;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import relevo.machine.Node;
import relevo.machine.Script;
import relevo.timing.Timing;

/**
 * How many requests the Apache of each instance works on at once, by its configuration: {@code MaxRequestWorkers}.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mpm_common.html#maxrequestworkers">Apache's manual, MaxRequestWorkers</a>
 */
final class ApacheWorkers {

    private static final Set<String> NAMES = Set.of("apache2", "httpd");

    private ApacheWorkers() {
    }

    /** By instance; those whose configuration does not say are missing. */
    static Map<String, Integer> on(Node node, Probe probe) {
        var masters = probe.masters(NAMES).filter(master -> !master.instance().isEmpty()).toList();
        var workers = new TreeMap<String, Integer>();
        if (!masters.isEmpty()) {
            var command = Stream.concat(Stream.of("sh", "-s", "--"), masters.stream().map(master -> String.valueOf(master.pid()))).toArray(String[]::new);
            node.run(Timing.COMMAND.max(), Map.of(), Script.text("workers"), line -> { }, command).out().lines().map(line -> line.split(" "))
                    .filter(words -> words.length == 2 && words[1].matches("\\d{1,6}"))
                    .forEach(words -> masters.stream().filter(master -> words[0].equals(String.valueOf(master.pid())))
                            .forEach(master -> workers.put(master.instance(), Integer.valueOf(words[1]))));
        }
        return workers;
    }
}
