package relevo.discovery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.machine.Node;
import relevo.machine.Script;
import relevo.observation.Program;
import relevo.timing.Timing;

/** Web servers that somebody started by hand: they run, and nothing is seen that would start them again with their instance. */
public final class Unattended {

    private static final Set<String> UNITS = Set.of("apache2", "httpd", "nginx", "lighttpd", "caddy");

    private Unattended() {
    }

    /** The instances on a machine with such a web server. @throws relevo.verdict.CannotCheck when the machine does not answer */
    public static List<String> on(Node node, Probe probe) {
        var masters = probe.masters(UNITS).filter(master -> !master.instance().isEmpty()).collect(Collectors.toMap(Program::pid, master -> master));
        if (masters.isEmpty()) {
            return List.of();
        }
        var words = Stream.concat(Stream.of("sh", "-s", "--"), masters.values().stream().flatMap(one -> Stream.of(String.valueOf(one.pid()), one.name())));
        return node.run(Timing.COMMAND.max(), Map.of(), Script.text("unattended"), line -> { }, words.toArray(String[]::new)).out().lines()
                .filter(line -> line.matches("\\d{1,9}")).map(line -> masters.get(Integer.valueOf(line))).filter(one -> one != null).map(Program::instance)
                .distinct().sorted().toList();
    }
}
