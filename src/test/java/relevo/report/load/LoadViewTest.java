package relevo.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.Percentiles;
import relevo.report.load.LoadSummary.Little;
import relevo.report.load.LoadSummary.Scenario;
import relevo.testing.LoadSamples;

class LoadViewTest {

    private static String story(String resource, double holdMs, boolean heldByRequest) {
        var scenario = new Scenario("stress", "open", resource, holdMs, 20, "MaxRequestWorkers 150", 5, 30, 30, 150, 150, 0, 1, new Percentiles(1, 1, 1, 1, 1),
                Optional.empty(), Optional.empty(), List.of(), Map.of(), List.of(), List.of(), List.of(), Optional.empty(), new Little(1, 1, true),
                Optional.empty(), Map.of(), heldByRequest);
        return new LoadView(LoadSamples.empty(), List.of()).story(scenario).en().replace('\u00a0', ' ');
    }

    @Test
    @DisplayName("what kept production busy is said: a resource that takes its time, or the requests themselves; a plain page keeps nobody busy")
    void whatKeptProductionBusy() {
        assertThat(story("/hold/3s", 3_000, false)).contains("It asks for /hold/3s, which takes 3000 ms, for 5.0 s.").doesNotContain("requests that end");
        assertThat(story("/", 3_000, true)).contains("It asks for /, with requests that end 3000 ms after a server has begun with them");
        assertThat(story("/", 0, false)).contains("It asks for / for 5.0 s.");
    }
}
