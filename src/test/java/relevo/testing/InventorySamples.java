package relevo.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import relevo.observation.Balancer;
import relevo.observation.Doorway;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Known;
import relevo.observation.Machine;
import relevo.observation.Program;
import relevo.observation.Role;
import relevo.observation.Server;

/** What may have been found, written by hand. */
public final class InventorySamples {

    public static final List<Doorway> DOORS = List.of(new Doorway("127.0.0.1", 8080, 200, "web1", true), new Doorway("192.168.56.11", 80, 200, "web2", true),
            new Doorway("192.168.56.12", 8081, 200, "web1", false));

    private InventorySamples() {
    }

    /** Three machines: the balancer alone, and two servers on each of the others; one of them is stopped, and one role is somebody's word. */
    public static Inventory usual() {
        var machines = List.of(machine("vm1", program("lb", "haproxy")), machine("vm2", program("web1", "apache2"), program("backup1", "apache2")),
                machine("vm3", program("web2", "apache2")));
        var instances = List.of(instance("lb", "member-a", "Running"), instance("web1", "member-b", "Running"), instance("backup1", "member-b", "Running"),
                instance("web2", "member-c", "Running"), instance("backup2", "vm3", "Stopped"));
        var servers = List.of(server("web1", Role.PRODUCTION, "web1", Known.found("active in farm")),
                server("web2", Role.PRODUCTION, "web2", Known.found("active in farm")),
                server("b1", Role.BACKUP, "backup1", Known.found("marked backup in farm")),
                server("b2", Role.BACKUP, "backup2", new Known(Known.How.TOLD, "mapping.yaml, servers")));
        return new Inventory(machines, instances, List.of(balancer("vm1", "lb")), servers, List.of(), Map.of());
    }

    /** As bad as it gets: hostile and endless names, HAProxy and Apache in a machine itself, servers of no known instance, more than can be drawn. */
    public static Inventory ugly() {
        var name = "\"'><script>alert(1)</script>\u202e\u001b[31m</title>" + "W".repeat(3_000);
        var machines = new ArrayList<>(List.of(machine(name, program("", "haproxy"), program("", "apache2"), program("unlisted", "python3")),
                new Machine("silent", "", List.of(), List.of(), List.of(), "no route to host")));
        IntStream.range(0, 14).forEach(i -> machines.add(machine("machine-" + i)));
        var instances = new ArrayList<InstanceState>();
        IntStream.range(0, 25).forEach(i -> instances.add(instance("instance-" + i, "machine-0", i == 3 ? "Frozen" : "Running")));
        instances.add(instance("twin", "machine-1", "Running"));
        instances.add(instance("twin", "machine-2", "Running"));
        instances.add(instance("web", "a member that was not handed in", "Stopped"));
        instances.add(instance("\u8ca0\u8f09\u5747\u8861\u5668".repeat(12), "machine-1", "Running"));
        var seen = Known.found("");
        var servers = List.of(server("lost", Role.PRODUCTION, "", seen), server(name, Role.BACKUP, "", seen), server("t", Role.BACKUP, "twin", seen),
                server("u", Role.PRODUCTION, "unlisted", seen), server("i", Role.PRODUCTION, "instance-24", seen), server("w", Role.BACKUP, "web", seen));
        return new Inventory(machines, instances, List.of(balancer(name, ""), balancer("machine-3", "instance-gone")), servers, List.of(), Map.of());
    }

    private static Machine machine(String name, Program... programs) {
        return new Machine(name, "oracle", List.of("eth1 192.168.56.11"), List.of("/var/snap/lxd/common/lxd/unix.socket"), List.of(programs), "");
    }

    private static Program program(String instance, String name) {
        return new Program(instance, name, 7, 1, List.of(name), 0, "net:[1]", List.of("0.0.0.0:80"));
    }

    private static InstanceState instance(String name, String member, String status) {
        return new InstanceState(name, member, "container", status, List.of("10.0.0.2"), false);
    }

    private static Balancer balancer(String machine, String instance) {
        return new Balancer(machine, instance, 7, List.of("/etc/haproxy/haproxy.cfg"), List.of(), List.of(), List.of());
    }

    private static Server server(String name, Role role, String instance, Known reason) {
        return new Server("farm", name, "10.0.0.2:80", role, reason, instance,
                instance.isEmpty() ? Known.unknown("no instance has that address") : Known.found(""));
    }
}
