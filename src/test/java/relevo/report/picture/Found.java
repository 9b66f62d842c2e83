package relevo.report.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import relevo.observation.Doorway;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Machine;
import relevo.observation.Server;
import relevo.words.Text;

/**
 * What a picture shows of an inventory, and how much of it.
 *
 * @param sites     machines, those with a balancer first; at the end, where there are any, the servers that no instance is known for
 * @param moreSites how many machines are left out
 * @param doors     each that leads to the balancer from the host
 * @param moreDoors how many of those are left out
 */
record Found(List<Site> sites, int moreSites, List<String> doors, int moreDoors) {

    private static final int MOST_SITES = 12;
    private static final int MOST_DOORS = 6;
    private static final Text NOT_HANDED_IN = Text.of("no está entre las máquinas que se miraron", "not among the machines that were looked at");

    /** @param tried what the host found behind the doors that it knocked at */
    static Found of(Inventory found, List<Doorway> tried) {
        var machines = new LinkedHashMap<String, Machine>();
        found.machines().forEach(machine -> machines.putIfAbsent(machine.name(), machine));
        var instances = new Whereabouts(found).byMachine();
        var names = new ArrayList<>(machines.keySet());
        instances.keySet().stream().filter(name -> !machines.containsKey(name)).forEach(names::add);
        var parts = new Contents(found, instances.values().stream().flatMap(List::stream).toList());
        var sites = new ArrayList<>(names.stream().map(name -> site(name, machines, instances, parts))
                .sorted(Comparator.comparing(site -> !site.hasBalancer())).toList());
        int more = Math.max(0, sites.size() - MOST_SITES);
        sites.subList(sites.size() - more, sites.size()).clear();
        var outside = parts.outside();
        if (!outside.isEmpty()) {
            sites.add(Site.of("", Text.of("servidores sin instancia conocida", "servers of no known instance"), Text.same(""), outside));
        }
        var doors = tried.stream().filter(Doorway::throughBalancer).map(door -> door.address() + ":" + door.port()).distinct().toList();
        return new Found(List.copyOf(sites), more, doors.subList(0, Math.min(MOST_DOORS, doors.size())), Math.max(0, doors.size() - MOST_DOORS));
    }

    private static Site site(String name, Map<String, Machine> machines, Map<String, List<InstanceState>> instances, Contents parts) {
        var machine = machines.get(name);
        var all = parts.in(name, machine, instances.getOrDefault(name, List.of()));
        if (machine == null) {
            return Site.of(name, NOT_HANDED_IN, Text.same(""), all);
        }
        if (!machine.trouble().isEmpty()) {
            return Site.of(name, Text.of("no se pudo mirar", "could not be looked at"), Text.same(machine.trouble()), all);
        }
        return Site.of(name, what(machine), Text.same(String.join(", ", machine.addresses())), all);
    }

    private static Text what(Machine machine) {
        var kind = switch (machine.virtualisation()) {
            case "" -> Text.of("máquina", "machine");
            case "none" -> Text.of("máquina física", "physical machine");
            case "docker", "podman", "lxc", "lxc-libvirt", "systemd-nspawn", "container-other" -> Text.of("contenedor como máquina", "container as machine");
            default -> Text.of("máquina virtual", "virtual machine");
        };
        var managers = managers(machine.managers());
        return managers.isEmpty() ? kind : new Text(kind.es() + ", " + managers, kind.en() + ", " + managers);
    }

    private static String managers(Collection<String> sockets) {
        return String.join(", ", sockets.stream().map(socket -> socket.contains("incus") ? "Incus" : "LXD").distinct().toList());
    }

    /** Whether any of what is drawn is so. */
    boolean any(Predicate<Occupant> so) {
        return sites.stream().flatMap(site -> site.parts().stream()).anyMatch(so);
    }

    /** Whether any of them has a role or a place by somebody's word alone. */
    static boolean told(Collection<Server> servers) {
        return servers.stream().anyMatch(Server::told);
    }
}
