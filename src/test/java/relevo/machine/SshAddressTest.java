package relevo.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SshAddressTest {

    @Test
    void readsEachMachineOfWhatVagrantPrints() {
        var addresses = SshAddress.parse("""
                Host node1
                  HostName 192.168.121.10
                  User vagrant
                  Port 22
                  UserKnownHostsFile /dev/null
                  IdentityFile "/home/a student/.vagrant/machines/node1/libvirt/private_key"
                  LogLevel FATAL

                Host node2
                  HostName 127.0.0.1
                  User vagrant
                  Port 2200
                  IdentityFile /srv/key2
                """);

        assertThat(addresses).containsExactly(
                new SshAddress("node1", "192.168.121.10", 22, "vagrant", Path.of("/home/a student/.vagrant/machines/node1/libvirt/private_key")),
                new SshAddress("node2", "127.0.0.1", 2200, "vagrant", Path.of("/srv/key2")));
    }

    @Test
    void nothingRunsNothingIsRead() {
        assertThat(SshAddress.parse("")).isEmpty();
    }
}
