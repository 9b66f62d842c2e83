package relevo.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import relevo.measure.AcceptedLimits;
import relevo.measure.GeneratorDoubt;
import relevo.measure.History;
import relevo.measure.Saturation;
import relevo.observation.LoadRun;
import relevo.testing.Expect;
import relevo.testing.Scene;
import relevo.timing.Timing;

class StretchedLimitsTest {

    @Test
    void onASlowerSubstrateEveryLimitIsAsManyTimesAsLong() {
        LoadRun run = new Scene().every(20).taking(60).serve(500, "web1", "web2").run("average", 500, 1_500, 0);
        assertThat(GeneratorDoubt.of(run).isPresent()).isTrue();
        assertThat(AcceptedLimits.p95Ms(run)).isEqualTo(300);

        Timing.stretch(6);
        try {
            assertThat(Timing.RELEASE.maxMs()).isEqualTo(30_000);
            assertThat(GeneratorDoubt.of(run).isPresent()).isFalse();
            assertThat(AcceptedLimits.p95Ms(run)).isEqualTo(1_550);
            assertThat(Saturation.of(run, new History(run.seen())).slowMs()).isEqualTo(1_550);
            LoadRun late = new Scene().every(20).taking(60).serve(500, "web1", "web2").run("average", 500, 1_501, 0);
            Expect.couldNotCheck(LoadResponse.healthy(late), "1,501 ms", "1,500 ms");
        } finally {
            Timing.stretch(1);
        }
    }
}
