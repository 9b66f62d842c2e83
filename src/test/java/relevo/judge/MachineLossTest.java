package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import relevo.observation.InstanceState;
import relevo.observation.Member;
import relevo.observation.Observation;
import relevo.observation.Outage;
import relevo.observation.Windows;
import relevo.testing.Expect;
import relevo.testing.Scene;
import relevo.timing.Timing;
import relevo.verdict.Outcome;
import relevo.words.Figure;

class MachineLossTest {

    private static final Set<String> MACHINES = Set.of("node1", "node2", "node3");
    private static final double DETECTION = Windows.SHORTEST.detectionMs();

    /** node2 carries web1 and backup2: cut off, its loss shown after a while. */
    private static Scene cut() {
        return new Scene().serve(20, "web1", "web2").event("poweroff", "web1").event("poweroff", "backup2")
                .serve(20, "web2").status("web1", "DOWN").status("backup2", "DOWN").event("detected", "").serve(40, "web2");
    }

    private static Scene on(Scene scene) {
        return scene.event("poweron", "web1").event("poweron", "backup2").serve(20, "web2");
    }

    private static Scene back(Scene scene) {
        return on(scene).status("web1", "UP").status("backup2", "UP").event("up", "").serve(20, "web1", "web2");
    }

    private static Outage outage(Observation seen, String status, String web1) {
        var members = List.of(new Member("node1", "a", "ONLINE"), new Member("node2", "b", status), new Member("node3", "c", "ONLINE"));
        return new Outage("node2", List.of("web1", "backup2"), seen, Map.of("node1", members, "node2", members, "node3", members),
                List.of(new InstanceState("web1", "node2", "container", web1, List.of(), false),
                        new InstanceState("backup2", "node2", "container", "Running", List.of(), false)));
    }

    @Test
    void aMachineThatCameBackWithItsContainersIsMet() {
        var outage = outage(back(cut()).seen(), "ONLINE", "Running");

        Expect.met(MachineLoss.rejoins(outage, MACHINES), "node2", "web1, backup2", "1.0 s");
        Expect.met(MachineLoss.serviceGoesOn(outage), "node2", "web2 35");
    }

    @Test
    void aContainerThatDoesNotStartByItselfIsNotMet() {
        var verdict = MachineLoss.rejoins(outage(on(cut()).seen(), "ONLINE", "Stopped"), MACHINES);

        Expect.notMet(verdict, "web1", "Stopped");
        Expect.remedy(verdict, "boot.autostart");
    }

    @Test
    void aServerThatRunsAndIsNeverUpAgainIsNotMet() {
        Expect.notMet(MachineLoss.rejoins(outage(on(cut()).event("not up", "").seen(), "ONLINE", "Running"), MACHINES),
                Figure.seconds(Timing.MACHINE_RETURN.maxMs()));
    }

    @Test
    void aMachineThatDoesNotRejoinIsNotMet() {
        Expect.notMet(MachineLoss.rejoins(outage(back(cut()).seen(), "OFFLINE", "Running"), MACHINES), "node2 OFFLINE");
    }

    @Test
    void aRequestThatFailsAfterTheLossWasDetectedIsNotMet() {
        var scene = back(cut().fail(3, 503, ""));

        Expect.notMet(MachineLoss.serviceGoesOn(outage(scene.seen(), "ONLINE", "Running")), "node2", "HTTP 503 × 3");
    }

    @Test
    void onlyWhatFailsBeforeTheLossIsDetectedIsForgiven() {
        var forgiven = back(new Scene().serve(20, "web1", "web2").event("poweroff", "web1").event("poweroff", "backup2").fail(4, 0, "closed")
                .status("web1", "DOWN").status("backup2", "DOWN").pass(500).serve(40, "web2"));
        Expect.met(MachineLoss.serviceGoesOn(outage(forgiven.seen(), "ONLINE", "Running")), "4");

        var never = new Scene().serve(20, "web1", "web2").event("poweroff", "web1").event("poweroff", "backup2").pass(DETECTION).fail(2, 0, "closed")
                .serve(40, "web2");
        Expect.notMet(MachineLoss.serviceGoesOn(outage(back(never).seen(), "ONLINE", "Running")), "closed × 2");
    }

    @Test
    void oneOutageThatStopsTheServiceDecides() {
        var good = outage(back(cut()).seen(), "ONLINE", "Running");
        var bad = outage(back(cut().fail(3, 503, "")).seen(), "ONLINE", "Running");
        var unseen = outage(new Scene().serve(60, "web1", "web2").seen(), "ONLINE", "Running");

        Expect.met(MachineLoss.serviceGoesOn(List.of(good, good)), "web2 35");
        Expect.notMet(MachineLoss.serviceGoesOn(List.of(good, unseen, bad)), "HTTP 503 × 3");
        Expect.couldNotCheck(MachineLoss.serviceGoesOn(List.of(good, unseen)));
    }

