package relevo.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.Demand;
import relevo.observation.Demand.Target;

class DemandsTest {

    private static Demand demand(int users, double ramp, long loops, double seconds, double pause, String... paths) {
        return new Demand("g", "ThreadGroup", users, ramp, loops, seconds, pause,
                Arrays.stream(paths.length == 0 ? new String[] {"/"} : paths).map(path -> new Target("http", "h", 80, path)).toList());
    }

    @ParameterizedTest
    @CsvSource({
        // users, ramp, loops, seconds, pause: of one, and of the other
        "100, 10, 1, 0, 0,     150, 15, 1, 0, 0,    true",
        "100, 10, 1, 0, 0,     149, 14.9, 1, 0, 0,  false",
        "100, 10, 1, 0, 0,     100, 15, 1, 0, 0,    true",
        "100, 10, 1, 0, 0,     100, 14, 1, 0, 0,    false",
        "100, 0, 1, 0, 0,      100, 1, 1, 0, 0,     false",
        "100, 0, 1, 0, 0,      100, 20, 1, 0, 0,    true",
        "100, 10, 10, 0, 0,    100, 10, 15, 0, 0,   true",
        "100, 10, 10, 0, 0,    100, 10, 14, 0, 0,   false",
        "100, 10, -1, 0, 0,    100, 10, 1, 0, 0,    true",
        "100, 10, -1, 60, 0,   100, 10, -1, 90, 0,  true",
        "100, 10, -1, 60, 0,   100, 10, -1, 80, 0,  false",
        "100, 10, -1, 60, 0,   100, 10, 5, 0, 0,    true",
        "100, 10, 5, 60, 0,    100, 10, -1, 60, 0,  false",
        "100, 10, 1, 0, 0,     100, 10, 1, 0, 300,  true",
        "100, 10, 1, 0, 200,   100, 10, 1, 0, 299,  false",
        "100, 10, 1, 0, 0,     100, 10, 1, 0, 40,   false",
    })
    @DisplayName("demands differ by half as much again of anything, or by their shape, whichever comes first")
    void amounts(int users, double ramp, long loops, double seconds, double pause, int otherUsers, double otherRamp, long otherLoops, double otherSeconds,
            double otherPause, boolean differ) {
        var one = demand(users, ramp, loops, seconds, pause);
        var other = demand(otherUsers, otherRamp, otherLoops, otherSeconds, otherPause);

        assertThat(Demands.differ(one, other)).isEqualTo(differ);
        assertThat(Demands.differ(other, one)).isEqualTo(differ);
        assertThat(Demands.differ(one, one)).isFalse();
    }

    @Test
    @DisplayName("other pages are another demand; the same ones in another order are not")
    void paths() {
        assertThat(Demands.differ(demand(1, 1, 1, 0, 0, "/"), demand(1, 1, 1, 0, 0, "/big.jpg"))).isTrue();
        assertThat(Demands.differ(demand(1, 1, 1, 0, 0, "/a", "/b"), demand(1, 1, 1, 0, 0, "/b", "/a"))).isFalse();
    }

    @Test
    @DisplayName("one demand handed in many times is one")
    void different() {
        var small = demand(10, 1, 1, 0, 0);
        var large = demand(100, 1, 1, 0, 0);

        assertThat(Demands.different(List.of(small, small, large, small, large))).containsExactly(small, large);
        assertThat(Demands.different(List.of())).isEmpty();
    }
}
