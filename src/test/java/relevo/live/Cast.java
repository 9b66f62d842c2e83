package relevo.live;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import relevo.cluster.Cluster;
import relevo.cluster.Instance;
import relevo.cluster.Layout;
import relevo.observation.Role;

/**
 * Who takes part, as long as the cluster is this one.
 *
 * @param web      where visitors open the balancer, from this host
 * @param machines in the order in which they are told
 */
record Cast(URI web, List<Machine> machines) {

    /**
     * A machine and what it carries.
     *
     * @param instances that play a part
     */
    record Machine(String name, List<Instance> instances) {
    }

    static Cast of(Cluster cluster) {
        return new Cast(cluster.address("/"), cluster.nodeNames().stream().map(name -> new Machine(name, cluster.carriedBy(name))).toList());
    }

    Optional<Instance> balancer() {
        return layout().balancer();
    }

    List<Instance> webServers() {
        return layout().webServers();
    }

    List<Instance> production() {
        return layout().having(Role.PRODUCTION);
    }

    Optional<Instance> webServer(String name) {
        return webServers().stream().filter(instance -> instance.name().equals(name)).findFirst();
    }

    boolean hasMachine(String name) {
        return machines.stream().anyMatch(machine -> machine.name().equals(name));
    }

    private Layout layout() {
        return new Layout(machines.stream().map(Machine::name).toList(), machines.stream().flatMap(machine -> machine.instances().stream()).toList());
    }
}
