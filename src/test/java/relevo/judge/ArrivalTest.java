package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.Expect.couldNotCheck;
import static relevo.testing.Expect.met;
import static relevo.testing.Expect.notMet;

import java.util.List;
import org.junit.jupiter.api.Test;
import relevo.observation.BroughtUp;
import relevo.observation.InstanceState;
import relevo.observation.Standing;
import relevo.verdict.Outcome;

class ArrivalTest {

    private static final String COMPLAINT = "\"vagrant up\" ended with status 1: web.sh: line 3: lcx: command not found";
    private static final BroughtUp UP = new BroughtUp(true, "", List.of(), 65_400);
    private static final Standing LISTENS = new Standing(true, 1, 1, "");
    private static final List<InstanceState> INSTANCES = List.of(instance("web1", "Running"), instance("web2", "Running"), instance("spare", "Stopped"));

    private static InstanceState instance(String name, String status) {
        return new InstanceState(name, "vm1", "container", status, List.of(), false);
    }

    @Test
    void upFromNothingWithABalancerThatListensIsMet() {
        met(Arrival.withoutAHand(UP, LISTENS, INSTANCES), "65.4 s: 2");
    }

    @Test
    void machinesThatWereUpAreNotAskedAndTheReasonSaysHowTheyWouldBe() {
        var verdict = Arrival.withoutAHand(BroughtUp.BEFORE, LISTENS, INSTANCES);

        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(verdict.seen().en()).contains("-Drelevo.delivery.up=true", "infra/down");
    }

    @Test
    void anErrorThatLeftMachinesOutIsNotMetHoweverMuchRunsAfterwards() {
        notMet(Arrival.withoutAHand(new BroughtUp(true, COMPLAINT, List.of("vm2", "vm3"), 9_000), LISTENS, INSTANCES), "vm2, vm3", "lcx: command not found");
    }

    @Test
    void anErrorThatLeftNoMachineOutIsForTheTeacher() {
        var verdict = Arrival.withoutAHand(new BroughtUp(true, COMPLAINT, List.of(), 9_000), LISTENS, INSTANCES);

        assertThat(verdict.outcome()).isEqualTo(Outcome.FOR_THE_TEACHER);
        assertThat(verdict.seen().en()).contains("lcx: command not found");
        assertThat(verdict.remedy().en()).contains("vagrant destroy -f", "vagrant up");
    }

    @Test
    void machinesWithoutAContainerAreNotMet() {
        notMet(Arrival.withoutAHand(UP, LISTENS, List.of(instance("spare", "Stopped"))), "65.4 s,");
    }

    @Test
    void aBalancerThatDoesNotListenIsToldByItsOwnRow() {
        assertThat(Arrival.withoutAHand(UP, new Standing(true, 0, 0, "exit-code"), INSTANCES).waitsFor()).isEqualTo("G1.1");
        assertThat(Arrival.withoutAHand(UP, new Standing(true, 1, 0, ""), INSTANCES).waitsFor()).isEqualTo("G1.1");
    }

    @Test
    void aBalancerThatNobodyCouldLookAtDecidesNothing() {
        couldNotCheck(Arrival.withoutAHand(UP, Standing.UNKNOWN, INSTANCES));
    }
}
