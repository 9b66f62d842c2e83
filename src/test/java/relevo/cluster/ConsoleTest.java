package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static relevo.testing.TwoMachines.BACKUP1;
import static relevo.testing.TwoMachines.WEB1;
import static relevo.testing.TwoMachines.WEB2;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.testing.TwoMachines;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

class ConsoleTest {

    @TempDir
    private Path folder;

    private TwoMachines machines;
    private Console console;

    @BeforeEach
    void begin() {
        machines = new TwoMachines(folder.resolve("journal"));
        console = machines.cluster().console();
    }

    @Test
    @DisplayName("a server is stopped and started through its own machine's manager; it is in the journal before and not any more afterwards")
    void stopAndStart() {
        console.stop(WEB2);
        assertThat(machines.told()).containsExactly("[START web2] node2: stop web2");
        assertThat(console.isOff(WEB2)).isTrue();
        assertThat(console.isOff(WEB1)).isFalse();
        assertThat(machines.journal()).isEqualTo("START web2");

        console.start(WEB2);
        assertThat(machines.told()).last().isEqualTo("[START web2] node2: start web2");
        assertThat(machines.status()).containsEntry("web2", "Running");
        assertThat(console.isOff(WEB2)).isFalse();
        assertThat(machines.journal()).isEmpty();
    }

    @Test
    @DisplayName("one that was stopped and then killed is on again once it was started: nothing is left to be undone")
    void twice() {
        console.stop(WEB1);
        console.kill(WEB1);

        console.start(WEB1);

        assertThat(machines.status()).containsEntry("web1", "Running");
        assertThat(console.standing()).isEmpty();
        assertThat(machines.journal()).isEmpty();
    }

    @Test
    @DisplayName("servers on several machines are stopped together")
    void several() {
        console.stop(List.of(WEB1, WEB2));

        assertThat(machines.told()).containsExactlyInAnyOrder("[START web1, START web2] node1: stop web1", "[START web1, START web2] node2: stop web2");
        assertThat(machines.status()).containsEntry("web1", "Stopped").containsEntry("web2", "Stopped").containsEntry("backup1", "Running");
    }

    @Test
    @DisplayName("a killed server is off")
    void kill() {
        console.kill(BACKUP1);

        assertThat(machines.told()).containsExactly("[START backup1] node2: stop backup1");
        assertThat(console.isOff(BACKUP1)).isTrue();
    }

    @Test
    @DisplayName("starting a frozen server lets its clock go on, and switches nothing on")
    void freeze() {
        console.freeze(WEB1);
        assertThat(machines.told()).containsExactly("[RESUME web1] node1: freeze web1");
        assertThat(console.isFrozen(WEB1)).isTrue();
        assertThat(console.isFrozen(WEB2)).isFalse();

        console.start(WEB1);
        assertThat(machines.told()).hasSize(2).last().isEqualTo("[RESUME web1] node1: unfreeze web1");
        assertThat(console.isFrozen(WEB1)).isFalse();
        assertThat(machines.journal()).isEmpty();
    }

    @Test
    @DisplayName("one that was frozen and then stopped is started: once is enough")
    void frozenAndStopped() {
        console.freeze(WEB1);
        console.stop(WEB1);
        assertThat(machines.status()).containsEntry("web1", "Stopped");

        console.start(WEB1);

        assertThat(machines.status()).containsEntry("web1", "Running");
        assertThat(machines.journal()).isEmpty();
    }

    @Test
    @DisplayName("a machine without power is cut, with all that it carries, and given back with that")
    void cutAndReturn() {
        console.cutPower("node2");
        assertThat(machines.told()).containsExactly("[START web2, START backup1, SWITCH_ON node2] node2: power off");
        assertThat(console.isCut("node2")).isTrue();
        assertThat(console.isCut("node1")).isFalse();
        assertThat(console.isOff(WEB2)).isTrue();

        console.giveBack("node2");
        assertThat(machines.told().get(1)).isEqualTo("[START web2, START backup1, SWITCH_ON node2] node2: power on");
        assertThat(machines.status()).containsEntry("web2", "Running").containsEntry("backup1", "Running");
        assertThat(console.standing()).isEmpty();
        assertThat(machines.journal()).isEmpty();
    }

    @Test
    @DisplayName("a machine that is switched on alone leaves its servers off")
    void switchOn() {
        console.cutPower("node2");

        console.switchOn("node2");

        assertThat(machines.told()).last().asString().endsWith("node2: power on");
        assertThat(machines.status()).containsEntry("web2", "Stopped");
        assertThat(machines.journal()).contains("START web2", "START backup1");
    }

    @Test
    @DisplayName("a machine's clock is stopped and goes on")
    void machineFrozen() {
        console.freeze("node1");
        assertThat(machines.told()).containsExactly("[UNFREEZE node1] node1: clock stopped");

        console.unfreeze("node1");
        assertThat(machines.told()).last().asString().endsWith("node1: clock goes on");
    }

    @Test
    @DisplayName("a server that cannot be started stays in the journal")
    void notStarted() {
        console.stop(WEB1);
        machines.deaf(true);

        assertThatThrownBy(() -> console.start(WEB1)).isInstanceOf(CannotCheck.class);
        assertThat(console.isOff(WEB1)).isTrue();
        assertThat(machines.journal()).isEqualTo("START web1");
    }

    @Test
    @DisplayName("what was done and is not undone is told in words, the last one first")
    void standing() {
        console.stop(WEB1);
        console.freeze(BACKUP1);
        console.freeze("node2");
        console.cutPower("node1");

        assertThat(console.standing()).extracting(Text::en)
                .containsExactly("machine node1 is off", "web1 is off", "haproxy is off", "node2 is frozen", "backup1 is frozen");
        assertThat(console.standing()).extracting(Text::es).startsWith("la máquina node1 está apagada", "web1 está apagado").contains("node2 está congelado");
    }
}
