package relevo.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import relevo.machine.Node;
import relevo.machine.Output;
import relevo.machine.Progress;
import relevo.machine.SideBySide;
import relevo.observation.Role;
import relevo.timing.Timing;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * Runs {@code infra/provision/} on the nodes, in order, side by side where the order allows it. All knowledge of how a cluster is made stands
 * in those scripts; each of them may run again and then changes nothing.
 */
public final class Provisioning {

    /** On the first node: LXD's cluster, images and network are made. Gone when the node restarts, and then they are looked at again. */
    private static final String FOUNDED = "/run/relevo-founded";

    private final Topology topology;
    private final List<? extends Node> nodes;
    private final Map<String, String> environment;
    private final String scripts;
    private final Progress progress;

    /**
     * @param nodes       in the topology's order
     * @param environment what every script needs: {@code RELEVO_SUBNET}, {@code RELEVO_IMAGES}
     * @param scripts     the folder on the node that holds them
     */
    public Provisioning(Topology topology, List<? extends Node> nodes, Map<String, String> environment, String scripts, Progress progress) {
        this.topology = topology;
        this.nodes = nodes;
        this.environment = environment;
        this.scripts = scripts;
        this.progress = progress;
    }

    /**
     * Makes the cluster where it is not made yet, and {@link #settle settles} it.
     *
     * @param meanwhile something of the caller's own that begins work on another thread; called while the nodes wait for each other, when
     *                  the processor has little to do
     * @throws CannotStart with the script's own words when one of them fails
     */
    public void apply(Runnable meanwhile) {
        var first = nodes.get(0);
        if (first.run("test", "-e", FOUNDED).ok()) {
            settle(meanwhile);
        } else {
            found(first, nodes.subList(1, nodes.size()), meanwhile);
            first.run("touch", FOUNDED);
            settle(() -> { });
        }
    }

    /** On a cluster that is made: its instances run, and its balancer has the configuration as it is now. As {@link #apply} otherwise. */
    public void settle(Runnable meanwhile) {
        meanwhile.run();
        SideBySide.each(nodes, node -> step(node, "50-instances", ""));
        balance();
    }

    /** On a cluster whose balancer runs: it has haproxy.cfg and the apology as they are now. */
    public void balance() {
        SideBySide.each(balancers(), node -> step(node, "60-balancer", ""));
    }

    private void found(Node first, List<? extends Node> others, Runnable meanwhile) {
        var tokens = new ConcurrentHashMap<Node, String>();
        SideBySide.each(nodes, node -> {
            step(node, "10-lxd", "");
            if (node == first) {
                step(first, "20-bootstrap", "");
                SideBySide.each(nodes, other -> {
                    if (other == first) {
                        // Not while somebody joins: LXD then tries to copy the images to a member that is not there yet.
                        step(first, "35-images", "");
                    } else {
                        tokens.put(other, step(first, "25-token", "", other.name()));
                    }
                });
            }
        });
        meanwhile.run();
        // One by one: two members that join LXD 5.0.2 at the same time can wait for each other for good.
        others.forEach(node -> step(node, "30-join", tokens.get(node)));
        step(first, "40-shared", "");
    }

    /** {@code user:password} of the statistics page; never printed. */
    public String credentials() {
        return step(balancers().get(0), "credentials", "").strip();
    }

    private List<? extends Node> balancers() {
        var names = topology.layout().having(Role.BALANCER).stream().map(Instance::node).toList();
        return nodes.stream().filter(node -> names.contains(node.name())).toList();
    }

    private String step(Node node, String script, String stdin, String... arguments) {
        var secret = script.equals("25-token") || script.equals("credentials");
        var environmentOfNode = new java.util.HashMap<>(environment);
        environmentOfNode.put("RELEVO_NODE", node.name());
        var output = node.run(Timing.PROVISIONING_STEP.max(), environmentOfNode, stdin, line -> {
            if (!secret) {
                progress.say(node.name(), line);
            }
        }, Stream.concat(Stream.of(scripts + "/" + script), Stream.of(arguments)).toArray(String[]::new));
        if (output.exit() == Output.NO_END) {
            throw new CannotStart(
                    Text.of("El paso provision/%s no terminó en %s en %.0f s.", "Step provision/%s did not end on %s within %.0f s.",
                            script, node.name(), Timing.PROVISIONING_STEP.maxMs() / 1000),
                    Text.of("Ejecute de nuevo; en una máquina lenta, con -Drelevo.slowness=3.", "Run again; on a slow machine, with -Drelevo.slowness=3."));
        }
        if (!output.ok()) {
            throw new CannotStart(
                    Text.of("El paso provision/%s falló en %s (estado %d):\n%s", "Step provision/%s failed on %s (status %d):\n%s",
                            script, node.name(), output.exit(), output.complaint()),
                    Text.of("Corrija lo que dice y ejecute de nuevo.", "Correct what it says and run again."));
        }
        return output.out();
    }
}
