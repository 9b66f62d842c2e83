package relevo.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import relevo.cluster.Footprint.Part;
import relevo.machine.Node;
import relevo.machine.Progress;
import relevo.machine.SideBySide;
import relevo.observation.Doorway;
import relevo.observation.FaultTrial;
import relevo.observation.Inventory;
import relevo.observation.Observation;
import relevo.observation.Page;
import relevo.observation.Role;
import relevo.observation.Snapshot;
import relevo.observation.Standing;
import relevo.outside.StatisticsSource;
import relevo.outside.Visitor;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;

/**
 * The running system: what a specification can ask of it and do to it. Faults are verbs; each registers its own undo before it acts, and
 * {@link #restore} brings the cluster back to where it was.
 */
public final class Cluster {

    private final Layout layout;
    private final Machines machines;
    private final URI web;
    private final StatisticsSource statistics;
    private final boolean nodesStandIn;
    private final Markers markers = new Markers();
    private final Observatory observatory;
    private final Roster roster;
    private final Inspection inspection;
    private final Faults faults;
    private final Health health;
    private final Lookout lookout;
    private final Footprint footprint = new Footprint();
    private final Stories stories = new Stories(footprint);
    private final Console console;

    /**
     * @param layout       which instance is where, and what it is for
     * @param nodes        running, in the layout's order
     * @param door         where the balancer answers, from the host
     * @param statistics   where its statistics are read, from the host
     * @param nodesStandIn whether the nodes are containers that stand in for virtual machines
     * @param inside       text of {@code infra/provision/inside}
     * @param journal      file of what is still to be put right
     */
    public Cluster(Layout layout, List<? extends Node> nodes, Door door, StatisticsSource statistics, boolean nodesStandIn, String inside,
            Path journal) {
        this.layout = layout;
        this.machines = new Machines(nodes, layout.instances(), inside);
        this.web = door.web();
        this.statistics = statistics;
        this.nodesStandIn = nodesStandIn;
        this.roster = new Roster(layout.instances());
        this.observatory = new Observatory(web.resolve(markers.path()), markers::server, statistics, roster, roles());
        this.inspection = new Inspection(machines, layout, this::inventory, footprint);
        this.faults = new Faults(machines, observatory, journal);
        this.health = new Health(web, observatory, inspection, webServers());
        this.lookout = new Lookout(machines, inspection, markers, new Lookout.Learners(roster, observatory, statistics), door, layout.told());
        this.console = new Console(machines, observatory, faults);
    }

    public List<Instance> production() {
        return layout.having(Role.PRODUCTION);
    }

    public List<Instance> backups() {
        return layout.having(Role.BACKUP);
    }

    /** A server of this role, for what one of them is enough for. @throws CannotCheck when there is none */
    public Instance oneOf(Role role) {
        return layout.oneOf(role);
    }

    /** The server that is left when all others are gone: a backup where one serves. @throws CannotCheck when there is no server */
    public Instance lastToFall() {
        return layout.lastToFall(observatory::serves);
    }

    /** Production and backups, all but one. */
    public List<Instance> webServersBut(Instance one) {
        return webServers().stream().filter(server -> !server.equals(one)).toList();
    }

    /** Production and backups. */
    public List<Instance> webServers() {
        return layout.webServers();
    }

    /** What each instance is for, by name. */
    public Map<String, Role> roles() {
        return layout.roles();
    }

    /** Names of the machines, as the layout lists them. */
    public List<String> nodeNames() {
        return layout.machines();
    }

    /** A machine that carries production servers and not the balancer. @throws CannotCheck when there is none */
    public String machineWithoutBalancer() {
        return layout.machineWithoutBalancer();
    }

    /** The instances that a machine carries. */
    public List<Instance> carriedBy(String machine) {
        return machines.carriedBy(machine);
    }

    /** Whether the nodes are containers that stand in for virtual machines. */
    public boolean nodesStandIn() {
        return nodesStandIn;
    }

    /** Its managers, its instances, the programs in them, asked from within. */
    public Inspection inspection() {
        return inspection;
    }

    /** How the balancer stands: whether it runs, whether anything in its configuration listens. */
    public Standing standing() {
        passing();
        return lookout.standing();
    }

    /** What was found when the run began, with the evidence of each. */
    public Inventory inventory() {
        passing();
        return lookout.inventory();
    }

    /** What this host finds behind its own published port and behind every port that a machine opens to its network: each is asked once. */
    public List<Doorway> doorways() {
        passing();
        footprint.touch(Part.STATISTICS);
        return new Doorways(web, machines, markers, observatory).all();
    }

