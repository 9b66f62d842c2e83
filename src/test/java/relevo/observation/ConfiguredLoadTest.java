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
        return load(connectMs, true, maxconn);
    }

    private static ConfiguredLoad load(double connectMs, boolean checked, OptionalLong... maxconn) {
        return new ConfiguredLoad(List.of(), Stream.of(maxconn).map(most -> new Place("main/web", most, "haproxy.cfg:9", checked)).toList(),
                OptionalLong.empty(), "", OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(connectMs), 4);
    }

    @Test
    @DisplayName("while servers are gone half of production's places may wait to connect, where that takes long and the places are counted")
    void whileServersAreGone() {
        var ten = OptionalLong.of(10);

        assertThat(load(5_000, OptionalLong.of(20), OptionalLong.of(20)).lightWhileServersAreGone(40)).as("each waits twice").isEqualTo(2);
        assertThat(load(5_000, OptionalLong.of(1_000), ten).lightWhileServersAreGone(40)).isEqualTo(40);
        assertThat(load(5_000, OptionalLong.of(1), OptionalLong.of(1)).lightWhileServersAreGone(40)).as("somebody must come").isEqualTo(1);
        assertThat(load(5_000, ten, OptionalLong.empty()).lightWhileServersAreGone(40)).as("nobody waits in a queue").isEqualTo(40);
        assertThat(load(1_000, ten, ten).lightWhileServersAreGone(40)).isEqualTo(40);
        assertThat(load(1_000, false, ten, ten).lightWhileServersAreGone(40)).as("nobody checks them: each try waits").isEqualTo(2);
        assertThat(ConfiguredLoad.UNKNOWN.lightWhileServersAreGone(40)).isEqualTo(40);
    }

    @Test
    @DisplayName("those who wait for servers that are gone keep a rule true that looks at what is open, as long as all their tries take")
    void lingering() {
        assertThat(ruled(5_000, LoadUnit.CONNECTIONS).lingerMs()).isEqualTo(20_000);
        assertThat(ruled(5_000, LoadUnit.SESSIONS_PER_SECOND, LoadUnit.QUEUED).lingerMs()).isEqualTo(20_000);
        assertThat(ruled(1_000, LoadUnit.CONNECTIONS).lingerMs()).isZero();
        assertThat(ruled(5_000, LoadUnit.SESSIONS_PER_SECOND, LoadUnit.SERVERS).lingerMs()).isZero();
        assertThat(ConfiguredLoad.UNKNOWN.lingerMs()).isZero();
    }

    private static ConfiguredLoad ruled(double connectMs, LoadUnit... units) {
        var rules = Stream.of(units).map(unit -> new LoadRule("fetch", "gt", 10, unit, "more", true, "haproxy.cfg:5")).toList();
        return new ConfiguredLoad(rules, List.of(), OptionalLong.empty(), "", OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(connectMs), 3);
    }
}
