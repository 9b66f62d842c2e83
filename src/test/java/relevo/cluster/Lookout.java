package relevo.cluster;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import relevo.discovery.Discovery;
import relevo.discovery.LoadRules;
import relevo.discovery.RuntimeStatistics;
import relevo.discovery.StatisticsPages;
import relevo.discovery.Told;
import relevo.machine.Progress;
import relevo.observation.Balancer;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Standing;
import relevo.observation.Windows;
import relevo.outside.StatisticsSource;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;

/** Looks at what is there when a run begins, and tells whoever goes by it. */
final class Lookout {

    private final Machines machines;
    private final Inspection inspection;
    private final Markers markers;
    private final Learners learners;
    private final Door door;
    private final Told told;
    private volatile Inventory inventory = Inventory.NOTHING;

    /**
     * Who goes by what is found.
     *
     * @param roster      which instance a server is
     * @param observatory where statistics are read, and how long a change may take
     * @param page        where the statistics page is, and who may see it
     */
    record Learners(Roster roster, Observatory observatory, StatisticsSource page) {
    }

    Lookout(Machines machines, Inspection inspection, Markers markers, Learners learners, Door door, Told told) {
        this.machines = machines;
        this.inspection = inspection;
        this.markers = markers;
        this.learners = learners;
        this.door = door;
        this.told = told;
    }

    /** Instances that were off when it looked last. */
    Set<String> off() {
        return inventory.instances().stream().filter(instance -> instance.status().equalsIgnoreCase("Stopped")).map(InstanceState::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was found last. */
    Inventory inventory() {
        return inventory;
    }

    /** How the balancer stands now. */
    Standing standing() {
        try {
            var found = Discovery.balancers(machines.all(), told);
            var frontends = found.stream().flatMap(balancer -> balancer.configuration().stream())
                    .filter(section -> section.isFrontend() && section.having("bind").findAny().isPresent()).count();
            return new Standing(true, found.size(), (int) frontends, found.isEmpty() ? inspection.lastWordsOfBalancer() : "",
                    door.unpublished(), inspection.homeOfBalancer());
        } catch (CannotCheck silent) {
            return Standing.UNKNOWN;
        }
    }

    /** Looks once; the markers must be written. */
    void look() {
        inventory = Inventory.NOTHING;
        // Where nobody could look, the balancer may be there all the same.
        var without = Windows.SHORTEST;
        try {
            inventory = Discovery.of(machines.all(), inspection::instances, markers.path(), markers::server, told);
            without = Windows.NONE;
        } catch (CannotCheck silent) {
            new Progress().say("cluster", "what is there could not be found out: " + silent.reason().en());
        }
        learners.roster().learn(inventory.servers());
        var balancer = inventory.balancer();
        learners.observatory().learn(balancer.filter(one -> !one.sockets().isEmpty()).map(one -> new RuntimeStatistics(machines.node(one.machine()), one)),
                balancer.filter(Balancer::runs).map(Discovery::windows).orElse(without).times(Timing.slowness()));
        learners.observatory().staysBelow(LoadRules.of(inventory));
        var pages = StatisticsPages.of(balancer.map(Balancer::configuration).orElse(List.of()));
        // What only this run's own tunnel reaches is not open to the host.
        learners.page().locate(door.unpublished().isEmpty() ? List.of(door.web()) : List.of(), pages.paths(), pages.credentials());
    }
}
