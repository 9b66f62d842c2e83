package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import relevo.observation.InstanceState;
import relevo.observation.Listener;
import relevo.observation.Member;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.testing.Expect;
import relevo.testing.Scene;
import relevo.verdict.Verdict;

class PlacementTest {

    private static final Set<String> HAPROXIES = Set.of();

    private static final List<Member> MEMBERS = List.of(new Member("n1", "10.0.0.1", "ONLINE"), new Member("n2", "10.0.0.2", "ONLINE"),
            new Member("n3", "10.0.0.3", "ONLINE"));
    private static final Observation LIGHT = new Scene().serve(20, "web1", "web2").seen();

    private static InstanceState container(String name, String member) {
        return new InstanceState(name, member, "container", "Running", List.of("10.1.0.5"), false);
    }

    private static List<InstanceState> good() {
        return new ArrayList<>(List.of(container("haproxy", "n1"), container("web1", "n2"), container("web2", "n3"), container("backup1", "n2"),
                container("backup2", "n3")));
    }

    private static List<InstanceState> with(InstanceState changed) {
        List<InstanceState> instances = good();
        instances.replaceAll(i -> i.name().equals(changed.name()) ? changed : i);
        return instances;
    }

    @Test
    void everyMemberRunsOne() {
        Expect.met(Placement.everyMemberRuns(MEMBERS, good(), false), "n1: haproxy", "n3: web2, backup2");
    }

    @Test
    void standInsAreSaid() {
        Verdict verdict = Placement.everyMemberRuns(MEMBERS, good(), true);

        Expect.met(verdict);
        org.assertj.core.api.Assertions.assertThat(verdict.seen().en()).contains("stand in");
        org.assertj.core.api.Assertions.assertThat(Placement.everyMemberRuns(MEMBERS, good(), false).seen().en()).doesNotContain("stand in");
    }

    @Test
    void anEmptyMemberIsNamed() {
        List<InstanceState> crowded = good().stream().map(i -> container(i.name(), "n1")).toList();
        Verdict verdict = Placement.everyMemberRuns(MEMBERS, crowded, false);

        Expect.notMet(verdict, "n2", "n3");
        Expect.remedy(verdict, "--target n2");
        Expect.notMet(Placement.everyMemberRuns(MEMBERS, List.of(), false), "n1");
    }

    @Test
    void aStoppedContainerOrAVirtualMachineDoesNotCount() {
        Verdict off = Placement.everyMemberRuns(MEMBERS, with(new InstanceState("haproxy", "n1", "container", "Stopped", List.of(), false)), false);
        Expect.notMet(off, "n1", "Stopped");
        Expect.remedy(off, "lxc start haproxy");
        Verdict machine = Placement.everyMemberRuns(MEMBERS, with(new InstanceState("haproxy", "n1", "virtual-machine", "Running", List.of(), false)), false);
        Expect.notMet(machine, "virtual-machine");
        Expect.remedy(machine, "lxc launch … --target n1");
    }

    @Test
    void theRemedyIsThatOfWhatWasSeen() {
        List<Member> evacuated = List.of(new Member("n1", "10.0.0.1:8443", "EVACUATED"));
        Verdict away = Placement.everyMemberRuns(evacuated, List.of(new InstanceState("haproxy", "n1", "container", "Stopped", List.of(), false)), false);
        Expect.couldNotCheck(away, "n1", "EVACUATED", "haproxy container Stopped");
        Expect.remedy(away, "lxc cluster restore n1");

        Verdict off = Placement.everyMemberRuns(MEMBERS, with(new InstanceState("haproxy", "n1", "container", "Stopped", List.of(), false)), false);
        Expect.remedy(off, "lxc start haproxy", "boot.autostart");
        Verdict frozen = Placement.everyMemberRuns(MEMBERS, with(new InstanceState("haproxy", "n1", "container", "Frozen", List.of(), false)), false);
        Expect.remedy(frozen, "lxc start haproxy");
        Verdict twin = Placement.everyMemberRuns(List.of(new Member("n1", "10.0.0.1:8443", "ONLINE")),
                List.of(new InstanceState("lab_web@n1", "n1", "container", "Stopped", List.of(), false)), false);
        assertThat(twin.remedy().es()).startsWith("lxc start --project lab web (en n1); después lxc list.")
                .endsWith("lxc config set --project lab web boot.autostart true (en n1)");
    }

    @Test
    void anOfflineOrUnknownMemberDecidesNothing() {
        List<Member> members = List.of(new Member("n1", "", "ONLINE"), new Member("n9", "", "OFFLINE"));
        Expect.couldNotCheck(Placement.everyMemberRuns(members, good(), false), "n9", "OFFLINE");
        Expect.couldNotCheck(Placement.everyMemberRuns(List.of(), good(), false));
    }

    @Test
    void twoContainersServe() {
        Expect.met(Placement.twoWebServers(LIGHT, good()), "web1 10", "web2 10");
    }

    @Test
    void oneThatNeverAnswersIsNotTwo() {
        Expect.notMet(Placement.twoWebServers(new Scene().serve(20, "web1").seen(), good()), "web2", "20");
    }

