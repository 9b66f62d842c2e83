package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.discovery.Told;
import relevo.machine.Output;
import relevo.observation.Role;
import relevo.observation.Server;
import relevo.observation.ServerRow;
import relevo.observation.Statistics;
import relevo.observation.Windows;
import relevo.outside.Credentials;
import relevo.outside.StatisticsSource;
import relevo.testing.RecordedNode;

/** The look with which every run begins, at a delivery as it was recorded. */
class LookoutTest {

    private static final String FOLDER = "/deliveries-recorded/one-farm/";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");
    private static final List<Instance> PARTS = List.of(new Instance("haproxy", "vm1", Role.BALANCER, "240.5.0.10"),
            new Instance("web1", "vm2", Role.PRODUCTION, "240.6.0.11"), new Instance("web1backup", "vm2", Role.BACKUP, "240.6.0.21"));

    private final StatisticsSource page = new StatisticsSource(NOWHERE, new Credentials("", ""));
    private final Roster roster = new Roster(PARTS);
    private final Observatory observatory = new Observatory(NOWHERE, seen -> "", page, roster, Map.of());

    @Test
    @DisplayName("what was told before the run is told in it too: whoever goes by what is there goes by that")
    void told() throws IOException {
        var lookout = lookout(recorded("vm1.txt"), new Told("vm1", "haproxy", server -> !server.name().equals("web1") ? server
                : new Server(server.farm(), server.name(), server.address(), Role.BACKUP, Told.BY, "web1backup", Told.BY)));

        lookout.look();

        assertThat(lookout.inventory().balancer().orElseThrow().told()).isTrue();
        assertThat(roster.instanceOf(row("web1"))).containsEntry("web-backend/web1", "web1backup");
        assertThat(lookout.standing().running()).isEqualTo(1);
    }

    @Test
    @DisplayName("of a balancer that does not run, and is not the HAProxy that was told, nothing is in force: neither its windows nor its standing")
    void notInForce() throws IOException {
        var without = recorded("vm1.txt").lines().filter(line -> !line.matches("63[24] \\(haproxy\\).*")).collect(Collectors.joining("\n"));
        var lookout = lookout(without, Told.NOTHING);

        lookout.look();

        assertThat(lookout.inventory().balancer().orElseThrow().runs()).isFalse();
        assertThat(roster.instanceOf(row("web1"))).containsEntry("web-backend/web1", "web1");
        assertThat(observatory.windows().detectionMs()).isEqualTo(Windows.NONE.detectionMs());
        assertThat(lookout.standing()).satisfies(standing -> {
            assertThat(standing.running()).isZero();
            assertThat(standing.home()).isEqualTo("haproxy");
        });
        var other = lookout(recorded("vm1.txt"), new Told("vm2", "web1", server -> server));
        other.look();
        assertThat(other.standing().running()).as("what runs elsewhere is not the balancer").isZero();
    }

    private static Statistics row(String name) {
        return new Statistics(List.of(new ServerRow("web-backend", name, "", false, "UP", 0, OptionalLong.empty(), 0, 0, 0, 0, 0, 0, "")));
    }

    private Lookout lookout(String probe, Told told) throws IOException {
        var nodes = List.of(machine("vm1", probe), machine("vm2", recorded("vm2.txt")), machine("vm3", recorded("vm3.txt")));
        var machines = new Machines(nodes, PARTS, "");
        var layout = new Layout(List.of("vm1", "vm2", "vm3"), PARTS, told);
        return new Lookout(machines, new Inspection(machines, layout, () -> null, new Footprint()), new Markers(),
                new Lookout.Learners(roster, observatory, page),
                new Door(NOWHERE, List.of(), "", ""), told);
    }

    private static RecordedNode machine(String name, String probe) throws IOException {
        return new RecordedNode(name).answers(said(probe), "sh -s").answers(said("496\n"), "sh -s -- 1 496")
                .answers(said("{\"environment\": {\"server\": \"lxd\", \"server_clustered\": true, \"server_name\": \"" + name + "\"}}"), "lxc query /1.0")
                .answers(said(recorded("instances.json")), "lxc query /1.0/instances?recursion=2")
                .answers(said(recorded("haproxy.cfg")), "cat /proc/632/root/etc/haproxy/haproxy.cfg")
                .answers(said(recorded("haproxy.cfg")), "cat /proc/496/root/etc/haproxy/haproxy.cfg");
    }

    private static String recorded(String file) throws IOException {
        try (var stream = LookoutTest.class.getResourceAsStream(FOLDER + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Output said(String text) {
        return new Output(0, text, "");
    }
}
