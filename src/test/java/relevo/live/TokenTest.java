package relevo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

    private static final String GUESSED = "aaaaaaaaaaaaaaaaaaaaaaaa";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("a token is made once for a folder, and is the same at the next start")
    void kept() throws IOException {
        var first = Token.in(folder);

        assertThat(first).matches("[\\w-]{20,64}");
        assertThat(Token.in(folder)).isEqualTo(first);
        assertThat(file()).hasContent(first);
    }

    @Test
    @DisplayName("another folder has another one, also one that is not there yet")
    void other() throws IOException {
        assertThat(Token.in(folder.resolve("one/deep"))).isNotEqualTo(Token.in(folder.resolve("two")));
    }

    @Test
    @DisplayName("nobody but its owner can read it, and nothing else is left in the folder")
    void ownersAlone() throws IOException {
        Token.in(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e\u000f\u0010\u0011\u0012\u0013\u0014",
        "aaaaaaaaaaaaaaaaaaaaaaaa/../x", "aaaaaaaaaaaaaaaaaaaaaaaa\nbbbbbbbbbbbbbbbbbbbbbbbb", "ñññññññññññññññññññññññññññ",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    @DisplayName("a spoilt one is replaced, whatever its bytes are")
    void spoilt(String text) throws IOException {
        for (var charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1}) {
            Files.write(file(), text.getBytes(charset));
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));

            var token = Token.in(folder);

            assertThat(token).matches("[\\w-]{20,64}").isNotEqualTo(text.strip());
            assertThat(Token.in(folder)).isEqualTo(token);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw-rw-rw-"})
    @DisplayName("one that others could read or write is replaced")
    void open(String permissions) throws IOException {
        Files.writeString(file(), GUESSED);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

        assertThat(Token.in(folder)).isNotEqualTo(GUESSED);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
    }

    private Path file() {
        return folder.resolve("live-token");
    }
}
