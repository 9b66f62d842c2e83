package relevo.substrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.cluster.Instance;
import relevo.cluster.Topology;
import relevo.observation.Balancer;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Machine;
import relevo.observation.Program;
import relevo.observation.Role;

class BlueprintTest {

    private static final Topology MADE = new Topology("relevo", Map.of(), Map.of("node1", 1), List.of(new Instance("lb", "node1", Role.BALANCER, "10.0.0.10"),
            new Instance("web1", "node1", Role.PRODUCTION, "10.0.0.11")), 80, 8404);
    private static final Machine NODE1 = new Machine("node1", "docker", List.of(), List.of("/var/lib/lxd/unix.socket"), List.of(program("web1")), "");
    private static final List<InstanceState> INSTANCES = List.of(instance("lb", "node1", "10.0.0.10"), instance("web1", "node1", "10.0.0.11"));
    private static final List<Balancer> BALANCERS = List.of(new Balancer("node1", "lb", 7, List.of(), List.of(), List.of(), List.of()));
    private static final Inventory FOUND = new Inventory(List.of(NODE1), INSTANCES, BALANCERS, List.of(), List.of(), Map.of());

    @Test
    @DisplayName("a cluster that was found as it was made has no differences; strangers beside it are none")
    void asMade() {
        assertThat(differences(found -> found)).isEmpty();
        assertThat(differences(found -> new Inventory(found.machines(), List.of(INSTANCES.get(0), INSTANCES.get(1), instance("guest", "node1", "10.0.0.99")),
                found.balancers(), found.servers(), found.unreachable(), Map.of()))).isEmpty();
    }

    @Test
    @DisplayName("each difference has the name of what differs")
    void differs() {
        assertThat(differences(found -> with(found, List.of(new Machine("node1", "", List.of(), List.of(), List.of(), "no answer")), INSTANCES, BALANCERS)))
                .anyMatch(text -> text.contains("node1"));
        assertThat(differences(found -> with(found, found.machines(), List.of(INSTANCES.get(0)), BALANCERS)))
                .anyMatch(text -> text.contains("web1") && text.contains("nowhere"));
        assertThat(differences(found -> with(found, found.machines(), List.of(INSTANCES.get(0), instance("web1", "node2", "10.0.0.11")), BALANCERS)))
                .anyMatch(text -> text.contains("web1") && text.contains("on node2"));
        assertThat(differences(found -> with(found, found.machines(), List.of(INSTANCES.get(0), instance("web1", "node1", "10.0.0.77")), BALANCERS)))
                .anyMatch(text -> text.contains("web1") && text.contains("10.0.0.77"));
        assertThat(differences(found -> with(found, found.machines(), INSTANCES, List.of()))).anyMatch(text -> text.contains("HAProxy") && text.contains("lb"));
        assertThat(differences(found -> with(found, List.of(new Machine("node1", "docker", List.of(), NODE1.managers(), List.of(), "")), INSTANCES, BALANCERS)))
                .containsExactly("no program was found to listen in web1");
    }

    private static Inventory with(Inventory found, List<Machine> machines, List<InstanceState> instances, List<Balancer> balancers) {
        return new Inventory(machines, instances, balancers, found.servers(), found.unreachable(), Map.of());
    }

    private static List<String> differences(UnaryOperator<Inventory> change) {
        return new Blueprint(MADE).differences(change.apply(FOUND));
    }

    private static InstanceState instance(String name, String member, String address) {
        return new InstanceState(name, member, "container", "Running", List.of(address), false);
    }

    private static Program program(String instance) {
        return new Program(instance, "apache2", 1, 1, List.of(), 0, "net", List.of("[::]:80"));
    }
}
