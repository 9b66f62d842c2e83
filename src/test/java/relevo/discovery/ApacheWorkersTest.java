package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.machine.Command;
import relevo.machine.Script;

/** The script reads files below {@code /proc/PID/root}; here that is written {@code folder/PID/root}. */
class ApacheWorkersTest {

    @TempDir
    private Path folder;

    private String told() {
        var script = Script.text("workers").replace("/proc/$pid/root", folder + "/$pid/root");
        return Command.of("sh", "-c", script, "workers", "7", "8").run().out();
    }

    private Path write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    @DisplayName("the last word of the enabled files counts, as Apache reads them; who says nothing is left out")
    void lastWord() throws IOException {
        write("7/root/etc/apache2/apache2.conf", "Timeout 300\n");
        write("7/root/etc/apache2/mods-available/mpm_event.conf", "<IfModule mpm_event_module>\n\tMaxRequestWorkers\t  150\n</IfModule>\n");
        Files.createDirectories(folder.resolve("7/root/etc/apache2/mods-enabled"));
        Files.createSymbolicLink(folder.resolve("7/root/etc/apache2/mods-enabled/mpm_event.conf"), Path.of("../mods-available/mpm_event.conf"));
        write("8/root/etc/apache2/apache2.conf", "# MaxRequestWorkers 5\n");

        assertThat(told()).isEqualTo("7 150\n");

        write("7/root/etc/apache2/conf-available/mine.conf", "maxclients 64 # few\n");
        Files.createDirectories(folder.resolve("7/root/etc/apache2/conf-enabled"));
        Files.createSymbolicLink(folder.resolve("7/root/etc/apache2/conf-enabled/mine.conf"), Path.of("/etc/apache2/conf-available/mine.conf"));
        assertThat(told()).as("an absolute link is the container's").isEqualTo("7 64\n");
    }

    @Test
    @DisplayName("a machine without Apache is not asked")
    void none() {
        assertThat(ApacheWorkers.on(null, new Probe("docker", List.of(), List.of(), List.of()))).isEmpty();
    }
}
