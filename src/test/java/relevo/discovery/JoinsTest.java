package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.machine.Node;
import relevo.machine.Output;
import relevo.machine.Script;
import relevo.observation.InstanceState;
import relevo.observation.Known;
import relevo.observation.Role;
import relevo.observation.Server;
import relevo.testing.RecordedNode;

class JoinsTest {

    private static final String PAGE = "/relevo-1.txt";
    private static final int BALANCER = 42;
    private static final List<InstanceState> INSTANCES = List.of(instance("u1", "10.10.10.5"), instance("u2", "10.10.10.6"), instance("u3", "10.10.10.6"));

    @Test
    @DisplayName("the page that came back decides, whatever the names and addresses say; then an address that one instance has; else nobody")
    void joined() {
        var said = """
                {"address": "192.168.100.3:5080", "answer": "HTTP/1.1 200 OK\\r\\n\\r\\npage of u2"}
                {"address": "u1:80", "error": "timed out"}
                {"address": "10.10.10.5:80", "answer": "HTTP/1.1 404 Not Found\\r\\n\\r\\n"}
                {"address": "10.10.10.6:80", "error": "[Errno 111] Connection refused"}
                no JSON at all
                """;

        var servers = joins(said, "192.168.100.3:5080", "u1:80", "10.10.10.5:80", "10.10.10.6:80", "[fd00::1]:80");

        assertThat(servers).extracting(Server::address, Server::instance).containsExactly(tuple("192.168.100.3:5080", "u2"), tuple("u1:80", ""),
                tuple("10.10.10.5:80", "u1"), tuple("10.10.10.6:80", ""), tuple("[fd00::1]:80", ""));
        assertThat(servers.get(1).evidence().by()).contains("no instance has that address", "timed out");
        assertThat(servers.get(2).evidence().by()).contains("404");
        assertThat(servers.get(3).evidence().by()).contains("2 instances have that address");
    }

    @Test
    @DisplayName("of instances with one address on machines that are no cluster, the balancer reaches the one on its own")
    void near() {
        var twins = List.of(new InstanceState("web@vm1", "vm1", "container", "Running", List.of("10.10.10.5"), false),
                new InstanceState("web@vm2", "vm2", "container", "Running", List.of("10.10.10.5"), false));

        assertThat(new Joins(new RecordedNode("vm2"), BALANCER, twins).joined(servers("10.10.10.5:80"), PAGE, page -> "")).singleElement()
                .satisfies(server -> {
                    assertThat(server.instance()).isEqualTo("web@vm2");
                    assertThat(server.evidence().by()).startsWith("no other instance on its machine has that address");
                });
        assertThat(new Joins(new RecordedNode("vm3"), BALANCER, twins).joined(servers("10.10.10.5:80"), PAGE, page -> "").get(0).instance()).isEmpty();
    }

    @Test
    @DisplayName("a machine that cannot ask leaves every server without an instance, and says so")
    void silent() {
        assertThat(new Joins(new RecordedNode("vm1"), BALANCER, INSTANCES).joined(servers("web:80"), PAGE, page -> "").get(0).evidence().by())
                .contains("nobody was asked");
        assertThat(new Joins(new RecordedNode("vm1"), BALANCER, INSTANCES).joined(List.of(), PAGE, page -> "")).isEmpty();
    }

    @Test
    @DisplayName("the files behind each -f, up to the next option, in the folder that -C names")
    void files() {
        assertThat(Balancers.configured(List.of("haproxy", "-Ws", "-f", "/etc/haproxy/haproxy.cfg", "-p", "/run/haproxy.pid")))
                .containsExactly("/etc/haproxy/haproxy.cfg");
        assertThat(Balancers.configured(List.of("haproxy", "-C", "/etc/haproxy", "-f", "a.cfg", "/b", "-D", "--", "c.cfg")))
                .containsExactly("/etc/haproxy/a.cfg", "/b", "/etc/haproxy/c.cfg");
        assertThat(Balancers.configured(List.of("haproxy", "-f"))).isEmpty();
    }

    private static List<Server> joins(String said, String... addresses) {
        Node node = new RecordedNode("vm1").answers(new Output(0, said, ""),
                String.join(" ", List.of("nsenter", "-t", "42", "-n", "python3", "-c", Script.text("fetch"), "42", PAGE, String.join(" ", addresses))));
        return new Joins(node, BALANCER, INSTANCES).joined(servers(addresses), PAGE, page -> page.status() == 200 ? page.body().strip().replace("page of ", "")
                : "");
    }

    private static List<Server> servers(String... addresses) {
        return List.of(addresses).stream().map(address -> new Server("farm", "s", address, Role.PRODUCTION, Known.found(""), "", Known.unknown(""))).toList();
    }

    private static InstanceState instance(String name, String address) {
        return new InstanceState(name, "vm1", "container", "Running", List.of(address), false);
    }
}
