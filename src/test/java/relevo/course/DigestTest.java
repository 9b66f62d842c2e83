package relevo.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {

    @TempDir
    private Path folder;
    private String before;

    @BeforeEach
    void aDelivery() throws IOException {
        Files.createDirectories(folder.resolve("site"));
        Files.writeString(folder.resolve("Vagrantfile"), "one");
        Files.writeString(folder.resolve("site/index.html"), "two");
        before = digest(true);
    }

    private String digest(boolean up) {
        return Digest.of(new Listed("a", "a", folder, up, Optional.empty()));
    }

    @Test
    @DisplayName("a name, a content, a file more and how it is taken change it")
    void changes() throws IOException {
        assertThat(digest(false)).isNotEqualTo(before);
        Files.writeString(folder.resolve("site/index.html"), "twO");
        var content = digest(true);
        assertThat(content).isNotEqualTo(before);
        Files.move(folder.resolve("site/index.html"), folder.resolve("site/index.htm"));
        assertThat(digest(true)).isNotEqualTo(content).isNotEqualTo(before);
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        assertThat(digest(true)).isNotEqualTo(content);
    }

    @Test
    @DisplayName("times, and what Vagrant and Git leave, do not")
    void stays() throws IOException {
        Files.createDirectories(folder.resolve(".vagrant/machines"));
        Files.writeString(folder.resolve(".vagrant/machines/id"), "x");
        Files.createDirectories(folder.resolve("site/.git"));
        Files.writeString(folder.resolve("site/.git/HEAD"), "x");
        folder.resolve("Vagrantfile").toFile().setLastModified(0);

        assertThat(digest(true)).isEqualTo(before);
    }

    @Test
    @DisplayName("the suite's is that of what looks and measures")
    void suite() {
        assertThat(Digest.ofSuite(Path.of(""))).matches("[0-9a-f]{64}").isEqualTo(Digest.ofSuite(Path.of("").toAbsolutePath()));
    }
}
