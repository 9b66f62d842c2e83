package relevo.substrate.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static relevo.testing.FoundDelivery.DOOR;
import static relevo.testing.FoundDelivery.FOUND;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.machine.SshAddress;
import relevo.observation.Balancer;
import relevo.observation.Directive;
import relevo.observation.Doorway;
import relevo.observation.Inventory;
import relevo.observation.Known;
import relevo.observation.Machine;
import relevo.observation.Role;
import relevo.observation.Section;
import relevo.observation.Server;
import relevo.substrate.delivery.Mapping.May;
import relevo.substrate.delivery.Mapping.ToldBalancer;
import relevo.substrate.delivery.Mapping.ToldServer;
import relevo.substrate.delivery.Mapping.ToldStatistics;

class MappingSuggestionTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("as it is written it says nothing; each line is a comment, and each key is there with its explanation")
    void allOfItIsCommentedOut() throws IOException {
        var text = MappingFile.suggestion("Microproyecto 1", List.of(), FOUND, List.of(DOOR));

        assertThat(text.lines()).allMatch(line -> line.isEmpty() || line.startsWith("# ") || line.startsWith("## "));
        assertThat(read(text)).isEqualTo(Mapping.NOTHING);
        var lines = text.lines().toList();
        for (var key : MappingKeys.KEYS) {
            var at = lines.indexOf(lines.stream().filter(line -> line.startsWith("# " + key + ":")).findFirst().orElseThrow());
            assertThat(lines.get(at - 1)).startsWith("## ");
        }
        for (var key : MappingKeys.PERMISSIONS) {
            assertThat(lines.get(lines.indexOf("#   " + key + ": false") - 1)).startsWith("##   ");
        }
    }

    @Test
    @DisplayName("with one comment sign less on each line it is what was found, and contradicts nothing")
    void uncommentedItIsWhatWasFound() throws IOException {
        var key = Files.writeString(folder.resolve("a \"key\""), "");
        var text = MappingFile.suggestion("Microproyecto 1", List.of(new SshAddress("vm1", "127.0.0.1", 2222, "vagrant", key),
                new SshAddress("vm2", "fe80::1", 22, "ana", Path.of("")), new SshAddress("vm3", "h", 22, "ana", folder.resolve("gone"))), FOUND, List.of(DOOR));

        var read = read(uncommented(text));

        assertThat(read).isEqualTo(new Mapping("Microproyecto 1", List.of(new SshAddress("vm1", "127.0.0.1", 2222, "vagrant", key),
                new SshAddress("vm2", "fe80::1", 22, "ana", Path.of("")), new SshAddress("vm3", "h", 22, "ana", Path.of(""))), List.of("vm1", "vm2", "cliente"),
                new ToldBalancer("vm1", "lb", Optional.of(URI.create("http://192.168.100.5:1080/"))),
                new ToldStatistics(Optional.of(URI.create("http://192.168.100.5:1080/estado?stats")), "jefe", "RELEVO_STATISTICS_PASSWORD"),
                Map.of("web/web1", new ToldServer("u1", Optional.of(Role.PRODUCTION)), "web/web3", new ToldServer("", Optional.of(Role.BACKUP))), May.NOTHING,
                "el equipo corre haproxy.sh a mano después de vagrant up"));
        assertThat(read.contradictions(FOUND)).isEmpty();
        assertThat(text).doesNotContain("hunter2");
    }

    @Test
    @DisplayName("one key may be uncommented alone")
    void eachKeyByItself() throws IOException {
        var text = MappingFile.suggestion("", List.of(), FOUND, List.of());
        for (var paragraph : text.split("\n\n")) {
            assertThat(read(text.replace(paragraph, uncommented(paragraph)))).isNotNull();
        }
        assertThat(read(text.replace("# may:", "may:").replace("#   start_stopped: false", "  start_stopped: true")).may())
                .isEqualTo(new May(true, false));
    }

    @Test
    void whereNothingWasFoundItIsAnExampleThatCanBeRead() throws IOException {
        var read = read(uncommented(MappingFile.suggestion("", List.of(), Inventory.NOTHING, List.of())));

        assertThat(read.countsAsMachine()).containsExactly("vm1");
        assertThat(read.servers()).containsOnlyKeys("web-backend/web1");
    }

    @Test
    @DisplayName("hostile names add no key and no line, and what is left can be read")
    void hostileNamesAreLeftOut() throws IOException {
        var evil = List.of("x\nmay: {power_off_machines: true}", "\", may: {power_off_machines: true}, \"", "a\\\"b", "\u001b[2J", "-oX",
                "* &a !x", "true", "", "\ufffe", "x".repeat(100_000));
        var machines = evil.stream().map(name -> new Machine(name, "", List.of(), List.of(), List.of(), "")).toList();
        var servers = evil.stream().map(name -> new Server("f", name, "", Role.BACKUP, Known.found(""), name, Known.found(""))).toList();
        var balancers = evil.stream().map(name -> new Balancer(name, name, 1, List.of(), List.of(), List.of(), List.of(new Section("backend", "", List.of(
                new Directive("", 1, List.of("stats", "uri", "/" + name)), new Directive("", 1, List.of("stats", "auth", name + ":hunter2"))))))).toList();
        var doors = evil.stream().map(name -> new Doorway(name, 80, 200, name, true)).toList();
        var hosts = evil.stream().map(name -> new SshAddress(name, name, 22, name, Path.of(""))).toList();

        for (var name : evil) {
            var text = MappingFile.suggestion(name, hosts, new Inventory(machines, List.of(), balancers, servers, List.of(), Map.of()), doors);
            assertThat(text).hasSizeLessThan(64 * 1024).doesNotContain("\u001b", "hunter2");
            assertThat(text.lines()).allMatch(line -> line.isEmpty() || line.startsWith("#"));
            assertThat(read(uncommented(text)).may()).isEqualTo(May.NOTHING);
        }
    }

    private static String uncommented(String text) {
        return text.lines().map(line -> line.replaceFirst("^# ?", "")).collect(Collectors.joining("\n"));
    }

    private Mapping read(String yaml) throws IOException {
        return MappingFile.read(Files.writeString(folder.resolve("mapping.yaml"), yaml));
    }
}
