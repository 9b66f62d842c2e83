package relevo.substrate.vagrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.machine.Progress;
import relevo.verdict.CannotStart;

class VagrantTest {

    @TempDir
    private Path folder;

    @Test
    void everyMachineOfTheFileIsReadWhateverItsState() {
        var states = Vagrant.readStates("""
                1795767175,vm1,metadata,provider,libvirt
                1795767175,vm1,provider-name,libvirt
                1795767175,vm1,state,running
                1795767175,vm1,state-human-short,running
                1795767175,vm1,state-human-long,The Libvirt domain is running. To stop this machine%!(VAGRANT_COMMA) you can run
                1795767175,vm 2'x,state,not_created
                1795767175,b%!(VAGRANT_COMMA)c,state,shutoff
                1795767175,,ui,info,Current machine states:\\n\\nvm1   running (libvirt)
                """);

        assertThat(states).containsExactly(entry("vm1", "running"), entry("vm 2'x", "not_created"), entry("b,c", "shutoff"));
        assertThat(Vagrant.isRunning(states.get("vm1"))).isTrue();
        assertThat(Vagrant.exists(states.get("vm 2'x"))).isFalse();
    }

    @Test
    void whatAVagrantfilePrintsIsPassedOver() {
        assertThat(Vagrant.readStates("hello\n,,,\n1,2\nstate,state\n\u001b]0;x\u0007\n1,vm1,state\n")).isEmpty();
        assertThat(Vagrant.readPorts("1,vm1,forwarded_port,x,80\n1,vm1,forwarded_port,80\n1,vm1,forwarded_port,80,999999\n")).isEmpty();
    }

    @Test
    void forwardedPortsAreReadByThePortOfTheMachine() {
        assertThat(Vagrant.readPorts("""
                1795767175,,ui,info,The forwarded ports for the machine are listed below.
                1795767175,,ui,info,    22 (guest) => 2222 (host)
                1795767175,vm1,forwarded_port,22,2222
                1795767175,vm1,forwarded_port,80,8090
                """)).containsExactly(entry(22, 2222), entry(80, 8090));
    }

    @Test
    void runsBehindItsPrefixWithExactlyTheseWords() throws IOException {
        assertThat(vagrant("printf '%s\\n' \"$PWD\" \"$WORD\" \"$@\"").sshConfig(List.of("vm1", "vm 2'x")).lines())
                .containsExactly(folder.toString(), "said", "vagrant", "ssh-config", "vm1", "vm 2'x");
    }

    @Test
    void aProviderThatCannotTellItsPortsIsNoError() throws IOException {
        assertThat(vagrant("echo The docker provider does not support listing forwarded ports. >&2; exit 1").ports("vm1")).isEmpty();
        assertThat(vagrant("echo \"1,$4,forwarded_port,80,8080\"").ports("vm1")).contains(Map.of(80, 8080));
    }

    @Test
    void aComplaintCannotActOnATerminal() throws IOException {
        assertThatThrownBy(vagrant("printf '\\033]0;owned\\007\\033[31mred\\033[0m \\302\\233 end\\n' >&2; exit 1")::states)
                .isInstanceOf(CannotStart.class).hasMessageContaining("·]0;owned·red · end").hasMessageNotContaining("\u001b");
    }

    @Test
    void aVagrantThatIsNotInstalledIsToldWithTheRemedy() throws IOException {
        assertThatThrownBy(vagrant("echo 'bwrap: execvp vagrant: No such file or directory' >&2; exit 1")::states)
                .isInstanceOf(CannotStart.class).hasMessageContaining("infra/setup --vagrant");
    }

    /** Behind a prefix that is a script. */
    private Vagrant vagrant(String script) throws IOException {
        var prefix = Files.writeString(folder.resolve("prefix"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(prefix, PosixFilePermissions.fromString("rwx------"));
        return new Vagrant(folder, List.of(prefix.toString()), Map.of("WORD", "said"), new Progress());
    }
}
