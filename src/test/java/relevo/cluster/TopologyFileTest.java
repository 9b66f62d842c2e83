package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.Role;
import relevo.verdict.CannotStart;

class TopologyFileTest {

    private static final String GOOD = """
            name: relevo
            subnets: {docker: 10.88.57.0/24}
            network: {name: lab0, address: 10.57.0.1/24}
            nodes:
              node1: {host: 11}
              node2: {host: 12}
            instances:
              balancer: {node: node1, role: balancer, address: 10.57.0.10}
              web1: {node: node2, role: production, address: 10.57.0.11}
              web2: {node: node1, role: backup, address: 10.57.0.12}
            published: {http: 8080, statistics: 8404}
            """;

    @TempDir
    private Path folder;

    @Test
    void theReferenceTopologyIsTheAssignmentsFigure() {
        var topology = TopologyFile.read(Path.of("infra/cluster.yaml"));

        assertThat(topology.nodeNames()).containsExactly("node1", "node2", "node3");
        assertThat(topology.layout().having(Role.PRODUCTION)).extracting(Instance::name).containsExactly("web1", "web2");
        assertThat(topology.layout().having(Role.PRODUCTION)).extracting(Instance::node).doesNotHaveDuplicates().doesNotContain("node1");
        assertThat(topology.layout().having(Role.BACKUP)).extracting(Instance::name).containsExactly("backup1", "backup2");
        assertThat(topology.layout().having(Role.BALANCER)).extracting(Instance::node).containsExactly("node1");
    }

    @Test
    void readsNodesInstancesAndPorts() throws IOException {
        var topology = TopologyFile.read(write(GOOD));

        assertThat(topology.address("node2", "docker")).isEqualTo("10.88.57.12");
        assertThat(topology.instances()).contains(new Instance("web1", "node2", Role.PRODUCTION, "10.57.0.11"));
        assertThat(topology.http()).isEqualTo(8080);
        assertThat(topology.statistics()).isEqualTo(8404);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            address: 10.57.0.12 | address: 10.57.0.11 | instances.web2.address: 10.57.0.11 | web1
            node: node2         | node: node9         | instances.web1.node: node9         | node1, node2
            host: 12            | host: 11            | nodes.node2.host: 11               | node1
            host: 12            | host: 300           | nodes.node2.host: 300              | 254
            role: backup        | role: spare         | instances.web2.role: spare         | balancer, production
            role: backup        | role: balancer      | instances                          | balancer
            address: 10.57.0.12 | address: 10.57.0.312| instances.web2.address: 10.57.0.312| IPv4
            http: 8080          | http: 0             | published.http: 0                  | 65535
            statistics: 8404    | statistics: 8080    | published.statistics: 8080         | http
            10.88.57.0/24       | 10.88.0.0/16        | subnets.docker: 10.88.0.0/16       | /24
            web1:               | Web_1:              | instances: Web_1                   | minúsculas
            """)
    void refusesWhatCannotBeBuiltNamingKeyValueAndRemedy(String good, String bad, String named, String remedy) throws IOException {
        var file = write(GOOD.replace(good, bad));

        assertThatThrownBy(() -> TopologyFile.read(file)).isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString()).hasMessageContaining(named)
                .hasMessageContaining(remedy);
    }

    @Test
    void refusesWhatIsNoYamlNamingTheLine() throws IOException {
        var file = write(GOOD.replace("nodes:", "nodes: ["));

        assertThatThrownBy(() -> TopologyFile.read(file)).isInstanceOf(CannotStart.class).hasMessageContaining("line ");
    }

    @Test
    void saysThatTheFileIsMissing() {
        assertThatThrownBy(() -> TopologyFile.read(folder.resolve("none.yaml"))).isInstanceOf(CannotStart.class).hasMessageContaining("none.yaml");
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("cluster.yaml"), yaml);
    }
}
