package relevo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import relevo.verdict.CannotCheck;
import relevo.verdict.CannotStart;

/** Reads what a stranger's cluster said: that ends, in a result or in words that the project turns into a verdict. */
public final class Untrusted {

    /** A guard against reading without end, and no measurement: an emulated processor needs some twenty times as long as a real one. */
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final int LONGEST_MESSAGE = 4_000;
    private static final String ACTS = "[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029&&[^\\n]]";

    private Untrusted() {
    }

    /** The result; empty where it was refused in words of the project's own. */
    public static <T> Optional<T> read(Supplier<T> reading) {
        return assertTimeoutPreemptively(LONGEST, () -> {
            try {
                return Optional.of(reading.get());
            } catch (CannotCheck | CannotStart refused) {
                plain(refused.getMessage());
            } catch (IllegalArgumentException refused) {
                assertThat(refused).isExactlyInstanceOf(IllegalArgumentException.class);
                plain(refused.getMessage());
            }
            return Optional.empty();
        });
    }

    /** Fails on a text that is long, or that a terminal would act on. */
    public static void plain(String text) {
        assertThat(text.length()).isLessThanOrEqualTo(LONGEST_MESSAGE);
        harmless(text);
    }

    /** Fails on a text that a terminal would act on. */
    public static void harmless(String text) {
        assertThat(text).doesNotContainPattern(ACTS);
    }
}
