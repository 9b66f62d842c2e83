package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.machine.SshAddress;
import relevo.verdict.CannotStart;

class SshTargetsTest {

    @TempDir
    private Path folder;
    private Path key;

    @BeforeEach
    void aKey() throws IOException {
        key = Files.writeString(Files.createDirectories(folder.resolve("delivery/it's .vagrant")).resolve("private_key"), "key");
        Files.writeString(folder.resolve("id_rsa"), "somebody's");
    }

    @Test
    void machinesAreReadWhateverTheirNames() {
        var config = block("vm1", "127.0.0.1", "2222", "vagrant", key) + block("vm 2'x", "192.168.121.7", "22", "root", key)
                + block("never-asked-for", "example.org", "22", "root", folder.resolve("id_rsa"));

        assertThat(read(config)).extracting(SshAddress::machine, SshAddress::host, SshAddress::port, SshAddress::user)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("vm1", "127.0.0.1", 2222, "vagrant"),
                        org.assertj.core.groups.Tuple.tuple("vm 2'x", "192.168.121.7", 22, "root"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "example.org", "2001:4860:4860::8888", "127.0.0.1.example.org", "0.0.0.0", "-oProxyCommand=x",
            "1234567890", "999.1.1.1"})
    void aHostElsewhereIsNotEntered(String host) {
        assertThatThrownBy(() -> read(block("vm1", host, "22", "vagrant", key))).isInstanceOf(CannotStart.class).hasMessageContaining(host)
                .hasMessageContaining("ssh_config");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "10.1.2.3", "172.16.0.9", "192.168.56.10", "fd00::7"})
    void thisHostAndPrivateNetworksAreNear(String host) {
        assertThat(SshTargets.isNear(host)).isTrue();
    }

    @Test
    void aKeyOfSomebodyElseIsNotUsedAlsoNotThroughALink() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("delivery/link"), folder.resolve("id_rsa"));
        var huge = Files.writeString(folder.resolve("delivery/huge"), "x".repeat(70_000));

        for (var other : List.of(folder.resolve("id_rsa"), link, huge, folder.resolve("delivery/absent"), folder.resolve("delivery"),
                folder.resolve("delivery/../id_rsa"))) {
            assertThatThrownBy(() -> read(block("vm1", "127.0.0.1", "22", "vagrant", other))).isInstanceOf(CannotStart.class)
                    .hasMessageContaining(other.toString());
        }
    }

    @Test
    void whatIsNoConfigurationIsToldWithoutActingOnTheTerminal() {
        assertThatThrownBy(() -> read(block("vm1", "127.0.0.1", "99999999999", "vagrant", key))).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> read(block("vm1", "127.0.0.1", "22", "x\u001b]0;y", key))).isInstanceOf(CannotStart.class).hasMessageContaining("x·]0;y");
        assertThatThrownBy(() -> read("Host vm1\n  User vagrant\n")).isInstanceOf(CannotStart.class);
        assertThat(read("hello\n\n\u0007\n")).isEmpty();
    }

    private List<SshAddress> read(String config) {
        return new SshTargets(List.of(folder.resolve("delivery"), folder.resolve("not-there"))).read(config, List.of("vm1", "vm 2'x"));
    }

    private static String block(String name, String host, String port, String user, Path key) {
        return "Host %s\n  HostName %s\n  User %s\n  Port %s\n  UserKnownHostsFile /dev/null\n  IdentityFile \"%s\"\n  LogLevel FATAL\n\n"
                .formatted(name, host, user, port, key);
    }
}
