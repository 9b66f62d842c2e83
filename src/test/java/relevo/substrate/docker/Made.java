package relevo.substrate.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import relevo.machine.SideBySide;

/** What this project made in the engine: containers, their anonymous volumes and networks, known by one label. Nothing else is ever touched. */
final class Made {

    /** On everything; its value is the topology's name. {@code infra/down} sweeps by it too. */
    static final String LABEL = "relevo";
    /** The node that a container is. */
    static final String NODE = "relevo.node";
    /** Hash of all that a node is made from; a cluster with another one cannot be brought to what {@code infra/} describes. */
    static final String FOUNDATION = "relevo.foundation";
    /** The {@code infra/} folder that describes it. */
    static final String INFRA = "relevo.infra";
    /** Whether its run was told to leave it up. */
    static final String KEPT = "relevo.kept";
    /** Ports on 127.0.0.1, {@code http,statistics}. */
    static final String PORTS = "relevo.ports";

    private final DockerClient docker;

    Made(DockerClient docker) {
        this.docker = docker;
    }

    /** The node containers by node name, running or not. */
    Map<String, Container> nodes() {
        var nodes = new LinkedHashMap<String, Container>();
        docker.listContainersCmd().withShowAll(true).withLabelFilter(List.of(LABEL)).exec()
                .forEach(container -> nodes.put(container.getLabels().getOrDefault(NODE, container.getId()), container));
        return nodes;
    }

    /** Whether anything is there. */
    boolean isEmpty() {
        return nodes().isEmpty() && networks().isEmpty();
    }

    /** Removes all of it. What somebody else removes at the same time is gone as well, and no error. */
    void remove() {
        SideBySide.each(nodes().values(), container -> ignoringAbsence(() ->
                docker.removeContainerCmd(container.getId()).withForce(true).withRemoveVolumes(true).exec()));
        networks().forEach(network -> ignoringAbsence(() -> docker.removeNetworkCmd(network).exec()));
    }

    private List<String> networks() {
        return docker.listNetworksCmd().withFilter("label", List.of(LABEL)).exec().stream().map(network -> network.getId()).toList();
    }

    private static void ignoringAbsence(Runnable removal) {
        try {
            removal.run();
        } catch (NotFoundException gone) {
            // That is what was wanted.
        }
    }
}
