package relevo.judge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import relevo.observation.BroughtUp;
import relevo.observation.Doorway;
import relevo.observation.FaultTrial;
import relevo.observation.InstanceState;
import relevo.observation.Listener;
import relevo.observation.LoadRun;
import relevo.observation.Member;
import relevo.observation.NobodyLeft;
import relevo.observation.Observation;
import relevo.observation.Outage;
import relevo.observation.OwnTests;
import relevo.observation.Page;
import relevo.observation.Reach;
import relevo.observation.Role;
import relevo.observation.Snapshot;
import relevo.observation.Standing;

/** What {@link Rulings} judge by where one observation alone does not decide: everything that a judge takes, in one record that can be saved. */
public final class Seen {

    private Seen() {
    }

    /**
     * G1.1: who answered.
     *
     * @param visits   and their answers
     * @param balancer how it stood then
     */
    public record Answered(Observation visits, Standing balancer) {
    }

    /**
     * G1.2: who answered.
     *
     * @param newConnections requests on a connection each
     * @param keptConnection requests on the same connection
     */
    public record Shares(Observation newConnections, Observation keptConnection) {
    }

    /**
     * G1.3: the ways in.
     *
     * @param tried every address and port that the host can try
     */
    public record Doorways(List<Doorway> tried) {
    }

    /**
     * G2: what runs where.
     *
     * @param listeners of every instance
     * @param haproxies instances in which HAProxy runs, listening or not
     * @param instances names of every instance
     * @param roles     of every one that serves, and of a balancer outside them
     */
    public record Running(List<Listener> listeners, Set<String> haproxies, Set<String> instances, Map<String, Role> roles) {
    }

    /**
     * G3.1: the statistics page.
     *
     * @param page       as somebody gets it who knows the password
     * @param front      what a visitor of the balancer got at the same time
     * @param snapshot   its figures
     * @param webServers every instance that serves the web
     * @param rendered   its text in a browser; empty where nobody answered
     */
    public record Shown(Page page, Page front, Snapshot snapshot, Set<String> webServers, String rendered) {
    }

    /**
     * G3.3: the statistics page, asked by different people.
     *
     * @param anonymous  what somebody gets without a password
     * @param authorised what somebody gets with it
     * @param attempt     what came of an attempt to change something
     * @param widelyKnown user and password, where they are such as every manual has; empty otherwise
     */
    public record Guarded(Page anonymous, Page authorised, Page attempt, String widelyKnown) {
    }

    /**
     * G4: the instances over the machines.
     *
     * @param members      of the cluster
     * @param instances    of the cluster
     * @param nodesStandIn whether containers stand in for the virtual machines
     */
    public record Spread(List<Member> members, List<InstanceState> instances, boolean nodesStandIn) {
    }

    /**
     * G5: who answered visitors.
     *
     * @param visits    and their answers
     * @param instances of the cluster
     */
    public record Visited(Observation visits, List<InstanceState> instances) {
    }

    /**
     * G6: where HAProxy runs.
     *
     * @param listeners of every instance
     * @param haproxies instances in which HAProxy runs, listening or not
     * @param instances of the cluster
     * @param roles     of every instance
     */
    public record Housed(List<Listener> listeners, Set<String> haproxies, List<InstanceState> instances, Map<String, Role> roles) {
    }

    /**
     * C1: the members of the cluster.
     *
     * @param byEach   as each machine lists them
     * @param machines every machine that exists
     */
    public record Told(Map<String, List<Member>> byEach, Set<String> machines) {
    }

    /**
     * C2: containers that talk to each other.
     *
     * @param reaches one for each that was tried
     */
    public record Attempts(List<Reach> reaches) {
    }

    /**
     * C3: a machine that fell and returned.
     *
     * @param outage   all that was seen of it
     * @param machines every machine that exists
     */
    public record Returned(Outage outage, Set<String> machines) {
    }

    /**
     * C4: machines that were lost.
     *
     * @param all one outage for each way to lose a machine
     */
    public record Outages(List<Outage> all) {
    }

    /**
     * P1: a system that was brought up.
     *
     * @param up        how its machines came up
     * @param balancer  how it stood then
     * @param instances of all machines, then
     */
    public record CameUp(BroughtUp up, Standing balancer, List<InstanceState> instances) {
    }

    /**
     * B6, F1: one server, hurt in one way after another.
     *
     * @param all in the order in which they were played
     */
    public record Trials(List<FaultTrial> all) {
    }

    /**
     * S2: servers that fall one after the other, and one that returns.
     *
     * @param seen            meanwhile
     * @param nobodyLeft      what was there to see when none was left
     * @param throughBalancer the application's own 503, with every server up, as a visitor gets it
     * @param direct          the same, as the server sends it
     */
    public record Fall(Observation seen, NobodyLeft nobodyLeft, Page throughBalancer, Page direct) {
    }

    /**
     * S3: many visitors while no server is left.
     *
     * @param run  their requests
     * @param page that they read
     */
    public record Crowd(LoadRun run, Page page) {
    }

    /**
     * L1: the system under different demands.
     *
     * @param runs one for each scenario
     */
    public record Scenarios(List<LoadRun> runs) {
    }

    /**
     * L4: the load tests that the delivery brings.
     *
     * @param own  and what came of them
     * @param door what a visitor of the balancer got just before
     */
    public record Brought(OwnTests own, Page door) {
    }

    /**
     * L3: a demand that grows past what can be served, and light load afterwards.
     *
     * @param overload the growing demand
     * @param recovery what followed
     */
    public record Ramp(LoadRun overload, LoadRun recovery) {
    }
}
