package relevo.judge;

import java.util.List;
import java.util.Optional;
import relevo.observation.LoadRun;
import relevo.observation.NobodyLeft;
import relevo.observation.Observation;

/** Every requirement that is judged, with what is observed for it and who judges that: one line each, in the catalogue's order. */
public final class Rulings {

    /** The specification judges by them, and so does {@code bin/judge}, later and without a cluster. */
    public static final List<Ruling<?>> ALL = List.of(
            new Ruling<>("G1.1", Seen.Answered.class, seen -> Entrance.answeredByProduction(seen.visits(), seen.balancer())),
            new Ruling<>("G1.2", Seen.Shares.class, seen -> Entrance.shared(seen.newConnections(), seen.keptConnection())),
            new Ruling<>("G1.3", Seen.Doorways.class, seen -> Doors.onlyThroughTheBalancer(seen.tried())),
            new Ruling<>("G2", Seen.Running.class, seen -> Software.onlyWhatBelongs(seen.listeners(), seen.haproxies(), seen.instances(), seen.roles())),
            new Ruling<>("G3.1", Seen.Shown.class, seen -> StatisticsPage.listsEveryServer(seen.page(), seen.front(), seen.snapshot().statistics(),
                    seen.snapshot().instanceOf(), seen.webServers(), seen.rendered())),
            new Ruling<>("G3.2", Observation.class, StatisticsPage::tellsTheTruth),
            new Ruling<>("G3.3", Seen.Guarded.class, seen -> StatisticsPage.guarded(seen.anonymous(), seen.authorised(), seen.attempt(),
                    seen.widelyKnown())),
            new Ruling<>("G4", Seen.Spread.class, seen -> Placement.everyMemberRuns(seen.members(), seen.instances(), seen.nodesStandIn())),
            new Ruling<>("G5", Seen.Visited.class, seen -> Placement.twoWebServers(seen.visits(), seen.instances())),
            new Ruling<>("G6", Seen.Housed.class, seen -> Placement.balancerOfItsOwn(seen.listeners(), seen.haproxies(), seen.instances(),
                    seen.roles())),
            new Ruling<>("C1", Seen.Told.class, seen -> Membership.oneStory(seen.byEach(), seen.machines())),
            new Ruling<>("C2", Seen.Attempts.class, seen -> Membership.reachable(seen.reaches())),
            new Ruling<>("C3", Seen.Returned.class, seen -> MachineLoss.rejoins(seen.outage(), seen.machines())),
            new Ruling<>("C4", Seen.Outages.class, seen -> MachineLoss.serviceGoesOn(seen.all())),
            new Ruling<>("P1", Seen.CameUp.class, seen -> Arrival.withoutAHand(seen.up(), seen.balancer(), seen.instances())),
            new Ruling<>("B1", LoadRun.class, Backups::idleUnderLightLoad),
            new Ruling<>("B2", LoadRun.class, Backups::joinUnderOverload),
            new Ruling<>("B7", LoadRun.class, Backups::relieveProduction),
            new Ruling<>("B3", LoadRun.class, stress -> Backups.fallIdleAgain(stress, stress.after())),
            new Ruling<>("B4", Observation.class, Failover::serveWhenProductionIsDown),
            new Ruling<>("B8", Observation.class, Failover::bothServeWhenProductionIsDown),
            new Ruling<>("B5", Observation.class, Failover::giveBack),
            new Ruling<>("B6", Seen.Trials.class, seen -> ServerLoss.loseNothing(seen.all())),
            new Ruling<>("F1", Seen.Trials.class, seen -> ServerLoss.noticedSoon(seen.all())),
            new Ruling<>("S1", NobodyLeft.class, Apology::shown),
            new Ruling<>("S4", NobodyLeft.class, Wording::apologises),
            new Ruling<>("S5", NobodyLeft.class, PageForm::rightHttp),
            new Ruling<>("S2", Seen.Fall.class, seen -> LastResort.onlyThen(seen.seen(), seen.nobodyLeft(), seen.throughBalancer(), seen.direct())),
            new Ruling<>("S3", Seen.Crowd.class, seen -> LastResort.holdsUnderLoad(seen.run(), seen.page())),
            new Ruling<>("L1", Seen.Scenarios.class, seen -> LoadResponse.characterised(seen.runs())),
            new Ruling<>("L4", Seen.Brought.class, seen -> OwnPlans.differentDemands(seen.own(), seen.door())),
            new Ruling<>("L2", LoadRun.class, LoadResponse::healthy),
            new Ruling<>("L3", Seen.Ramp.class, seen -> LoadResponse.degradesGracefully(seen.overload(), seen.recovery())));

    private Rulings() {
    }

    /** The ruling on a requirement; empty where nobody judges it. */
    public static Optional<Ruling<?>> on(String id) {
        return ALL.stream().filter(ruling -> ruling.id().equals(id)).<Ruling<?>>map(ruling -> ruling).findFirst();
    }
}
