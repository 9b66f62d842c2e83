package relevo.discovery;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import relevo.machine.Node;
import relevo.observation.Balancer;
import relevo.observation.InstanceState;
import relevo.observation.Known;
import relevo.observation.Section;

/**
 * Which HAProxy is the balancer: the one that somebody named, else every one that runs, else one that would run.
 *
 * @param nodes  that were looked at
 * @param probes what they showed, by name
 */
record BalancerChoice(Collection<? extends Node> nodes, Map<String, Probe> probes, Told told) {

    private static final Comparator<Balancer> TAKES_CONNECTIONS = Comparator.comparing(one -> one.configuration().stream().noneMatch(Section::isFrontend));
    /** Where only a machine was named, the one on the machine itself. */
    private static final Comparator<Balancer> MEANT = TAKES_CONNECTIONS.thenComparing(one -> !one.instance().isEmpty());
    private static final Comparator<Balancer> LIKELIEST = TAKES_CONNECTIONS.thenComparing(one -> one.instance().isEmpty());

    /** Every one to be kept; the one that somebody named with that as its evidence. */
    List<Balancer> found(List<InstanceState> instances) {
        var running = seen().stream().flatMap(node -> Balancers.on(node, probes.get(node.name())).stream()).toList();
        var meant = running.stream().filter(told::means).min(MEANT);
        if (meant.isPresent()) {
            return running.stream().map(one -> one == meant.get() ? marked(one) : one).toList();
        }
        if (!told.ofBalancer() && !running.isEmpty()) {
            return running;
        }
        var idle = seen().stream().flatMap(node -> IdleBalancers.on(node, probes.get(node.name())).stream());
        var likely = told.ofBalancer() ? idle.filter(told::means).min(MEANT).or(() -> instances.stream().filter(told::means).findFirst()
                .map(BalancerChoice::nothingThere)).map(BalancerChoice::marked) : idle.min(LIKELIEST);
        return Stream.concat(running.stream(), likely.stream()).toList();
    }

    /** Those whose servers count: only the one that was named, where one was. */
    List<Balancer> counted(List<Balancer> found) {
        return found.stream().anyMatch(Balancer::told) ? found.stream().filter(Balancer::told).limit(1).toList() : found;
    }

    /** Through which process the network of a balancer is seen. */
    int process(Balancer one) {
        return one.runs() ? one.pid() : IdleBalancers.process(probes.get(one.machine()), one.instance());
    }

    Node node(Balancer one) {
        return nodes.stream().filter(node -> node.name().equals(one.machine())).findFirst().orElseThrow();
    }

    private List<? extends Node> seen() {
        return nodes.stream().filter(node -> probes.containsKey(node.name())).toList();
    }

    private static Balancer nothingThere(InstanceState state) {
        return new Balancer(state.member(), state.name(), 0, List.of(), List.of(), List.of(), List.of(), Known.found(Balancer.NOT_IN_FORCE));
    }

    private static Balancer marked(Balancer one) {
        return new Balancer(one.machine(), one.instance(), one.pid(), one.files(), one.changedSinceStart(), one.sockets(), one.configuration(),
                Told.BY.and(one.evidence().by()));
    }
}
