package relevo.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.testing.Scene;

class RecoveryTest {

    /** What p95 may be in a run of {@link Scene}. */
    private static final double LIMIT = AcceptedLimits.p95Ms(new Scene().run("recovery", 1, 0, 0));

    private static Scene light() {
        return new Scene().every(100).taking(60);
    }

    @Test
    @DisplayName("light load that is healthy from its beginning needed no time")
    void atOnce() {
        assertThat(Recovery.ms(light().serve(20, "web1", "web2").run("recovery"))).hasValue(0);
        assertThat(Recovery.ms(light().taking(LIMIT).serve(20, "web1", "web2").run("recovery"))).hasValue(0);
    }

    @Test
    @DisplayName("recovery counts to the end of the last half second with a failure or a p95 above the limit")
    void after() {
        assertThat(Recovery.ms(light().fail(1, 503, "").serve(19, "web1", "web2").run("recovery"))).hasValue(500);
        assertThat(Recovery.ms(light().serve(4, "web1").fail(3, 503, "").serve(13, "web1", "web2").run("recovery"))).hasValue(1_000);
        assertThat(Recovery.ms(light().taking(LIMIT + 1).serve(7, "web1").taking(60).serve(13, "web1", "web2").run("recovery"))).hasValue(1_000);
    }

    @Test
    @DisplayName("a failure in the last half second is no recovery, nor is a run without answers")
    void never() {
        assertThat(Recovery.ms(light().serve(19, "web1", "web2").fail(1, 503, "").run("recovery"))).isEmpty();
        assertThat(Recovery.ms(new Scene().run("recovery"))).isEmpty();
    }
}
