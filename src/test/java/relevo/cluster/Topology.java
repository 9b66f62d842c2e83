package relevo.cluster;

import java.util.List;
import java.util.Map;

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

    /** Which instance is where, and what it is for. */
    public Layout layout() {
        return new Layout(nodeNames(), instances);
    }

    /** Names of the nodes, the one that starts the cluster first. */
    public List<String> nodeNames() {
        return List.copyOf(nodes.keySet());
    }
}
