package relevo.cluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import relevo.observation.Role;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/**
 * The cluster as {@code infra/cluster.yaml} describes it, checked.
 *
 * @param name       prefix of what the substrate makes
 * @param subnets    where the nodes live, by substrate, in CIDR notation
 * @param nodes      node name to host number within the subnet, in the file's order; the first one starts the cluster
 * @param instances  in the file's order
 * @param http       port on 127.0.0.1 that leads to the balancer
 * @param statistics port on 127.0.0.1 that leads to the balancer's statistics
 */
public record Topology(String name, Map<String, String> subnets, Map<String, Integer> nodes, List<Instance> instances,
                       int http, int statistics) {

    /** The node's address where the given substrate puts its nodes. */
    public String address(String node, String substrate) {
        var base = subnets.get(substrate).split("/")[0];
        return base.substring(0, base.lastIndexOf('.') + 1) + nodes.get(node);
    }

    /** The instances of this role, in the file's order. */
    public List<Instance> having(Role role) {
        return instances.stream().filter(instance -> instance.role() == role).toList();
    }

    /** Production and backups. */
    public List<Instance> webServers() {
        return Stream.concat(having(Role.PRODUCTION).stream(), having(Role.BACKUP).stream()).toList();
    }

    /** Names of the nodes, the one that starts the cluster first. */
    public List<String> nodeNames() {
        return List.copyOf(nodes.keySet());
    }

    /** A server of this role. @throws CannotCheck when there is none */
    public Instance oneOf(Role role) {
        return having(role).stream().findFirst().orElseThrow(() -> new CannotCheck(
                role == Role.BACKUP ? Text.of("No hay ningún servidor de respaldo.", "There is no backup server.")
                        : Text.of("No hay ningún servidor de producción.", "There is no production server."),
                Text.of("Declare sus servidores en cluster.yaml y en haproxy.cfg.", "Declare its servers in cluster.yaml and in haproxy.cfg."), null));
    }

    /** The server that is left when all others are gone: a backup where there is one. @throws CannotCheck when there is no server at all */
    public Instance lastToFall() {
        return oneOf(having(Role.BACKUP).isEmpty() ? Role.PRODUCTION : Role.BACKUP);
    }

    /** A machine that carries production servers and not the balancer. @throws CannotCheck when there is none */
    public String machineWithoutBalancer() {
        return having(Role.PRODUCTION).stream().map(Instance::node).filter(node -> !node.equals(having(Role.BALANCER).get(0).node())).findFirst()
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
