package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.judge.Software;
import relevo.observation.Listener;
import relevo.observation.Program;
import relevo.observation.Role;
import relevo.testing.Expect;

/** Of two machines of a real cluster, as they were recorded. */
class ProbeTest {

    @Test
    @DisplayName("HAProxy and where it listens, in its container and through LXD's proxy devices on the machine")
    void balancer() throws IOException {
        var probe = Probe.parse(recorded("balancer-node"));

        assertThat(probe.virtualisation()).isEqualTo("docker");
        assertThat(probe.managers()).containsExactly("/var/lib/lxd/unix.socket");
        assertThat(probe.addresses()).containsExactly("eth0 10.88.57.11");
        assertThat(probe.programs()).filteredOn(program -> program.name().equals("haproxy")).hasSize(2).allSatisfy(haproxy -> {
            assertThat(haproxy.instance()).isEqualTo("balancer");
            assertThat(haproxy.arguments()).containsSubsequence("-f", "/etc/haproxy/haproxy.cfg", "-S", "/run/haproxy-master.sock");
        });
        assertThat(probe.programs()).filteredOn(program -> program.name().equals("haproxy")).flatExtracting(Program::listens)
                .contains("0.0.0.0:80", "0.0.0.0:8404");
        assertThat(probe.programs()).filteredOn(program -> program.arguments().contains("forkproxy")).hasSize(2)
                .extracting(Program::instance).containsOnly("");
        assertThat(probe.programs()).filteredOn(program -> program.instance().isEmpty() && !program.listens().isEmpty())
                .flatExtracting(Program::listens).contains("[::]:80", "[::]:8404", "10.88.57.11:8443");
    }

    @Test
    @DisplayName("an Apache in each of two containers, told apart by their control groups and networks")
    void webServers() throws IOException {
        var servers = Probe.parse(recorded("web-node")).programs().stream()
                .filter(program -> program.name().equals("apache2") && program.listens().contains("[::]:80")).toList();

        assertThat(servers).extracting(Program::instance).contains("web2", "backup1");
        assertThat(servers.stream().map(Program::network).distinct()).hasSize(2);
    }

    @Test
    @DisplayName("a master is the parent of its worker, and started first")
    void family() throws IOException {
        var pair = Probe.parse(recorded("balancer-node")).programs().stream().filter(program -> program.name().equals("haproxy")).toList();

        assertThat(pair.get(1).parent()).isEqualTo(pair.get(0).pid());
        assertThat(pair.get(0).startedS()).isBetween(1_700_000_000L, pair.get(1).startedS());
    }

    @Test
    @DisplayName("what G2 is judged by: who listens in which instance, and nobody of the machine's own")
    void listeners() throws IOException {
        var seen = new ArrayList<>(Probe.parse(recorded("balancer-node")).listeners());
        seen.addAll(Probe.parse(recorded("web-node")).listeners());

        assertThat(seen).contains(new Listener("balancer", "haproxy", "0.0.0.0", 80), new Listener("web2", "apache2", "::", 80));
        assertThat(seen).extracting(Listener::program).containsOnly("haproxy", "apache2");
        var roles = Map.of("balancer", Role.BALANCER, "web2", Role.PRODUCTION, "backup1", Role.BACKUP);
        Expect.met(Software.onlyWhatBelongs(seen, Set.of(), roles.keySet(), roles), "balancer");
        seen.add(new Listener("web2", "", "[::]", 9000));
        Expect.couldNotCheck(Software.onlyWhatBelongs(seen, Set.of(), roles.keySet(), roles), "9000");
    }

    @Test
    @DisplayName("what a machine opens to others, its proxy devices among it")
    void openPorts() throws IOException {
        assertThat(Probe.parse(recorded("balancer-node")).openPorts()).containsExactly(80, 8404, 8443);
        assertThat(Probe.parse(recorded("web-node")).openPorts()).containsExactly(8443);
    }

    @Test
    @DisplayName("whatever else is there, nothing breaks")
    void nonsense() {
        assertThat(Probe.parse("").programs()).isEmpty();
        assertThat(Probe.parse("== stat\n12 (a) b) S 1 2\nnonsense\n== cgroup\n12/cgroup:0::/lxc.payload.web1\n== descriptors\nx -> socket:[1]\n").programs())
                .isEmpty();
        assertThat(Probe.parse("== machine\nvirtualisation\nbooted \n").virtualisation()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0B39580A:20FB, 10.88.57.11:8443", "00000000:0050, 0.0.0.0:80", "0100007F:1F90, 127.0.0.1:8080",
            "00000000000000000000000000000000:0050, [::]:80",
            "00000000000000000000000001000000:0050, [::1]:80", "B80D01200000000000000000 01000000:0050, B80D01200000000000000000 01000000:0050", "zz:1, zz:1"})
    void addresses(String hexadecimal, String address) {
        assertThat(Endpoint.of(hexadecimal)).isEqualTo(address);
    }

    @Test
    @DisplayName("the machine's own and the instances' programs are kept apart in either version of control groups")
    void controlGroups() {
        var probe = Probe.parse("""
                == machine
                booted 1000
                ticks 100
                == stat
                7 (haproxy) S 1 %1$s 500 0
                8 (apache2) S 1 %1$s 700 0
                9 (lxd) S 1 %1$s 0 0
                == cgroup
                7/cgroup:1:name=systemd:/lxc.payload.team_lb/system.slice/haproxy.service
                7/cgroup:0::/
                8/cgroup:12:pids:/lxc/web1/apache2
                9/cgroup:0::/lxc.monitor.web1
                """.formatted("0 ".repeat(17).strip()));

        assertThat(probe.programs()).extracting(Program::name, Program::instance, Program::startedS)
                .containsExactly(tuple("haproxy", "team_lb", 1005L), tuple("apache2", "web1", 1007L), tuple("lxd", "", 1000L));
    }

    private static String recorded(String machine) throws IOException {
        try (var stream = ProbeTest.class.getResourceAsStream("/probes/" + machine + ".txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
