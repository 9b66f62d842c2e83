package relevo.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.BackendRow;
import relevo.observation.ServerRow;
import relevo.observation.Snapshot;
import relevo.observation.Statistics;

class FiguresTest {

    private static final OptionalLong NO_LIMIT = OptionalLong.empty();
    private static final Map<String, String> INSTANCES = Map.of("production/s1", "web1", "production/s2", "web2", "production/b1", "backup1",
            "overflow/b1", "backup1");

    private static ServerRow row(String proxy, String name, String status, long sessions) {
        return row(proxy, name, status, sessions, 0, OptionalLong.of(10), 0);
    }

    private static ServerRow row(String proxy, String name, String status, long sessions, long current, OptionalLong limit, long queued) {
        return new ServerRow(proxy, name, "", false, status, current, limit, queued, 0, sessions, 0, 0, 0, "");
    }

    private static Snapshot seen(ServerRow... rows) {
        return new Snapshot(0, new Statistics(List.of(rows), List.of(new BackendRow("production", 7, 99), new BackendRow("overflow", 3, 99))), INSTANCES);
    }

    @Test
    @DisplayName("requests a second are what was counted between two readings")
    void perSecond() {
        var figures = Figures.between(seen(row("production", "s1", "UP", 100), row("production", "s2", "UP", 50)),
                seen(row("production", "s1", "UP", 110), row("production", "s2", "UP", 50)), 0.5);

        assertThat(figures.servers()).containsOnlyKeys("web1", "web2");
        assertThat(figures.servers().get("web1").perSecond()).isEqualTo(20);
        assertThat(figures.servers().get("web2").perSecond()).isZero();
    }

    @Test
    @DisplayName("a balancer that was started anew counts anew, and so does one that a server is new to")
    void startedAnew() {
        var figures = Figures.between(seen(row("production", "s1", "UP", 1_000)), seen(row("production", "s1", "UP", 4), row("production", "s2", "UP", 6)), 2);

        assertThat(figures.servers().get("web1").perSecond()).isEqualTo(2);
        assertThat(figures.servers().get("web2").perSecond()).isEqualTo(3);
    }

    @Test
    @DisplayName("a server in two farms is one: what it does is added up, and what it can do")
    void twoRows() {
        var figures = Figures.between(seen(row("production", "b1", "no check", 5), row("overflow", "b1", "UP", 10)),
                seen(row("production", "b1", "no check", 6, 1, OptionalLong.of(10), 2), row("overflow", "b1", "UP", 13, 4, OptionalLong.of(8), 1)), 1);

        assertThat(figures.servers()).containsExactly(Map.entry("backup1", new Figures.Server("no check", true, 4, 5, OptionalLong.of(18), 3)));
    }

    @Test
    @DisplayName("where one row has no limit there is none")
    void noLimit() {
        var figures = Figures.between(seen(), seen(row("production", "b1", "UP", 0, 0, NO_LIMIT, 0), row("overflow", "b1", "UP", 0)), 1);

        assertThat(figures.servers().get("backup1").slots()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UP, UP, true", "UP 1/3, DOWN, true", "DOWN, UP, true", "no check, DOWN, true", "DOWN, DOWN 1/2, false", "MAINT, DOWN, false"})
    @DisplayName("one that any farm takes for up, or does not look after, is up")
    void up(String one, String other, boolean up) {
        var figures = Figures.between(seen(), seen(row("production", "b1", one, 0), row("overflow", "b1", other, 0)), 1);

        assertThat(figures.servers().get("backup1").up()).isEqualTo(up);
        assertThat(figures.servers().get("backup1").status()).isEqualTo(one);
    }

    @Test
    @DisplayName("a row that is nobody's is left out; what waits is told by the farms, which count their servers' queues themselves")
    void nobodys() {
        var figures = Figures.between(seen(), seen(row("production", "s1", "UP", 0, 0, NO_LIMIT, 4), row("other", "x", "UP", 50)), 1);

        assertThat(figures.servers()).containsOnlyKeys("web1");
        assertThat(figures.queued()).isEqualTo(10);
    }

    @Test
    @DisplayName("as long as nothing was read there is nothing")
    void none() {
        assertThat(Figures.NONE.servers()).isEmpty();
        assertThat(Figures.NONE.queued()).isZero();
    }
}
