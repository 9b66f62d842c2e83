package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.machine.Output;
import relevo.observation.Role;
import relevo.testing.RecordedNode;

/** A delivery of three machines, as it was recorded: looked at without a word on what it is. */
class ScoutTest {

    private static final String FOLDER = "/deliveries-recorded/one-farm/";
    private static final DoorSearch.Tunnels TUNNEL =
            (machine, pid, host, port) -> URI.create("http://127.0.0.1:9/" + machine + "/" + pid + "/" + host + "/" + port);

    private static String recorded(String file) throws IOException {
        try (var stream = ScoutTest.class.getResourceAsStream(FOLDER + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Output said(String text) {
        return new Output(0, text, "");
    }

    private static RecordedNode machine(String name) throws IOException {
        return new RecordedNode(name).answers(said(recorded(name + ".txt")), "sh -s")
                .answers(said("{\"environment\": {\"server\": \"lxd\", \"server_clustered\": true, \"server_name\": \"" + name + "\"}}"), "lxc query /1.0")
                .answers(said(recorded("instances.json")), "lxc query /1.0/instances?recursion=2")
                .answers(said(recorded("haproxy.cfg")), "cat /proc/632/root/etc/haproxy/haproxy.cfg");
    }

    private static Scout scout() throws IOException {
        return new Scout(List.of(machine("vm1"), machine("vm2"), machine("vm3")), "", false);
    }

    @Test
    @DisplayName("who plays which part follows from the configuration in force and from addresses, where nothing may be written")
    void parts() throws IOException {
        try (var scout = scout()) {
            var layout = scout.layout(scout.look());

            assertThat(layout.machines()).containsExactly("vm1", "vm2", "vm3");
            assertThat(layout.instances()).extracting(Instance::name, Instance::node, Instance::role, Instance::address, Instance::port).containsExactly(
                    tuple("haproxy", "vm1", Role.BALANCER, "240.5.0.10", 80), tuple("web1", "vm2", Role.PRODUCTION, "240.6.0.11", 80),
                    tuple("web2", "vm3", Role.PRODUCTION, "240.7.0.12", 80), tuple("web1backup", "vm2", Role.BACKUP, "240.6.0.21", 80),
                    tuple("web2backup", "vm3", Role.BACKUP, "240.7.0.22", 80));
            assertThat(layout.machineWithoutBalancer()).isEqualTo("vm2");
        }
    }

    @Test
    @DisplayName("where no address of a machine is this host's to ask, the balancer is reached through a tunnel, and counts as published nowhere")
    void unpublished() throws IOException {
        try (var scout = scout()) {
            scout.look();

            var door = scout.doors(address -> false).of(List.of(), TUNNEL);

            assertThat(door.unpublished()).isEqualTo("haproxy:80");
            assertThat(door.web()).satisfies(way -> assertThat(way.getPath()).matches("/vm1/\\d+/127.0.0.1/80"));
            assertThat(door.balancer()).isEmpty();
        }
    }

    @Test
    @DisplayName("where no server's own page comes back, the door is where a proxy device leads into the balancer's container")
    void byWhoListens() throws IOException {
        try (var scout = scout(); var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            silent.close();
            scout.look();
            var here = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");

            var door = scout.doors(address -> false).of(List.of(new DoorSearch.Published("vm1", 8443, URI.create("http://127.0.0.1:9/")),
                    new DoorSearch.Published("vm1", 5080, here)), TUNNEL);

            assertThat(door.web()).isEqualTo(here);
            assertThat(door.unpublished()).isEmpty();
            assertThat(door.balancer()).containsExactly(here);
        }
    }
}
