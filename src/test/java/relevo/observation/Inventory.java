package relevo.observation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is there, found by looking.
 *
 * @param machines    every one that was handed in
 * @param instances   every one that a manager lists
 * @param balancers   every HAProxy that runs, in an instance or not; where none does, or another one is told, the one that would
 * @param servers     every server that a request to one of them can reach
 * @param unreachable farms that no rule and no frontend leads to
 * @param workers     how many requests the Apache of an instance works on at once, as far as its configuration says
 */
public record Inventory(List<Machine> machines, List<InstanceState> instances, List<Balancer> balancers, List<Server> servers, List<String> unreachable,
                        Map<String, Integer> workers) {

    /** Of nothing that was looked at. */
    public static final Inventory NOTHING = new Inventory(List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());

    /** The balancer: the one that is told, one that runs, whose configuration takes connections, in an instance rather than on a machine. */
    public Optional<Balancer> balancer() {
        return balancers.stream().min(Comparator.comparing((Balancer one) -> !one.told()).thenComparing(one -> !one.runs())
                .thenComparing(one -> one.configuration().stream().noneMatch(Section::isFrontend)).thenComparing(one -> one.instance().isEmpty()));
    }

    /** Without the balancers' configurations, which hold passwords: what may be kept on disk. */
    public Inventory withoutSecrets() {
        return new Inventory(machines, instances, balancers.stream().map(found -> new Balancer(found.machine(), found.instance(), found.pid(), found.files(),
                found.changedSinceStart(), found.sockets(), List.of(), found.evidence())).toList(), servers, unreachable, workers);
    }
}
