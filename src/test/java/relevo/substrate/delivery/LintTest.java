package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.verdict.CannotStart;

class LintTest {

    @TempDir
    private Path root;

    private List<Lint.Finding> lint(String vagrantfile) throws IOException {
        Files.writeString(root.resolve("Vagrantfile"), vagrantfile);
        return Lint.of(new Handover.OfVagrant(root.toRealPath(), root.toRealPath(), "Vagrantfile", List.of()));
    }

    private void finds(String vagrantfile, int line, boolean certain, String what) throws IOException {
        assertThat(lint(vagrantfile)).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(line);
            assertThat(finding.certain()).isEqualTo(certain);
            assertThat(finding.text().en()).startsWith("Vagrantfile:" + line + ": ").contains(what).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
            assertThat(finding.text().es()).startsWith("Vagrantfile:" + line + ": ").isNotEqualTo(finding.text().en())
                    .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        });
    }

    @Test
    void aVagrantfileThatComesUpAnywhereHasNoFindings() throws IOException {
        Files.createDirectories(root.resolve("scripts"));
        Files.writeString(root.resolve("scripts/vm1.sh"), "lxc launch ubuntu:24.04 web1\n# lxc launch images:alpine old\n");

        assertThat(lint("""
                # config.vm.synced_folder "C:/Users/x", "/vagrant"
                =begin
                config.vm.provision "shell", path: "gone.sh"
                =end
                TOKEN = <<-SCRIPT
                  path: "gone.sh"
                  ip: "10.9.9.9"
                SCRIPT
                Vagrant.configure("2") do |config|
                  config.vm.box = "relevo"
                  config.vm.synced_folder ".", "/vagrant"
                  config.vm.synced_folder "made", "/made", create: true
                  config.vm.define "vm1" do |vm1|
                    vm1.vm.hostname = "vm1"
                    vm1.vm.network :private_network, ip: "192.168.56.2"
                    vm1.vm.network "forwarded_port", guest: 80, host: 8080, host_ip: "127.0.0.1"
                    vm1.vm.provision "shell", path: "scripts/vm1.sh"
                    vm1.vm.provision "shell", path: "scripts/#{name}.sh"
                    vm1.vm.provision "shell", path: "https://example.org/x.sh"
                  end
                  config.vm.network "private_network", ip: "192.168.63.#{i}"
                end
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "config.vm.synced_folder 'C:/Users/x/proj', '/vagrant'|a path of Windows",
        "config.vm.synced_folder \"D:\\\\proj\", '/v'|a path of Windows",
        "s.path = \".\\\\scripts\\\\x.sh\"|a path of Windows",
        "config.vm.synced_folder '/home/x/proj', '/v'|author's computer",
        "config.vm.synced_folder('~/proj', '/v')|author's computer",
        "config.vm.provision :shell, :path=>'/Users/x/y.sh'|author's computer",
        "config.vm.provision 'shell', path: 'gone.sh'|is not in the delivery",
        "config.vm.provision 'file', source: 'gone/x.cfg', destination: '/tmp/x'|is not in the delivery",
        "config.vm.synced_folder 'gone', '/v'|is not in the delivery",
        "config.vm.synced_folder '../..', '/v'|leads out",
        "path: '../../../../etc/passwd'|leads out",
        "path: \"\u001b[2Jgone\u202e\"|\"·[2Jgone·\" is not in the delivery"})
    void pathsOfElsewhere(String line, String what) throws IOException {
        finds("\n" + line + "\n", 2, true, what);
    }

    @Test
    void aMissingScriptIsAnsweredWithTheNearest() throws IOException {
        Files.createDirectories(root.resolve("Scripts"));
        Files.writeString(root.resolve("Scripts/VM1.sh"), "");

        finds("path: 'Scripts/vm1.sh'", 1, true, "the nearest name there is \"VM1.sh\"");
    }

    @Test
    void aLinkOutOfTheDeliveryLeadsOut(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("x.sh"), "lxc launch images:alpine x");
        Files.createSymbolicLink(root.resolve("x.sh"), elsewhere.resolve("x.sh"));

        finds("path: 'x.sh'", 1, true, "leads out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.100.4", "192.168.55.4", "192.168.64.4", "172.42.42.4", "193.168.100.4", "10.10.10.#{i}"})
    void addressesThatVirtualBoxRefuses(String address) throws IOException {
        var range = address.replaceFirst("\\.[^.]*$", ".0/24");

        finds("\n\nvm.network :private_network, ip: \"" + address + "\"\n", 3, false, "/etc/vbox/networks.conf: * " + range);
    }

    @Test
    void oneFindingForAllAddressesOutside() throws IOException {
        finds("IP_1 = '192.168.100.2'\nIP_2 = '192.168.100.3'\nip_3: '10.0.5.3'\n", 1, false, "* 192.168.100.0/24 10.0.5.0/24");
    }

    @Test
    void twoMachinesWithOneNameOrAddress() throws IOException {
        finds("a.vm.hostname = 'servidorWeb1'\nb.vm.hostname = 'servidorWeb1'\n", 2, true, "hostname \"servidorWeb1\" is already on line 1");
        finds("{:hostname => 'a', :ip => '192.168.56.2'}, {:hostname => 'b', :ip => '192.168.56.2'}", 1, true, "address \"192.168.56.2\" is already on line 1");
    }

    @Test
    void boxesAndImagesThatMayBeGone() throws IOException {
        finds("config.vm.box = \"ubuntu/focal64\"\nother.vm.box = \"ubuntu/focal64\"", 1, false, "\"ubuntu/focal64\": ubuntu's boxes");
        finds("BOX_IMAGE = 'bento/ubuntu-22.04'", 1, false, "\"bento/ubuntu-22.04\": the public catalogue");
        finds("inline: 'lxc launch ubuntu:18.04 web1 < /dev/null'", 1, false, "\"ubuntu:18.04\": this image");
    }

    @Test
    void imagesOfScriptsAreFoundWhereTheyStand() throws IOException {
        Files.writeString(root.resolve("x.sh"), "#!/bin/sh\nlxc launch -q images:alpine/3.18 web1\n");

        assertThat(lint("path: 'x.sh'")).singleElement().satisfies(finding -> assertThat(finding.text().en()).startsWith("x.sh:2: \"images:alpine/3.18\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000\u0001", "path: \"", "path: '\u0000'", "<<-X", "=begin", "ip: '999.999.999.999'", "path: ''", "synced_folder ''"})
    void whateverIsWrittenIsReadToItsEnd(String text) throws IOException {
        assertThat(lint(text).size()).isLessThanOrEqualTo(1);
    }

    @Test
    void endlessLinesAndManyOfThemTakeNoTime() throws IOException {
        assertThat(lint("path: 'a".repeat(30_000))).hasSizeLessThan(2_000);
        assertThat(lint("<<-X\n".repeat(50_000))).isEmpty();
        assertThat(lint("ip ".repeat(80_000))).isEmpty();
    }

    @Test
    void noVagrantfileIsSaid() {
        assertThatThrownBy(() -> Lint.of(new Handover.OfVagrant(root, root, "Vagrantfile", List.of()))).isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be read");
    }
}
