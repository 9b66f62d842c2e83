package relevo.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.jmeter.samplers.SampleResult;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleRecorderTest {

    @ParameterizedTest
    @CsvSource({"X-Served-By: web1, 0123456789abcdef0123456789abcdef, web1",
            "Server: Apache, 0123456789abcdef0123456789abcdef, 0123456789abcdef0123456789abcdef",
            "Server: Apache, 0123456789abcdef0123456789abcdeg, ''", "Server: Apache, 0123456789abcdef, ''"})
    @DisplayName("who answered is told by its header, or by a body that only a marker is")
    void server(String header, String body, String server) {
        var sample = new SampleResult();
        sample.setResponseCode("200");
        sample.setResponseHeaders("HTTP/1.1 200 OK\n" + header + "\n");
        sample.setResponseData((body + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(SampleRecorder.answer(sample, 0).server()).isEqualTo(server);
    }
}
