package relevo.substrate.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.verdict.CannotStart;

class NodeFlagsTest {

    @TempDir
    private Path folder;

    @Test
    void theEngineIsSentWhatTheCommandLineWouldSend() {
        var host = new HostConfig();

        NodeFlags.read(Path.of("infra/images/node.flags")).into(host);

        assertThat(host.getCapDrop()).containsExactly(Capability.SYS_RESOURCE);
        assertThat(host.getSecurityOpts()).contains("seccomp=unconfined").noneMatch(option -> option.startsWith("systempaths"));
        assertThat(host.getRawValues()).containsKeys("MaskedPaths", "ReadonlyPaths");
        assertThat(host.getCgroupnsMode()).isEqualTo("private");
        assertThat(host.getPrivileged()).isNull();
    }

    @Test
    void refusesAFlagThatNobodyPassesOn() throws IOException {
        var file = Files.writeString(folder.resolve("node.flags"), "--privileged\n");

        assertThatThrownBy(() -> NodeFlags.read(file)).isInstanceOf(CannotStart.class).hasMessageContaining("--privileged");
    }
}
