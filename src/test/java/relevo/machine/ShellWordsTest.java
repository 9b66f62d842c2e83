package relevo.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain", "two words", "it's", "$HOME `id` \"x\"", "; rm -rf /nowhere", "line\nbreak", "*", ""})
    void aShellHandsEachWordOnAsItIs(String word) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", ShellWords.quoted("printf", "%s", word)).start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(word);
        assertThat(process.waitFor()).isZero();
    }
}