    @Test
    void oneOutsideTheClusterIsNotTwo() {
        List<InstanceState> instances = good();
        instances.removeIf(i -> i.name().equals("web2"));
        Verdict verdict = Placement.twoWebServers(LIGHT, instances);

        Expect.notMet(verdict, "web2");
        Expect.remedy(verdict, "lxc list");
        Expect.notMet(Placement.twoWebServers(LIGHT, with(new InstanceState("web2", "n3", "virtual-machine", "Running", List.of(), false))), "virtual-machine");
    }

    @Test
    void oneTheBalancerDoesNotListIsNotTwo() {
        Expect.notMet(Placement.twoWebServers(new Scene().unlisted("web2").serve(20, "web1").seen(), good()), "web2");
        Expect.couldNotCheck(Placement.twoWebServers(new Scene().unlisted("web2").serve(20, "web1", "web2").seen(), good()), "web2");
        Expect.couldNotCheck(Placement.twoWebServers(new Scene().unmapped("web2").serve(20, "web1", "web2").seen(), good()), "prod/web2");
    }

    @Test
    void aSingleProductionServerIsNotTwo() {
        Expect.notMet(Placement.twoWebServers(new Scene().role("web2", Role.BACKUP).serve(20, "web1").seen(), good()), "web1", "1");
    }

    @Test
    void threeServersOfWhichOneIsSickAreStillTwo() {
        Expect.met(Placement.twoWebServers(new Scene().role("web3", Role.PRODUCTION).serve(30, "web1", "web2").seen(), good()), "2");
    }

    @Test
    void tooLittleSeenDecidesNothing() {
        Expect.couldNotCheck(Placement.twoWebServers(new Scene().serve(5, "web1").seen(), good()));
        Expect.couldNotCheck(Placement.twoWebServers(new Scene().serve(20, "web1", "web2").withoutSnapshots(), good()));
        Expect.couldNotCheck(Placement.twoWebServers(LIGHT, List.of()));
        Expect.couldNotCheck(Placement.twoWebServers(new Scene().seen(), good()));
    }

    @Test
    void haproxyRunsAlone() {
        Expect.met(Placement.balancerOfItsOwn(SoftwareTest.good(), HAPROXIES, good(), Scene.ROLES), "haproxy");
    }

    @Test
    void haproxyWithCompanyIsNotMet() {
        List<Listener> listeners = SoftwareTest.good();
        listeners.add(new Listener("haproxy", "apache2", "*", 8080));
        Expect.notMet(Placement.balancerOfItsOwn(listeners, HAPROXIES, good(), Scene.ROLES), "apache2", "haproxy");

        List<Listener> beside = SoftwareTest.good();
        beside.add(new Listener("web1", "haproxy", "*", 81));
        Expect.notMet(Placement.balancerOfItsOwn(beside, HAPROXIES, good(), Scene.ROLES), "web1");
    }

    @Test
    void haproxyOutsideAContainerIsNotMet() {
        List<InstanceState> instances = good();
        instances.removeIf(i -> i.name().equals("haproxy"));
        Expect.notMet(Placement.balancerOfItsOwn(SoftwareTest.good(), HAPROXIES, instances, Scene.ROLES), "haproxy");
        Expect.notMet(Placement.balancerOfItsOwn(SoftwareTest.good(), HAPROXIES, with(new InstanceState("haproxy", "n1", "container", "Stopped", List.of(),
                false)),
                Scene.ROLES), "Stopped");
    }

    @Test
    void aContainerWithoutHaproxyIsNotMet() {
        List<Listener> listeners = SoftwareTest.good();
        listeners.removeIf(l -> l.program().equals("haproxy"));
        Expect.notMet(Placement.balancerOfItsOwn(listeners, HAPROXIES, good(), Scene.ROLES), "HAProxy");

        listeners.add(new Listener("haproxy", "nginx", "*", 80));
        Expect.remedy(Placement.balancerOfItsOwn(listeners, HAPROXIES, good(), Scene.ROLES), "systemctl status haproxy; ");
    }

    @Test
    void anUnknownBalancerDecidesNothing() {
        Expect.couldNotCheck(Placement.balancerOfItsOwn(SoftwareTest.good(), HAPROXIES, good(), Map.of("web1", Role.PRODUCTION)));
        Expect.couldNotCheck(Placement.balancerOfItsOwn(SoftwareTest.good(), HAPROXIES, List.of(), Scene.ROLES));
        Expect.couldNotCheck(Placement.balancerOfItsOwn(List.of(), HAPROXIES, good(), Scene.ROLES), "haproxy");
    }

    @Test
    void haproxyThatRunsAndListensOnNothingRuns() {
        List<Listener> apaches = SoftwareTest.good().stream().filter(listener -> !listener.instance().equals("haproxy")).toList();

        Expect.met(Placement.balancerOfItsOwn(apaches, Set.of("haproxy"), good(), Scene.ROLES));
        Expect.notMet(Placement.balancerOfItsOwn(apaches, HAPROXIES, good(), Scene.ROLES), "haproxy");
        Expect.met(Software.onlyWhatBelongs(apaches, Set.of("haproxy"), Scene.ROLES.keySet(), Scene.ROLES));
        assertThat(Software.onlyWhatBelongs(apaches, HAPROXIES, Scene.ROLES.keySet(), Scene.ROLES).waitsFor()).isEqualTo("G6");
    }
}
