package relevo.substrate;

import java.util.List;
import java.util.Map;
import relevo.cluster.Cluster;
import relevo.cluster.Door;
import relevo.cluster.Provisioning;
import relevo.machine.Node;
import relevo.machine.Progress;
import relevo.outside.Credentials;
import relevo.outside.StatisticsSource;
import relevo.timing.Timing;
import relevo.verdict.CannotStart;

/** From nodes that run to a cluster that serves, the same way on every substrate. */
public final class Assembly {

    /** Where the nodes have {@code infra/} and the instances' images. */
    public static final String INFRA_ON_NODE = "/relevo";
    public static final String IMAGES_ON_NODE = "/relevo-images";

    private final Settings settings;
    private final Infra infra;
    private final Substrate substrate;
    private final Published published;
    private final Progress progress;

    public Assembly(Settings settings, Infra infra, Substrate substrate, Published published, Progress progress) {
        this.settings = settings;
        this.infra = infra;
        this.substrate = substrate;
        this.published = published;
        this.progress = progress;
    }

    /**
     * The scripts of {@code infra/provision/}, for these nodes.
     *
     * @param nodes running, in the topology's order
     */
    public Provisioning provisioning(List<? extends Node> nodes) {
        var variables = Map.of("RELEVO_SUBNET", infra.topology().subnets().get(substrate.name()), "RELEVO_IMAGES", IMAGES_ON_NODE,
                "RELEVO_SLOWNESS", String.valueOf((int) Math.ceil(Timing.slowness())));
        return new Provisioning(infra.topology(), nodes, variables, INFRA_ON_NODE + "/provision", progress);
    }

    /** The cluster that these nodes form, once it serves. */
    public Cluster cluster(List<? extends Node> nodes, Provisioning provisioning) {
        var statistics = new StatisticsSource(published.statisticsPage(), credentials(provisioning));
        var door = new Door(published.web(), List.of(published.statisticsPage()), "", "published there by the blueprint");
        var cluster = new Cluster(infra.topology().layout(), nodes, door, statistics, substrate.nodesStandIn(), infra.text("provision/inside"),
                infra.folder().resolve(".relevo/journal-" + substrate.name()));
        cluster.prepare();
        progress.say("relevo", "cluster serves at " + published.web() + ", statistics at " + statistics.page());
        return cluster;
    }

    /** A cluster that is judged as it is may have none; the statistics page then says no. */
    private Credentials credentials(Provisioning provisioning) {
        try {
            return Credentials.parse(provisioning.credentials());
        } catch (CannotStart none) {
            if (settings.provision()) {
                throw none;
            }
            return new Credentials("", "");
        }
    }
}
