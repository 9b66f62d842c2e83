package relevo.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import relevo.discovery.Told;
import relevo.observation.Role;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/**
 * Which instance is where, and what it is for: by the blueprint, or found by looking.
 *
 * @param machines  names, in the order in which they are told
 * @param instances that play a part, in the order in which they are told
 * @param told      what somebody said of them, for whoever looks again
 */
public record Layout(List<String> machines, List<Instance> instances, Told told) {

    /** Of which nobody said anything. */
    public Layout(List<String> machines, List<Instance> instances) {
        this(machines, instances, Told.NOTHING);
    }

    /** The instances of this role, in their order. */
    public List<Instance> having(Role role) {
        return instances.stream().filter(instance -> instance.role() == role).toList();
    }

    /** The instance that HAProxy runs in; empty where it has none. */
    public Optional<Instance> balancer() {
        return having(Role.BALANCER).stream().findFirst();
    }

    /** Production and backups. */
    public List<Instance> webServers() {
        return Stream.concat(having(Role.PRODUCTION).stream(), having(Role.BACKUP).stream()).toList();
    }

    /** A server of this role. @throws CannotCheck when there is none */
    public Instance oneOf(Role role) {
        return having(role).stream().findFirst().orElseThrow(() -> new CannotCheck(
                role == Role.BACKUP ? Text.of("No hay ningún servidor de respaldo.", "There is no backup server.")
                        : Text.of("No hay ningún servidor de producción.", "There is no production server."),
                Text.of("Escriba en haproxy.cfg una línea server para cada uno, con la dirección de su contenedor.",
                        "Write a server line for each into haproxy.cfg, with its container's address."), null));
    }

    /**
     * The server that is left when all others are gone: a backup where one serves.
     *
     * @param serves whether the balancer would send anybody to it
     * @throws CannotCheck when there is no server at all
     */
    public Instance lastToFall(Predicate<Instance> serves) {
        return Stream.of(Role.BACKUP, Role.PRODUCTION).flatMap(role -> having(role).stream()).filter(serves).findFirst()
                .orElseGet(() -> oneOf(having(Role.BACKUP).isEmpty() ? Role.PRODUCTION : Role.BACKUP));
    }

    /** A machine that carries production servers and not the balancer. @throws CannotCheck when there is none */
    public String machineWithoutBalancer() {
        return having(Role.PRODUCTION).stream().map(Instance::node).filter(node -> balancer().stream().noneMatch(one -> one.node().equals(node))).findFirst()
                .orElseThrow(() -> new CannotCheck(Text.of("Todos los servidores de producción están en la máquina del balanceador.",
                        "All production servers are on the balancer's machine."),
                        Text.of("Ponga al menos uno en otra máquina.", "Put at least one on another machine."), null));
    }

    /** What each instance is for, by name. */
    public Map<String, Role> roles() {
        var roles = new TreeMap<String, Role>();
        instances.forEach(instance -> roles.put(instance.name(), instance.role()));
        return roles;
    }
}
