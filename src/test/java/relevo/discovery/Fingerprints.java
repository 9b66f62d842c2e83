package relevo.discovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import relevo.machine.Node;
import relevo.machine.SideBySide;
import relevo.observation.LeftAsFound;
import relevo.verdict.CannotCheck;

/** What machines were like at one moment, to be compared with what they are like later. Taking it changes nothing on them. */
public final class Fingerprints {

    /** By the machine's name; those that could not be looked at are missing. */
    private final Map<String, Fingerprint> taken;
    private final List<String> machines;

    private Fingerprints(List<String> machines, Map<String, Fingerprint> taken) {
        this.machines = machines;
        this.taken = taken;
    }

    /** Of all machines, side by side. One that cannot be asked stops nobody: the comparison says so. */
    public static Fingerprints take(Collection<? extends Node> nodes) {
        var taken = new ConcurrentHashMap<String, Fingerprint>();
        SideBySide.each(nodes, node -> {
            try {
                taken.put(node.name(), Fingerprint.of(node));
            } catch (CannotCheck silent) {
                // Its absence says it.
            }
        });
        return new Fingerprints(nodes.stream().map(Node::name).toList(), new TreeMap<>(taken));
    }

    /** What is different now. */
    public LeftAsFound compare(Fingerprints now) {
        var changes = new ArrayList<LeftAsFound.Change>();
        var unread = new ArrayList<String>();
        for (var machine : machines) {
            var before = taken.get(machine);
            var after = now.taken.get(machine);
            if (before == null || after == null) {
                unread.add(machine);
                continue;
            }
            var silent = new ArrayList<>(before.silent());
            silent.addAll(after.silent());
            silent.stream().distinct().map(client -> machine + " (" + client + ")").forEach(unread::add);
            changes.addAll(before.differences(after));
        }
        return new LeftAsFound(List.copyOf(changes), List.copyOf(unread));
    }
}
