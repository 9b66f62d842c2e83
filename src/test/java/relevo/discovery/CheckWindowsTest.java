package relevo.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.Windows;

class CheckWindowsTest {

    private static Windows of(String text) {
        return new CheckWindows(HaproxyFile.sections("/etc/haproxy/haproxy.cfg", text, Map.of())).windows();
    }

    @Test
    @DisplayName("what HAProxy's and Debian's defaults need is the least, also of quicker checks and of none")
    void shortest() {
        assertThat(of("backend web\n server a 10.0.0.1:80 check inter 500ms fall 2 rise 2\n").detectionMs()).isEqualTo(20_000);
        assertThat(of("backend web\n server a 10.0.0.1:80\n")).isEqualTo(Windows.SHORTEST);
        assertThat(of("backend web\n default-server check inter 30s\n server a 10.0.0.1:80 no-check\n")).isEqualTo(Windows.SHORTEST);
    }

    @Test
    @DisplayName("slow checks need a long window: ten seconds apart, three failures, ten successes")
    void slow() {
        var windows = of("defaults\n timeout connect 5000\nbackend web\n server a 10.0.0.1:80 check inter 10s fall 3 rise 10\n server b 10.0.0.2:80 check\n");

        assertThat(windows.detectionMs()).isEqualTo(10_000 + 3 * (10_000 + 10_000));
        assertThat(windows.returnMs()).isEqualTo(CheckWindows.LONGEST_MS);
        assertThat(windows.source()).isEqualTo("inter 10s fall 3 rise 10 (haproxy.cfg:4)");
    }

    @Test
    @DisplayName("the section's own word counts before what it inherits, and the last of two counts")
    void inherited() {
        var windows = of("defaults\n default-server inter 4s fall 9\n timeout check 1s\nbackend web\n default-server fall 5\n"
                + " server a 10.0.0.1:80 check inter 6000\n");

        assertThat(windows.detectionMs()).isEqualTo(6_000 + 5 * (6_000 + 5_000 + 1_000));
    }

    @Test
    @DisplayName("a configuration without servers has nothing to wait for")
    void none() {
        assertThat(of("defaults\n mode http\n")).isEqualTo(Windows.NONE);
    }

    @Test
    @DisplayName("the longest is two minutes, whatever is written")
    void longest() {
        assertThat(of("backend web\n server a 10.0.0.1:80 check inter 1h fall 999999\n").detectionMs()).isEqualTo(CheckWindows.LONGEST_MS);
        assertThat(of("backend web\n server a 10.0.0.1:80 check inter never fall x\n")).isEqualTo(
                new Windows(20_000, 20_000, "inter never fall x rise 2 (haproxy.cfg:2)"));
    }
}