    @Test
    void withoutACutNothingIsJudged() {
        var outage = outage(new Scene().serve(60, "web1", "web2").seen(), "ONLINE", "Running");

        Expect.couldNotCheck(MachineLoss.rejoins(outage, MACHINES));
        Expect.couldNotCheck(MachineLoss.serviceGoesOn(outage));
        Expect.couldNotCheck(MachineLoss.serviceGoesOn(outage(on(new Scene().serve(20, "web1", "web2").event("poweroff", "web1").event("poweroff", "backup2")
                .pass(DETECTION)).seen(), "ONLINE", "Running")), "20");
    }

    @Test
    void theBalancersMachineIsAnotherMatter() {
        var outage = new Outage("node1", List.of("haproxy"), back(cut()).seen(), Map.of(), List.of());

        assertThat(MachineLoss.serviceGoesOn(outage).outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
    }

    @Test
    void theContainerThatDoesNotStartIsTheOneNamed() {
        var good = outage(back(cut()).seen(), "ONLINE", "Running");
        var verdict = MachineLoss.rejoins(new Outage(good.machine(), good.carried(), good.seen(), good.told(), List.of(good.instances().get(0),
                new InstanceState("backup2", "node2", "container", "Stopped", List.of(), false))), MACHINES);

        Expect.notMet(verdict, "backup2", "Stopped");
        assertThat(verdict.remedy().en()).contains("backup2").doesNotContain("web1");
    }

    @Test
    void aMachineThatCouldNotBeAskedAfterwardsDecidesNothing() {
        var good = outage(back(cut()).seen(), "ONLINE", "Running");
        var members = good.told().get("node1");

        Expect.couldNotCheck(MachineLoss.rejoins(new Outage("node2", good.carried(), good.seen(), Map.of("node1", members, "node2", members), good.instances()),
                MACHINES), "node3");
        Expect.couldNotCheck(MachineLoss.rejoins(outage(new Scene().serve(9, "web1", "web2").event("poweroff", "web1").event("poweron", "web1").event("up", "")
                .serve(10, "web2").seen(), "ONLINE", "Running"), MACHINES), "19");
    }

    @Test
    void anUpNotedWithTheSwitchIsNoneAfterIt() {
        Expect.notMet(MachineLoss.rejoins(outage(cut().event("poweron", "web1").event("up", "").serve(20, "web2").seen(), "ONLINE", "Running"), MACHINES),
                "node2");
    }

    @Test
    void aStartUpToTheCutIsOfAnotherPhase() {
        var seen = new Scene().serve(20, "web1", "web2").event("poweron", "web1").event("poweroff", "web1").event("poweroff", "backup2").pass(DETECTION)
                .serve(20, "web2");

        Expect.met(MachineLoss.serviceGoesOn(outage(on(seen).seen(), "ONLINE", "Running")), "web2 20", Figure.seconds(DETECTION));
    }

    @Test
    void theLostAreCountedAndTimedFromTheCut() {
        var scene = new Scene().serve(20, "web1", "web2").event("poweroff", "web1").event("poweroff", "backup2").serve(3, "web2").fail(4, 0, "closed")
                .status("web1", "DOWN").status("backup2", "DOWN").pass(500).serve(40, "web2");
        assertThat(MachineLoss.serviceGoesOn(outage(back(scene).seen(), "ONLINE", "Running")).seen().en()).contains("(0.5 s), 4 were lost");

        Expect.notMet(MachineLoss.serviceGoesOn(outage(back(cut().fail(3, 503, "")).seen(), "ONLINE", "Running")), "HTTP 503 × 3", "1.3 s");
    }

    @Test
    void theRemedyIsThatOfWhatWasSeen() {
        var bad = outage(back(cut().fail(3, 503, "")).seen(), "ONLINE", "Running");
        Expect.remedy(MachineLoss.serviceGoesOn(bad), "backup1, web2", "check");

        var evacuated = outage(back(cut().fail(3, 503, "")).seen(), "EVACUATED", "Running");
        Expect.remedy(MachineLoss.serviceGoesOn(evacuated), "lxc cluster restore node2");

        var off = new Outage(bad.machine(), bad.carried(), bad.seen(), bad.told(),
                List.of(new InstanceState("web2", "node3", "container", "Stopped", List.of(), false)));
        Expect.remedy(MachineLoss.serviceGoesOn(off), "lxc start web2");
        assertThat(MachineLoss.serviceGoesOn(off).remedy().es()).isEqualTo("web2 está apagado en otra máquina: lxc start web2");

        var all = List.of("web1", "web2", "backup1", "backup2");
        var none = new Scene().serve(20, "web1", "web2");
        all.forEach(name -> none.event("poweroff", name));
        none.pass(DETECTION).fail(40, 503, "");
        all.forEach(name -> none.event("poweron", name));
        var alone = new Outage(bad.machine(), all, none.seen(), bad.told(), List.of());
        assertThat(MachineLoss.serviceGoesOn(alone).remedy().en()).contains("different machines").doesNotContain("redispatch");
    }
}
