package relevo.cluster;

import java.util.List;
import java.util.regex.Pattern;
import relevo.machine.Node;

/** The TCP ports that a machine opens to others. */
final class OpenPorts {

    /** {@code LISTEN 0 128 0.0.0.0:80 0.0.0.0:*}; an interface may follow the address after a percent sign. */
    private static final Pattern SOCKET = Pattern.compile("(?m)^LISTEN\\s+\\d+\\s+\\d+\\s+(\\S+):(\\d+)\\s.*$");

    private OpenPorts() {
    }

    /** In ascending order, each once. */
    static List<Integer> of(Node node) {
        return parse(node.ask("ss", "-Hltn"));
    }

    static List<Integer> parse(String sockets) {
        return SOCKET.matcher(sockets).results().filter(socket -> !socket.group(1).startsWith("127.") && !socket.group(1).equals("[::1]"))
                .map(socket -> Integer.valueOf(socket.group(2))).distinct().sorted().toList();
    }
}
