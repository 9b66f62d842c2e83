package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.machine.Command;
import relevo.machine.Output;
import relevo.machine.Script;
import relevo.observation.Program;
import relevo.testing.RecordedNode;

class UnattendedTest {

    @TempDir
    private Path proc;

    @Test
    @DisplayName("what nothing starts is told: neither a unit that is wanted, nor a link of a run level; of a system without systemd nothing is said")
    void script() throws IOException {
        link("1/root/etc/systemd/system/multi-user.target.wants/apache2.service");
        link("2/root/etc/systemd/system/multi-user.target.wants/nginx.service");
        link("3/root/etc/rc2.d/S01apache2");
        Files.createDirectories(proc.resolve("3/root/etc/systemd/system"));
        link("4/root/etc/rc2.d/K01apache2");
        Files.createDirectories(proc.resolve("4/root/etc/systemd/system"));
        Files.createDirectories(proc.resolve("5/root/etc/runlevels"));

        assertThat(told("1", "apache2", "2", "apache2", "3", "apache2", "4", "apache2", "5", "apache2", "6", "apache2")).containsExactly("2", "4");
        assertThat(told()).isEmpty();
    }

    @Test
    @DisplayName("by instance; a web server of the machine itself is nobody's that a run stops, and what else is said is passed over")
    void instances() {
        var probe = new Probe("", List.of(), List.of(), List.of(program("web1", "apache2", 10, 1), program("web1", "apache2", 11, 10),
                program("web2", "nginx", 20, 1), program("", "apache2", 30, 1), program("lb", "haproxy", 40, 1)));
        var said = new Output(0, "10\n30\nx\n99999999999\n", "");
        var node = new RecordedNode("vm1").answers(said, "sh -s -- 20 nginx 10 apache2").answers(said, "sh -s -- 10 apache2 20 nginx");

        assertThat(Unattended.on(node, probe)).containsExactly("web1");
        assertThat(Unattended.on(new RecordedNode("vm1"), new Probe("", List.of(), List.of(), List.of()))).isEmpty();
    }

    private void link(String path) throws IOException {
        Files.createDirectories(proc.resolve(path).getParent());
        Files.createSymbolicLink(proc.resolve(path), Path.of("/nowhere"));
    }

    private List<String> told(String... words) {
        var command = Stream.concat(Stream.of("sh", "-c", Script.text("unattended"), "unattended"), Stream.of(words)).toArray(String[]::new);
        return Command.of(command).with(Map.of("RELEVO_PROC", proc.toString())).run().out().lines().toList();
    }

    private static Program program(String instance, String name, int pid, int parent) {
        return new Program(instance, name, pid, parent, List.of(name), 0, "", List.of());
    }
}
