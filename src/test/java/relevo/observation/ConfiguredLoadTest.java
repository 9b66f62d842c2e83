package relevo.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfiguredLoadTest {

    private static ConfiguredLoad load(double connectMs, OptionalLong... maxconn) {
        return new ConfiguredLoad(List.of(), Stream.of(maxconn).map(most -> new Place("main/web", most, "haproxy.cfg:9")).toList(), OptionalLong.empty(), "",
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(connectMs));
    }

    @Test
    @DisplayName("while servers are gone half of production's places may wait to connect, where that takes long and the places are counted")
    void whileServersAreGone() {
        var ten = OptionalLong.of(10);

        assertThat(load(5_000, ten, ten).lightWhileServersAreGone(40)).isEqualTo(2);
        assertThat(load(5_000, OptionalLong.of(1_000), ten).lightWhileServersAreGone(40)).isEqualTo(40);
        assertThat(load(5_000, OptionalLong.of(1), OptionalLong.of(1)).lightWhileServersAreGone(40)).as("somebody must come").isEqualTo(1);
        assertThat(load(5_000, ten, OptionalLong.empty()).lightWhileServersAreGone(40)).as("nobody waits in a queue").isEqualTo(40);
        assertThat(load(1_000, ten, ten).lightWhileServersAreGone(40)).isEqualTo(40);
        assertThat(ConfiguredLoad.UNKNOWN.lightWhileServersAreGone(40)).isEqualTo(40);
    }
}
