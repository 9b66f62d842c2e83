package relevo.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.testing.Untrusted;

/** Programs that never stop talking: what a machine says is somebody else's word. */
class HostileCommandTest {

    @ParameterizedTest
    @ValueSource(strings = {"head -c 300000000 /dev/zero | tr '\\000' x", "yes | head -c 300000000", "head -c 300000000 /dev/zero >&2",
        "yes '' | head -c 100000000"})
    @DisplayName("more than anybody reads is not kept, and the program is told to have said too much")
    void bounded(String script) {
        var longest = new AtomicLong();
        var output = Untrusted.read(() -> Command.of("sh", "-c", script).telling(line -> longest.accumulateAndGet(line.length(), Math::max), line -> { }).run())
                .orElseThrow();

        assertThat(output.ok()).isFalse();
        assertThat(output.out().length() + output.err().length()).isLessThan(70_000_000);
        assertThat(longest.get()).isLessThan(70_000_000);
        assertThat(output.complaint()).hasSizeLessThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"printf '\\000\\377\\376'", "printf 'a\\rb\\r\\nc'", "printf ''", "printf '\\n\\n\\n'", "exit 77", "kill -9 $$", "nosuchprogram"})
    @DisplayName("whatever it says is taken")
    void odd(String script) {
        Untrusted.read(() -> Command.of("sh", "-c", script).run()).orElseThrow();
    }
}
