package relevo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.FaultTrial.Fate;

class FaultStoryTest {

    @ParameterizedTest
    @CsvSource({
        "0, true, true, true, PLAYED",
        "2, false, true, false, PLAYED",
        "3, false, true, true, CHECKS_TOO_SLOW",
        "3, true, true, true, PLAYED",
        "6, true, true, true, PLAYED",
        "3, true, true, false, NO_TIME_LEFT",
        "1, true, false, true, NOT_BACK",
        "4, false, false, false, NOT_BACK",
    })
    @DisplayName("the first three are played whatever the checks need; none while the server is away, and the rest only where it is quick and there is time")
    void whichArePlayed(int before, boolean quick, boolean back, boolean timeLeft, Fate fate) {
        assertThat(FaultStory.fate(before, quick, back, timeLeft)).isEqualTo(fate);
    }
}
