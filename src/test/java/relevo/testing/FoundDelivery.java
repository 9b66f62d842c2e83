package relevo.testing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import relevo.observation.Balancer;
import relevo.observation.Directive;
import relevo.observation.Doorway;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Known;
import relevo.observation.Machine;
import relevo.observation.Program;
import relevo.observation.Role;
import relevo.observation.Section;
import relevo.observation.Server;

/** What is found of a delivery whose names agree nowhere, as they do in real ones. */
public final class FoundDelivery {

    public static final InstanceState LB = instance("lb", "haproxy-host", "Running", "240.5.0.2");
    public static final InstanceState WEB1 = instance("u1", "uno", "Running", "240.6.0.3");
    public static final InstanceState WEB3 = instance("web3backup", "uno", "Running", "240.6.0.4");
    public static final InstanceState COPY = instance("copia", "uno", "Stopped");

    public static final Machine VM1 = machine("vm1", "lb");
    public static final Machine VM2 = machine("vm2", "u1", "web3backup");
    public static final Machine CLIENT = new Machine("cliente", "oracle", List.of("eth1 192.168.100.9"), List.of(), List.of(), "");
    public static final Machine SILENT = new Machine("vm4", "", List.of(), List.of(), List.of(), "vm4 no contesta.\nvm4 does not answer.");

    public static final Balancer BALANCER = new Balancer("vm1", "lb", 700, List.of("/etc/haproxy/haproxy.cfg"), List.of("/etc/haproxy/haproxy.cfg"),
            List.of("/run/haproxy/admin.sock", "@/run/haproxy-master.sock"), List.of(new Section("backend", "web", List.of(
                    new Directive("haproxy.cfg", 30, List.of("stats", "uri", "/estado?stats")),
                    new Directive("haproxy.cfg", 31, List.of("stats", "auth", "jefe:hunter2"))))));

    public static final Server S1 = new Server("web", "web1", "240.6.0.3:80", Role.PRODUCTION,
            Known.found("active in web, where an ordinary request goes"), "u1", Server.PROOF);
    public static final Server S3 = new Server("web", "web3", "240.6.0.4:80", Role.BACKUP, Known.found("marked backup in web"), "",
            Known.unknown("2 instances have that address; asked for a page: HTTP/1.1 404 Not Found"));

    public static final Doorway DOOR = new Doorway("192.168.100.5", 1080, 200, "u1", true);
    public static final Doorway SIDE_DOOR = new Doorway("192.168.100.6", 2580, 200, "web3backup", false);
    public static final Doorway SHUT_DOOR = new Doorway("fe80::1", 22, 0, "", false);

    public static final Inventory FOUND = new Inventory(List.of(VM1, VM2, CLIENT), List.of(LB, WEB1, WEB3, COPY), List.of(BALANCER), List.of(S1, S3),
            List.of("vieja"), Map.of());

    private FoundDelivery() {
    }

    /** The same, with one more machine that could not be looked at. */
    public static Inventory withSilentMachine() {
        return new Inventory(List.of(VM1, VM2, CLIENT, SILENT), FOUND.instances(), FOUND.balancers(), FOUND.servers(), FOUND.unreachable(), Map.of());
    }

    /** The same, where HAProxy does not run, so that no server is known. */
    public static Inventory withoutBalancer() {
        return new Inventory(FOUND.machines(), FOUND.instances(), List.of(), List.of(), List.of(), Map.of());
    }

    public static InstanceState instance(String name, String member, String status, String... addresses) {
        return new InstanceState(name, member, "container", status, List.of(addresses), false);
    }

    private static Machine machine(String name, String... instances) {
        return new Machine(name, "oracle", List.of("eth0 10.0.2.15", "eth1 192.168.100.5"), List.of("/var/snap/lxd/common/lxd/unix.socket"),
                Stream.of(instances).map(instance -> new Program(instance, "apache2", 9, 1, List.of(), 0, "net:[1]", List.of("0.0.0.0:80")))
                        .toList(), "");
    }
}
