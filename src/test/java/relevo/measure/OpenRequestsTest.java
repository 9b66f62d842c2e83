package relevo.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import relevo.observation.Answer;

class OpenRequestsTest {

    private static Answer from(double at, double to) {
        return new Answer(at, to - at, 200, "web1", "");
    }

    @Test
    @DisplayName("when there were as many, and for how long at a stretch")
    void stretches() {
        var open = OpenRequests.of(List.of(from(0, 1_000), from(200, 500), from(600, 900), from(2_000, 3_500), from(2_000, 2_400)));

        assertThat(open.reached(1)).hasValue(0);
        assertThat(open.reached(2)).hasValue(200);
        assertThat(open.reached(3)).isEmpty();
        assertThat(open.longestMs(1)).isEqualTo(1_500);
        assertThat(open.longestMs(2)).isEqualTo(400);
        assertThat(open.longestMs(3)).isZero();
    }

    @Test
    @DisplayName("one that takes another's place at the same moment is one and not two")
    void inTurn() {
        var open = OpenRequests.of(List.of(from(0, 100), from(100, 200)));

        assertThat(open.reached(2)).isEmpty();
        assertThat(open.longestMs(1)).isEqualTo(100);
    }
}
