package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.Answer;

class RemoteRecorderTest {

    private static final long TOLD_MS = 1_800_000_000_000L;

    @BeforeAll
    static void readProperties() {
        // JMeter's classes ask for them once; the next test class of this JVM would do without.
        assertThat(QuietEngine.properties()).isNotEmpty();
    }

    @ParameterizedTest(name = "a clock that is {0} ms ahead puts a request by at most {1} ms in the wrong place")
    @DisplayName("a server's clock is believed as far as it can be true")
    @CsvSource({"0, 0", "-5000, 3", "5000, 3", "86400000, 3", "40, 40"})
    void clocks(long aheadMs, double wrongMs) {
        RemoteRecorder recorder = new RemoteRecorder(TOLD_MS - 1_000.0, TOLD_MS);

        // Sent 200 and 260 ms after the server was told to begin; on their way back for 90 and 3 ms.
        recorder.received(sample(TOLD_MS + 200 + aheadMs, 50), TOLD_MS + 200 + 50 + 90);
        recorder.received(sample(TOLD_MS + 260 + aheadMs, 80), TOLD_MS + 260 + 80 + 3);

        assertThat(recorder.answers()).extracting(Answer::tookMs).containsExactly(50.0, 80.0);
        assertThat(recorder.answers().get(0).atMs()).isCloseTo(1_200, within(wrongMs));
        assertThat(recorder.answers().get(1).atMs()).isCloseTo(1_260, within(wrongMs));
    }

    private static SampleResult sample(long startMs, long tookMs) {
        SampleResult sample = SampleResult.createTestSample(startMs, startMs + tookMs);
        sample.setResponseCode("200");
        sample.setResponseMessage("OK");
        sample.setResponseHeaders("HTTP/1.1 200 OK\nX-Served-By: web1\n");
        return sample;
    }
}
