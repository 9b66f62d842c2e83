package relevo.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import relevo.archive.SavedConfiguration;
import relevo.observation.ConfigurationFile;

class OriginTest {

    @TempDir
    private Path reports;

    private String of(String... texts) {
        new SavedConfiguration(reports).keep(List.of(texts).stream().map(text -> new ConfigurationFile("vm1", "lb", "/etc/a.cfg", text, true, false)).toList());
        return Origin.configuration(true, reports);
    }

    @Test
    @DisplayName("a delivery's load report names the configuration that was in force, and none where none was found; never this project's own")
    void delivery() {
        assertThat(Origin.configuration(true, reports)).isEmpty();
        assertThat(of()).isEmpty();
        assertThat(of("global\n")).matches("[0-9a-f]{12}").isEqualTo(of("global\n")).isNotEqualTo(of("defaults\n")).isNotEqualTo(of("global\n", ""))
                .isNotEqualTo(Origin.configuration(false, reports));
        assertThat(of("stats auth a:b\n")).as("a digest tells nothing of a password").isEqualTo(of("stats auth a:c\n"));
    }

    @Test
    @DisplayName("the reference's is that of its file, as sha256sum prints it")
    void reference() throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of("infra/haproxy.cfg")));
        assertThat(Origin.configuration(false, reports)).isEqualTo(HexFormat.of().formatHex(digest).substring(0, 12));
    }
}
