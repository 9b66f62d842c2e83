package relevo.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshConfigTest {

    @TempDir
    private Path home;

    private SshAddress one(String text) {
        return SshConfig.parse("machines", text, Path.of("/srv"), home).addresses().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "HostName 10.0.0.1|10.0.0.1", "hostname=10.0.0.1|10.0.0.1", "HOSTNAME = 10.0.0.1|10.0.0.1", "HostName '10.0.0.1' # here|10.0.0.1",
        "HostName \"10.0.0.1\"|10.0.0.1", "HostName fe80::1%%eth0|fe80::1%eth0", "HostName %h.lan|a.lan", "User x|a", "# HostName b|a",
        "HostName first\\nHostName second|first"})
    void theAddressIsReadInEveryForm(String line, String host) {
        assertThat(one("Host a\n" + line.replace("\\n", "\n")).host()).isEqualTo(host);
    }

    @Test
    void keysAddUpAndOtherValuesAreTakenOnce() {
        var address = one("IdentityFile k0\nHost a\n  IdentityFile '~/k 1'\n  IdentityFile /k2\n  Port 1\n"
                + "Host *\n  IdentityFile k0\n  IdentityFile k3\n  Port 2\n");

        assertThat(address.keys()).containsExactly(Path.of("/srv/k0"), home.resolve("k 1"), Path.of("/k2"), Path.of("/srv/k3"));
        assertThat(address.port()).isEqualTo(1);
    }

    @Test
    void withoutAKeyTheUsualOnesAreOffered() throws IOException {
        assertThat(one("Host a").keys()).isEmpty();
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(home.resolve(".ssh/id_ed25519"), "");

        assertThat(one("Host a").keys()).containsExactly(home.resolve(".ssh/id_ed25519"));
        assertThat(one("Host a\n IdentityFile none").keys()).isEmpty();
    }

    @Test
    void otherNamesOfAMachineAreNoOtherMachines() {
        assertThat(SshConfig.parse("m", "Host a b\n HostName 1.1.1.1\n Port 3\nHost a\n Port 4\n", home, home).addresses())
                .containsExactly(new SshAddress("a", "1.1.1.1", 3, System.getProperty("user.name"), List.of()));
    }

    @Test
    void newsThatVagrantMixesInArePassedOver() {
        assertThat(SshAddress.parse("==> vagrant: A new version is there!\nHost a\n  HostName 1.1.1.1\n  User vagrant\n  IdentityFile /k\n"))
                .containsExactly(new SshAddress("a", "1.1.1.1", 22, "vagrant", Path.of("/k")));
    }

    @Test
    void aQuoteKeepsBlanksAndABackslashOnlyItsOwn() {
        assertThat(ConfigWords.of("a \"b c\"d 'e # f' g\\ h C:\\x \\\"i # j")).containsExactly("a", "b cd", "e # f", "g h", "C:\\x", "\"i");
        assertThat(ConfigWords.of("  ")).isEmpty();
        assertThatThrownBy(() -> ConfigWords.of("a 'b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyThatIsNotThereDoesNotHideTheNext() throws Exception {
        var good = home.resolve("key");
        var made = Command.of("ssh-keygen", "-q", "-t", "ecdsa", "-N", "", "-f", good.toString()).run();
        assertThat(made.ok()).as(made.complaint()).isTrue();

        assertThat(new FileKeyPairProvider(List.of(home.resolve("none"), good)).loadKeys(null)).hasSize(1);
    }
}
