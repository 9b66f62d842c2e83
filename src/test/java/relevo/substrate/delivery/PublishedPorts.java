package relevo.substrate.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import relevo.machine.Command;
import relevo.timing.Timing;

/** Ports of a container that lead to it from 127.0.0.1, asked of the engine: Vagrant's provider of containers cannot tell. */
final class PublishedPorts {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Pattern LINE = Pattern.compile("(\\d{1,5})/tcp -> (127\\.\\d+\\.\\d+\\.\\d+|0\\.0\\.0\\.0|\\[::1?]):(\\d{1,5})");

    private PublishedPorts() {
    }

    /** By the container's port; nothing where the engine does not answer. @param id in full */
    static Optional<Map<Integer, Integer>> ofContainer(String id) {
        var output = Command.of("docker", "port", id).within(Timing.stretched(LONGEST)).run();
        return output.ok() ? Optional.of(read(output.out())) : Optional.empty();
    }

    /** Those published on an address of the loopback interface, or on all. */
    static Map<Integer, Integer> read(String output) {
        var ports = new TreeMap<Integer, Integer>();
        output.lines().map(LINE::matcher).filter(found -> found.matches())
                .forEach(found -> ports.putIfAbsent(Integer.valueOf(found.group(1)), Integer.valueOf(found.group(3))));
        return ports;
    }
}
