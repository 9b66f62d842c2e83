package relevo.substrate.vagrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.verdict.CannotCheck;

class PowerSwitchTest {

    @TempDir
    private Path machines;

    @Test
    void eachProviderHasItsOwnCommands() throws IOException {
        machine("node1", "libvirt", "4f6e\n");
        machine("node2", "virtualbox", "77-aa");

        assertThat(PowerSwitch.of(machines, "node1").off()).containsExactly("virsh", "-c", "qemu:///system", "destroy", "4f6e");
        assertThat(PowerSwitch.of(machines, "node1").unfreeze()).containsExactly("virsh", "-c", "qemu:///system", "resume", "4f6e");
        assertThat(PowerSwitch.of(machines, "node2").freeze()).containsExactly("VBoxManage", "controlvm", "77-aa", "pause");
        assertThat(PowerSwitch.of(machines, "node2").on()).containsExactly("VBoxManage", "startvm", "77-aa", "--type", "headless");
    }

    @Test
    void aMachineThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> PowerSwitch.of(machines, "node9")).isInstanceOf(CannotCheck.class).hasMessageContaining("node9");
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
