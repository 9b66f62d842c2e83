package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.judge.Membership;
import relevo.judge.Placement;
import relevo.lxd.Lxd;
import relevo.machine.Output;
import relevo.observation.InstanceState;
import relevo.observation.Member;
import relevo.testing.Expect;
import relevo.testing.RecordedNode;
import relevo.verdict.CannotCheck;

/** What LXD and Incus were recorded to say, and what judges make of it. */
class InspectionTest {

    private static final String INSIDE = "";

    @ParameterizedTest
    @CsvSource({"lxd-5.0.2, lxd, 5.0.2", "incus-6.0.4, incus, 6.0.4"})
    @DisplayName("members and instances of a cluster, whichever manager it is")
    void clustered(String recording, String manager, String version) {
        var lxd = new Lxd(RecordedNode.managedBy(recording, "node1"), INSIDE);

        assertThat(lxd.server().path("server").asText()).isEqualTo(manager);
        assertThat(lxd.server().path("server_version").asText()).isEqualTo(version);
        assertThat(lxd.members()).extracting(Member::name, Member::status)
                .containsExactlyInAnyOrder(tuple("node1", "ONLINE"), tuple("node2", "ONLINE"), tuple("node3", "ONLINE"));
        assertThat(lxd.instances()).extracting(InstanceState::name, InstanceState::member, InstanceState::status, InstanceState::type).contains(
                tuple("balancer", "node1", "Running", "container"), tuple("web1", "node2", "Running", "container"));
        assertThat(lxd.instances()).filteredOn(instance -> instance.name().equals("web1")).flatExtracting(InstanceState::addresses).contains("10.57.0.11");
    }

    @Test
    @DisplayName("stand-alone LXDs are told apart from LXDs that cannot be asked: C1 is not met")
    void standAlone() {
        var machines = new Machines(List.of(RecordedNode.managedBy("lxd-5.0.2-alone", "vm1"), RecordedNode.managedBy("lxd-5.0.2-alone", "vm2")), List.of(),
                INSIDE);

        var told = Inspection.membersToldBy(machines);

        assertThat(told).containsOnlyKeys("vm1", "vm2").allSatisfy((machine, members) -> assertThat(members).isEmpty());
        Expect.notMet(Membership.oneStory(told, told.keySet()), "vm1", "vm2");
    }

    @Test
    @DisplayName("a machine whose manager cannot be asked is missing, not without a cluster")
    void silent() {
        var machines = new Machines(List.of(new RecordedNode("vm1")), List.of(), INSIDE);

        assertThat(Inspection.membersToldBy(machines)).isEmpty();
        assertThatThrownBy(() -> machines.anyLxd().members()).isInstanceOf(CannotCheck.class).hasMessageContaining("vm1");
    }

    @Test
    @DisplayName("the first machine that answers is asked, also where the first of all is off")
    void theNextMachine() {
        var machines = new Machines(List.of(new RecordedNode("node0"), RecordedNode.managedBy("lxd-5.0.2", "node1")), List.of(), INSIDE);

        assertThat(machines.anyLxd().members()).hasSize(3);
    }

    @Test
    @DisplayName("an answer that is no JSON names the question")
    void noJson() {
        var lxd = new Lxd(new RecordedNode("vm1").answers(new Output(0, "Ups", ""), "lxc query /1.0"), INSIDE);

        assertThatThrownBy(lxd::members).isInstanceOf(CannotCheck.class).hasMessageContaining("lxc query /1.0").hasMessageContaining("vm1");
    }

    @Test
    @DisplayName("what Incus lists is judged like what LXD lists")
    void judged() {
        var lxd = new Lxd(RecordedNode.managedBy("incus-6.0.4", "node1"), INSIDE);

        Expect.met(Placement.everyMemberRuns(lxd.members(), lxd.instances(), true), "node1: balancer");
    }
}
