package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import relevo.machine.Node;
import relevo.machine.Output;
import relevo.machine.Progress;
import relevo.verdict.CannotStart;

class ProvisioningTest {

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private boolean founded;
    private Output answer = new Output(0, "", "");

    @Test
    void membersJoinOneByOneAfterTheImagesAndBeforeTheNetwork() {
        provisioning().apply(() -> { });

        assertThat(done.stream().filter(step -> step.matches(".*(20|30|40)-.*")).toList()).containsExactly(
                "node1 20-bootstrap", "node2 30-join", "node3 30-join", "node1 40-shared");
        assertThat(done.subList(done.indexOf("node1 20-bootstrap"), done.indexOf("node2 30-join"))).contains(
                "node1 35-images", "node1 25-token node2", "node1 25-token node3");
    }

    @Test
    void everyNodeStartsItsInstancesAndOnlyTheBalancersAppliesItsConfiguration() {
        provisioning().apply(() -> { });

        assertThat(done).contains("node1 50-instances", "node2 50-instances", "node3 50-instances").endsWith("node1 60-balancer");
        assertThat(done.stream().filter(step -> step.endsWith("60-balancer"))).hasSize(1);
    }

    @Test
    void aClusterThatWasFoundedIsNotFoundedAgain() {
        provisioning().apply(() -> { });
        done.clear();

        provisioning().apply(() -> { });

        assertThat(done).containsExactlyInAnyOrder("node1 50-instances", "node2 50-instances", "node3 50-instances", "node1 60-balancer");
    }

    @Test
    void aRefusedStepIsToldWithItsOwnWordsAndItsNode() {
        answer = new Output(3, "", "[haproxy.cfg:76] : unknown keyword 'chek'");

        assertThatThrownBy(() -> provisioning().apply(() -> { })).isInstanceOf(CannotStart.class)
                .hasMessageContaining("10-lxd").hasMessageContaining("node").hasMessageContaining("unknown keyword 'chek'");
    }

    @Test
    void aStepThatHangsIsToldAsOne() {
        answer = new Output(124, "", "");

        assertThatThrownBy(() -> provisioning().apply(() -> { })).isInstanceOf(CannotStart.class).hasMessageContaining("did not end")
                .hasMessageContaining("relevo.slowness");
    }

    private Provisioning provisioning() {
        var topology = TopologyFile.read(Path.of("infra/cluster.yaml"));
        return new Provisioning(topology, topology.nodeNames().stream().map(Machine::new).toList(), Map.of(), "/scripts", new Progress());
    }

    /** Writes down what it is told to run, without the folder of the scripts. */
    private final class Machine implements Node {

        private final String name;

        Machine(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public Output run(Duration limit, Map<String, String> env, String stdin, Consumer<String> onLine, String... command) {
            if (command[0].equals("test")) {
                return new Output(founded ? 0 : 1, "", "");
            }
            if (command[0].equals("touch")) {
                founded = true;
                return new Output(0, "", "");
            }
            assertThat(env).containsEntry("RELEVO_NODE", name);
            done.add(name + " " + String.join(" ", command).replace("/scripts/", ""));
            return answer;
        }
    }
}