    /** Opens a page through the balancer. */
    public Page open(String path) {
        passing();
        return Visitor.withNewConnections().open(web.resolve(path));
    }

    /** Where the page is that only one instance can have, through the balancer. */
    public URI marker() {
        passing();
        return web.resolve(markers.path());
    }

    /** The instance that such a page's content is of; empty when it is nobody's. */
    public String whose(String content) {
        return markers.whose(content);
    }

    /** Where a page is, through the balancer. */
    public URI address(String path) {
        passing();
        return web.resolve(path);
    }

    /** The statistics page, as people see it. */
    public StatisticsView statisticsPage() {
        footprint.touch(Part.STATISTICS);
        return new StatisticsView(statistics, observatory, footprint);
    }

    /** The statistics now, each row joined with the instance that it means. @throws CannotCheck when they cannot be read */
    public Snapshot snapshot() {
        passing();
        return observatory.snapshot();
    }

    /** Opens the marker page so many times, one after the other. */
    public Observation visits(int count, Visitor visitor) {
        markers.mustBeWritten();
        passing();
        return observatory.visits(count, visitor);
    }

    /** Watches the cluster under light traffic while the story goes on. */
    public Observation watchUnderLightTraffic(Consumer<Watch> story) {
        markers.mustBeWritten();
        passing();
        return observatory.watchUnderLightTraffic(story);
    }

    /** Watches the cluster while the story goes on, which makes its own traffic if it wants any. */
    public Observation watch(Consumer<Watch> story) {
        passing();
        return observatory.watch(story);
    }

    /** What a supplier saw, now or earlier in this run: several requirements are judged by it. @throws CannotCheck every time, once it threw one */
    public <T> T once(String story, Supplier<T> supplier) {
        return stories.once(story, supplier);
    }

    /** Cuts the power of these instances, at the same time. */
    public void stop(Collection<Instance> instances) {
        faults.stop(instances);
    }

    /** Switches these instances on, at the same time; those that run already stay as they are. */
    public void start(Collection<Instance> instances) {
        faults.start(instances);
    }

    /** {@link FaultStory} of a server of this role. @throws CannotCheck when there is none */
    public List<FaultTrial> oneFaultAfterAnother(Role role) {
        markers.mustBeWritten();
        passing();
        return new FaultStory(observatory, faults).of(oneOf(role));
    }

    /**
     * Begins a run: finds the statistics page, writes the markers, removes those that an interrupted run left, and looks how the cluster is. One
     * that does not serve as its layout wants within {@link Timing#SETTLING} is judged as it is.
     */
    public void prepare() {
        faults.takeOver();
        markers.begin();
        machines.meet();
        SideBySide.each(webServers(), server -> {
            markers.write(machines.lxd(server), server.name());
            markers.readBack(server.name(), inspection.directIfRunning(server, markers.path()));
        });
        lookAgain();
        faults.leaveOff(lookout.off());
    }

    /** After a change of its configuration: finds out what is there now, and forgets what was seen before. */
    public void lookAgain() {
        stories.forget();
        lookout.look();
        health.begin();
    }

    /** What was looked at, for whoever asks what could change a verdict. */
    public Footprint footprint() {
        return footprint;
    }

    /** What a person sees of it and does to it. */
    public Console console() {
        return console;
    }

    private void passing() {
        footprint.touch(Part.TRAFFIC);
        if (faults.haveStopped(webServers())) {
            footprint.touch(Part.APOLOGY);
        }
    }

    /** After more load than it bears: waits until it serves as it did, for at most {@link Timing#SETTLING}; one that does not is judged as it is. */
    public void recover() {
        try {
            health.await(Timing.SETTLING.max());
        } catch (CannotCheck ill) {
            new Progress().say("cluster", "not as before the overload, and judged so: " + complaint());
        }
    }

    /** Undoes every fault, last one first, and waits until the cluster serves as it did. */
    public void restore() {
        if (faults.undo()) {
            health.await(observatory.restoration());
        }
    }

    /** What keeps the cluster from serving as its layout wants it; empty when nothing does. */
    public String complaint() {
        return health.complaint();
    }

    /** Removes what {@link #prepare} wrote. */
    public void cleanUp() {
        restore();
        SideBySide.each(webServers(), server -> markers.remove(machines.lxd(server), server.name()));
    }

    /** What went wrong, for the evidence folder: file name to content. Never throws; what cannot be had says so. */
    public Map<String, String> evidence() {
        return new Symptoms(machines, layout, statistics).gathered();
    }
}
