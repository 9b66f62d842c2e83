package relevo.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.archive.SavedConfiguration;
import relevo.observation.ConfigurationFile;

class BroughtTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("configurations and pages are kept, without passwords, and nothing else")
    void keeps() throws IOException {
        var delivery = Files.createDirectories(folder.resolve("delivery/haproxy/pages")).getParent().getParent();
        Files.writeString(delivery.resolve("haproxy/haproxy.cfg"),
                "listen stats\n  stats auth admin:secret\nuserlist x\n  user eve insecure-password hidden\n");
        Files.writeString(delivery.resolve("haproxy/pages/503.http"), "HTTP/1.0 503\n\u001b[2J");
        Files.writeString(delivery.resolve("haproxy/pages/index.HTML"), "<p>hola");
        Files.writeString(delivery.resolve("id_rsa"), "key");
        Files.writeString(delivery.resolve("haproxy/big-haproxy.cfg"), "x".repeat(300_000));
        Files.createDirectories(delivery.resolve(".git"));
        Files.writeString(delivery.resolve(".git/haproxy.cfg"), "old");

        Brought.keep(delivery, folder.resolve("reports"));

        var brought = Brought.in(folder.resolve("reports"));
        assertThat(brought).containsOnlyKeys("haproxy.cfg", "pages");
        assertThat(brought.get("haproxy.cfg")).contains("stats auth admin:***", "insecure-password ***")
                .doesNotContain("secret", "hidden", "old", "xxx");
        assertThat(brought.get("pages")).contains("HTTP/1.0 503", "<p>hola").doesNotContain("\u001b");
        assertThat(List.of(folder.resolve("reports/brought").toFile().list())).containsExactlyInAnyOrder("haproxy.cfg", "pages");
    }

    @Test
    @DisplayName("what HAProxy ran with counts, not what lies in a folder")
    void inForce() throws IOException {
        var delivery = Files.createDirectories(folder.resolve("delivery"));
        Files.writeString(delivery.resolve("haproxy.cfg"), "of a folder");
        Brought.keep(delivery, folder.resolve("reports"));
        new SavedConfiguration(folder.resolve("reports")).keep(List.of(
                new ConfigurationFile("vm1", "lb", "/etc/haproxy/haproxy.cfg", "in force", true, false)));

        assertThat(Brought.in(folder.resolve("reports"))).isEqualTo(Map.of("haproxy.cfg", "in force"));
    }

    @Test
    @DisplayName("where nothing was kept there is nothing; a file that lists machines brings nothing")
    void nothing() throws IOException {
        Brought.keep(Files.writeString(folder.resolve("ssh_config"), ""), folder.resolve("reports"));

        assertThat(Brought.in(folder.resolve("reports"))).isEmpty();
    }
}
