package relevo.substrate.vagrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.verdict.CannotCheck;

class PowerSwitchTest {

    private static final String UUID = "4f6e0c1a-1111-2222-3333-0123456789ab";
    private static final String CONTAINER = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @TempDir
    private Path machines;

    @Test
    void eachProviderHasItsOwnCommands() throws IOException {
        machine("node1", "libvirt", UUID + "\n");
        machine("node2", "virtualbox", UUID);
        machine("node 3", "docker", CONTAINER + "\n");

        assertThat(PowerSwitch.of(machines, "node1").off()).containsExactly("virsh", "-c", "qemu:///system", "destroy", UUID);
        assertThat(PowerSwitch.of(machines, "node1").unfreeze()).containsExactly("virsh", "-c", "qemu:///system", "resume", UUID);
        assertThat(PowerSwitch.of(machines, "node2").freeze()).containsExactly("VBoxManage", "controlvm", UUID, "pause");
        assertThat(PowerSwitch.of(machines, "node2").on()).containsExactly("VBoxManage", "startvm", UUID, "--type", "headless");
        assertThat(PowerSwitch.of(machines, "node 3").off()).containsExactly("docker", "kill", CONTAINER);
        assertThat(PowerSwitch.of(machines, "node 3").on()).containsExactly("docker", "start", CONTAINER);
    }

    @Test
    void aPausedContainerIsNotTakenForAFrozenMachine() throws IOException {
        machine("node1", "docker", CONTAINER);
        var power = PowerSwitch.of(machines, "node1");

        assertThatThrownBy(power::stopClock).isInstanceOf(CannotCheck.class).hasMessageContaining("paused");
        power.letClockGoOn();
    }

    @Test
    void aMachineThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> PowerSwitch.of(machines, "node9")).isInstanceOf(CannotCheck.class).hasMessageContaining("node9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relevo-node1", "1", "--help", UUID + "\nextra", CONTAINER + "0", "4f6e"})
    void aNoteThatCouldMeanSomebodyElsesMachineIsNoId(String forged) throws IOException {
        for (var provider : Provider.values()) {
            machine("node1", provider.word(), forged);
        }

        assertThat(Provider.of(machines, "node1")).isEmpty();
        assertThatThrownBy(() -> PowerSwitch.of(machines, "node1")).isInstanceOf(CannotCheck.class);
    }

    @Test
    void aNoteThatIsALinkOrHugeIsNotRead() throws IOException {
        var elsewhere = Files.writeString(machines.resolve("elsewhere"), CONTAINER);
        Files.createSymbolicLink(Files.createDirectories(machines.resolve("node1/docker")).resolve("id"), elsewhere);
        machine("node2", "docker", CONTAINER + " ".repeat(1000));

        assertThat(Provider.of(machines, "node1")).isEmpty();
        assertThat(Provider.of(machines, "node2")).isEmpty();
    }

    @Test
    void whatTheProviderSaysIsTold() {
        var broken = new PowerSwitch(List.of("sh", "-c", "echo no such domain; exit 1"), List.of("relevo-no-such-program"), List.of(), List.of());

        assertThatThrownBy(broken::cut).isInstanceOf(CannotCheck.class).hasMessageContaining("no such domain");
        assertThatThrownBy(broken::switchOn).isInstanceOf(CannotCheck.class).hasMessageContaining("relevo-no-such-program");
    }

    @Test
    void aMachineThatIsInThatStateAlreadyIsNoError() {
        new PowerSwitch(List.of("sh", "-c", "echo domain is not running; exit 1"), List.of(), List.of(), List.of()).cut();
    }

    private void machine(String name, String provider, String id) throws IOException {
        Files.writeString(Files.createDirectories(machines.resolve(name).resolve(provider)).resolve("id"), id);
    }
}
