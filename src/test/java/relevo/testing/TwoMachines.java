package relevo.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import relevo.cluster.Cluster;
import relevo.cluster.Door;
import relevo.cluster.Instance;
import relevo.cluster.Layout;
import relevo.machine.Node;
import relevo.machine.Output;
import relevo.machine.Power;
import relevo.observation.Role;
import relevo.outside.Credentials;
import relevo.outside.StatisticsSource;

/**
 * A cluster that is not there: two machines whose managers and switches do as they are told, and write down what that was, with what the journal
 * says at that moment.
 */
public final class TwoMachines {

    public static final Instance HAPROXY = new Instance("haproxy", "node1", Role.BALANCER, "10.0.0.1");
    public static final Instance WEB1 = new Instance("web1", "node1", Role.PRODUCTION, "10.0.0.2");
    public static final Instance WEB2 = new Instance("web2", "node2", Role.PRODUCTION, "10.0.0.3");
    public static final Instance BACKUP1 = new Instance("backup1", "node2", Role.BACKUP, "10.0.0.4");
    /** Nobody answers there. */
    public static final URI DOOR = URI.create("http://127.0.0.1:1/");

    private static final Pattern ASKED = Pattern.compile("lxc query /1\\.0/instances/(\\w+)");
    private static final Pattern ORDERED = Pattern.compile("lxc (stop|start)(?: --force)? (\\w+)"
            + "|lxc query --wait -X PUT /1\\.0/instances/(\\w+)/state --data \\{\"action\":\"(\\w+)\".*");
    private static final Map<String, String> BECOMES = Map.of("stop", "Stopped", "start", "Running", "freeze", "Frozen", "unfreeze", "Running");

    private final Path journal;
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> status = new ConcurrentHashMap<>();
    private final Cluster cluster;
    private volatile boolean deaf;

    /** @param journal file of what is still to be put right */
    public TwoMachines(Path journal) {
        this.journal = journal;
        var instances = List.of(HAPROXY, WEB1, WEB2, BACKUP1);
        instances.forEach(instance -> status.put(instance.name(), "Running"));
        cluster = new Cluster(new Layout(List.of("node1", "node2"), instances), List.of(new Machine("node1"), new Machine("node2")),
                new Door(DOOR, List.of(), "", ""), new StatisticsSource(DOOR, new Credentials("", "")), false, "inside", journal);
    }

    public Cluster cluster() {
        return cluster;
    }

    /** What the machines were told to do, in that order: the journal, who, and what. */
    public List<String> told() {
        return List.copyOf(told);
    }

    /** What the managers say of each instance: {@code Running}, {@code Stopped}, {@code Frozen}. */
    public Map<String, String> status() {
        return new TreeMap<>(status);
    }

    /** What is to be put right, in the journal's words; empty when nothing is. */
    public String journal() {
        try {
            return Files.exists(journal) ? String.join(", ", Files.readAllLines(journal)) : "";
        } catch (IOException unreadable) {
            return "?";
        }
    }

    /** Whether the managers refuse whatever they are told from now on. */
    public void deaf(boolean refuse) {
        deaf = refuse;
    }

    private void write(String machine, String what) {
        told.add("[" + journal() + "] " + machine + ": " + what);
    }

    private final class Machine implements Node {

        private final String name;

        Machine(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String address() {
            return "192.0.2.1";
        }

        @Override
        public Output run(Duration limit, Map<String, String> env, String stdin, Consumer<String> onLine, String... command) {
            var line = String.join(" ", command);
            var asked = ASKED.matcher(line);
            if (asked.matches()) {
                return new Output(0, "{\"status\":\"" + status.get(asked.group(1)) + "\"}", "");
            }
            var ordered = ORDERED.matcher(line);
            if (deaf || !ordered.matches()) {
                return new Output(1, "", "Error: not " + line);
            }
            var verb = ordered.group(1) != null ? ordered.group(1) : ordered.group(4);
            var instance = ordered.group(1) != null ? ordered.group(2) : ordered.group(3);
            write(name, verb + " " + instance);
            status.put(instance, BECOMES.get(verb));
            return new Output(0, "", "");
        }

        @Override
        public Power power() {
            return new Power() {
                @Override
                public void cut() {
                    write(name, "power off");
                    cluster.carriedBy(name).forEach(instance -> status.put(instance.name(), "Stopped"));
                }

                @Override
                public void switchOn() {
                    write(name, "power on");
                }

                @Override
                public void stopClock() {
                    write(name, "clock stopped");
                }

                @Override
                public void letClockGoOn() {
                    write(name, "clock goes on");
                }
            };
        }
    }
}
