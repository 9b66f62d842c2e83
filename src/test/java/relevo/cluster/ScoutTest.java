package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.discovery.Told;
import relevo.machine.Output;
import relevo.observation.Balancer;
import relevo.observation.Program;
import relevo.observation.Known;
import relevo.observation.Role;
import relevo.observation.Server;
import relevo.testing.RecordedNode;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

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
        return new Scout(List.of(machine("vm1"), machine("vm2"), machine("vm3")), "", false, Told.NOTHING);
    }

    /** The same, where HAProxy was stopped; its container's first process is 496. */
    private static Scout idle(Told told) throws IOException {
        var without = recorded("vm1.txt").lines().filter(line -> !line.matches("63[24] \\(haproxy\\).*")).collect(Collectors.joining("\n"));
        var vm1 = machine("vm1").answers(said(without), "sh -s").answers(said("496\n"), "sh -s -- 1 496")
                .answers(said(recorded("haproxy.cfg")), "cat /proc/496/root/etc/haproxy/haproxy.cfg");
        return new Scout(List.of(vm1, machine("vm2"), machine("vm3")), "", false, told);
    }

    @Test
    @DisplayName("who plays which part follows from the configuration in force and from addresses, where nothing may be written")
    void parts() throws IOException {
        try (var scout = scout()) {
            scout.look();
            var layout = scout.layout();

            assertThat(layout.machines()).containsExactly("vm1", "vm2", "vm3");
            assertThat(layout.instances()).extracting(Instance::name, Instance::node, Instance::role, Instance::address, Instance::port).containsExactly(
                    tuple("haproxy", "vm1", Role.BALANCER, "240.5.0.10", 80), tuple("web1", "vm2", Role.PRODUCTION, "240.6.0.11", 80),
                    tuple("web2", "vm3", Role.PRODUCTION, "240.7.0.12", 80), tuple("web1backup", "vm2", Role.BACKUP, "240.6.0.21", 80),
                    tuple("web2backup", "vm3", Role.BACKUP, "240.7.0.22", 80));
            assertThat(layout.machineWithoutBalancer()).isEqualTo("vm2");
        }
    }

    @Test
    @DisplayName("where HAProxy does not run, its file says who would play which part, and that it is not in force")
    void notRunning() throws IOException {
        try (var scout = idle(Told.NOTHING)) {
            var found = scout.look();

            assertThat(found.balancers()).singleElement().satisfies(one -> assertThat(one.evidence()).isEqualTo(Known.found(Balancer.NOT_IN_FORCE)));
            assertThat(found.servers()).hasSize(4).allSatisfy(server -> assertThat(server.reason().by()).endsWith("; not in force: HAProxy does not run"));
            assertThat(scout.layout().instances()).extracting(Instance::name, Instance::role).containsExactly(tuple("haproxy", Role.BALANCER),
                    tuple("web1", Role.PRODUCTION), tuple("web2", Role.PRODUCTION), tuple("web1backup", Role.BACKUP), tuple("web2backup", Role.BACKUP));
            assertThat(scout.doors(address -> false).of(List.of(), TUNNEL).unpublished()).isEqualTo("haproxy:80");
        }
    }

    @Test
    @DisplayName("where the configuration in force names no server, whatever runs a web server is one, and names tell the backups")
    void stock() throws IOException {
        var stock = "global\n    daemon\ndefaults\n    mode http\n    timeout client 50s\n";
        var vm1 = machine("vm1").answers(said(stock), "cat /proc/632/root/etc/haproxy/haproxy.cfg");
        try (var scout = new Scout(List.of(vm1, machine("vm2"), machine("vm3")), "", false, Told.NOTHING)) {
            assertThat(scout.look().servers()).isEmpty();

            assertThat(scout.layout().instances()).extracting(Instance::name, Instance::role).containsExactly(tuple("haproxy", Role.BALANCER),
                    tuple("web1", Role.PRODUCTION), tuple("web1backup", Role.BACKUP), tuple("web2", Role.PRODUCTION), tuple("web2backup", Role.BACKUP));
        }
    }

    @Test
    @DisplayName("a server that no proof joins is the instance that was told, and the layout keeps what was told for whoever looks again")
    void told() throws IOException {
        var told = new Told("vm1", "haproxy", server -> !server.name().equals("web1") ? server : new Server(server.farm(), server.name(), server.address(),
                Role.BACKUP, Told.BY, "web1backup", Told.BY));
        try (var scout = new Scout(List.of(machine("vm1"), machine("vm2"), machine("vm3")), "", false, told)) {
            var found = scout.look();

            assertThat(found.balancer().orElseThrow().told()).isTrue();
            assertThat(found.servers().get(0).told()).isTrue();
            assertThat(scout.layout().having(Role.PRODUCTION)).extracting(Instance::name).containsExactly("web2");
            assertThat(scout.layout().having(Role.BACKUP)).extracting(Instance::name).containsExactly("web1backup", "web2backup");
            assertThat(scout.layout().told()).isSameAs(told);
        }
    }

    @Test
    @DisplayName("two stand-alone machines with an instance of one name each: they are two, and each is found on its own machine")
    void twins() throws IOException {
        var json = "[{\"name\": \"web\", \"type\": \"container\", \"status\": \"Running\", \"state\": {\"network\": {\"eth0\": {\"addresses\": ["
                + "{\"scope\": \"global\", \"address\": \"%s\"}]}}}}]";
        var vm2 = alone("vm2", json.formatted("240.6.0.11"));
        var vm3 = alone("vm3", json.formatted("240.7.0.12"));
        var vm1 = alone("vm1", "[{\"name\": \"haproxy\", \"type\": \"container\", \"status\": \"Running\"}]")
                .answers(said(recorded("haproxy.cfg")), "cat /proc/632/root/etc/haproxy/haproxy.cfg");
        try (var scout = new Scout(List.of(vm1, vm2, vm3), "", false, Told.NOTHING)) {
            assertThat(scout.look().machines().get(1).programs()).extracting(Program::instance).contains("web@vm2");
            assertThat(scout.layout().having(Role.PRODUCTION)).extracting(Instance::name, Instance::node)
                    .containsExactly(tuple("web@vm2", "vm2"), tuple("web@vm3", "vm3"));
        }
    }

    private static RecordedNode alone(String name, String instances) throws IOException {
        return new RecordedNode(name).answers(said(recorded(name + ".txt").replaceAll("web\\d\\b", "web")), "sh -s")
                .answers(said("{\"environment\": {\"server\": \"lxd\", \"server_clustered\": false, \"server_name\": \"" + name + "\"}}"), "lxc query /1.0")
                .answers(said(instances), "lxc query /1.0/instances?recursion=2");
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
    @DisplayName("where no tunnel can be made either, the balancer still counts as published nowhere, and the reason is kept")
    void noTunnel() throws IOException {
        try (var scout = scout()) {
            scout.look();

            var door = scout.doors(address -> false).of(List.of(), (machine, pid, host, port) -> {
                throw new CannotCheck(Text.same("sshd forwards nothing"), Text.same("allow it"), null);
            });

            assertThat(door.unpublished()).isEqualTo("haproxy:80");
            assertThat(door.evidence()).contains("sshd forwards nothing");
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
