package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.ConfiguredLoad;
import relevo.observation.Place;
import relevo.testing.Scene;

class PlacesTest {

    private static final Set<String> PRODUCTION = Set.of("web1", "web2");

    private static Places of(Scene scene, ConfiguredLoad configured) {
        return Places.of(scene.seen().snapshots().get(0), PRODUCTION, configured, Map.of("web2", 64)).orElseThrow();
    }

    private static ConfiguredLoad configured(OptionalLong maxconn, OptionalLong admitted) {
        return new ConfiguredLoad(List.of(), List.of(new Place("prod/web1", maxconn, "haproxy.cfg:98", true),
                new Place("prod/web2", maxconn, "haproxy.cfg:98", true)),
                admitted, "maxconn 200 (haproxy.cfg:3)", OptionalDouble.empty(), OptionalDouble.empty());
    }

    @Test
    @DisplayName("the sum of production's maxconn, and where it stands")
    void limited() {
        var scene = new Scene().limit(10, "web1", "web2", "backup1").initially("web1", "UP");

        assertThat(of(scene, configured(OptionalLong.of(10), OptionalLong.of(5)))).isEqualTo(new Places(20, "maxconn 10 (haproxy.cfg:98)", true));
        assertThat(of(scene, ConfiguredLoad.UNKNOWN)).isEqualTo(new Places(20, "maxconn 10", true));
    }

    @Test
    @DisplayName("one with and one without")
    void mixed() {
        assertThat(of(new Scene().limit(10, "web1").initially("web1", "UP"), ConfiguredLoad.UNKNOWN))
                .isEqualTo(new Places(74, "maxconn 10, MaxRequestWorkers 64", true));
    }

    @Test
    @DisplayName("without any, Apache's workers; or as many as the frontend lets in, where those are fewer")
    void unlimited() {
        assertThat(of(new Scene(), configured(OptionalLong.empty(), OptionalLong.of(2_000)))).isEqualTo(new Places(214, "MaxRequestWorkers 150 + 64", false));
        assertThat(of(new Scene(), configured(OptionalLong.empty(), OptionalLong.of(200)))).isEqualTo(new Places(200, "maxconn 200 (haproxy.cfg:3)", false));
    }

    @Test
    @DisplayName("a production that the statistics do not show has no places")
    void unlisted() {
        assertThat(Places.of(new Scene().unlisted("web1").unlisted("web2").seen().snapshots().get(0), PRODUCTION, ConfiguredLoad.UNKNOWN, Map.of())).isEmpty();
    }
}
