package relevo.observation;

import java.util.List;

/**
 * What is there, found by looking.
 *
 * @param machines    every one that was handed in
 * @param instances   every one that a manager lists
 * @param balancers   every HAProxy that runs, in an instance or not
 * @param servers     every server that a request to one of them can reach
 * @param unreachable farms that no rule and no frontend leads to
 */
public record Inventory(List<Machine> machines, List<InstanceState> instances, List<Balancer> balancers, List<Server> servers, List<String> unreachable) {

    /** Without the balancers' configurations, which hold passwords: what may be kept on disk. */
    public Inventory withoutSecrets() {
        return new Inventory(machines, instances, balancers.stream().map(found -> new Balancer(found.machine(), found.instance(), found.pid(), found.files(),
                found.changedSinceStart(), found.sockets(), List.of())).toList(), servers, unreachable);
    }
}
