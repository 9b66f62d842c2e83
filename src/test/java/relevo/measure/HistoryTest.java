package relevo.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.observation.Observation;
import relevo.observation.ServerState;
import relevo.observation.Windows;
import relevo.testing.Scene;

class HistoryTest {

    private static History of(Scene scene) {
        return new History(scene.seen());
    }

    /** What was seen, with the readings from {@code from} to {@code to} alone. */
    private static History read(Scene scene, int from, int to) {
        Observation seen = scene.seen();
        return new History(new Observation(seen.roles(), seen.answers(), seen.snapshots().subList(from, to), seen.events()));
    }

    @Test
    void readingsBracketWhenTheyTouchTheFirstRequestAndTheLastAnswer() {
        // Readings at 0 and each 250 ms; one request at 250 whose answer is there at 750.
        Scene scene = new Scene().pass(250).every(500).taking(500).serve(1, "web1").pass(250);

        assertThat(read(scene, 1, 4).bracketed()).isTrue();
        assertThat(read(scene, 2, 4).bracketed()).isFalse();
        assertThat(read(scene, 1, 3).bracketed()).isFalse();
    }

    @Test
    void oneReadingBracketsNothing() {
        assertThat(read(new Scene().taking(0).serve(1, "web1"), 0, 1).bracketed()).isFalse();
    }

    @Test
    void aBalancerThatPassesOnNothingButErrorsStillSpeaksHttp() {
        assertThat(of(new Scene().answer(500, "web1", "")).http()).isTrue();
        assertThat(of(new Scene().tcp().serve(4, "web1")).http()).isFalse();
    }

    @Test
    void anErrorThatAServerAnsweredIsARequestThatItServed() {
        assertThat(of(new Scene().serve(3, "web1").answer(500, "web1", "")).served("web1")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"UP 1/3, UP", "DOWN 1/2, DOWN", "no check, UNCHECKED", "MAINT, OTHER", "DRAIN, OTHER"})
    void oneRowIsInTheStateThatItPrints(String status, ServerState state) {
        History history = of(new Scene().initially("web1", status));

        assertThat(history.state(history.first().orElseThrow(), "web1")).isEqualTo(state);
        assertThat(history.state(history.first().orElseThrow(), "web9")).isEqualTo(ServerState.UNLISTED);
    }

    @Test
    void theFirstServedRequestShowsInTheNextReading() {
        History history = of(new Scene().every(250).serve(2, "web1").serve(1, "backup1").serve(2, "web1"));

        assertThat(history.firstServed("backup1")).hasValue(750);
        assertThat(history.firstServed("backup2")).isEmpty();
    }

    @Test
    void servedCountsFromTheLastReadingThatIsNotLater() {
        History history = of(new Scene().every(250).serve(4, "web1"));

        assertThat(history.served("web1", 500)).isEqualTo(2);
        assertThat(history.served("web1", 499)).isEqualTo(3);
    }

    @Test
    void aReadingAtTheMomentOfTheStopShowsNoDetectionYet() {
        History history = of(new Scene().status("web1", "DOWN").pass(250).event("stop", "web1").pass(1_000));

        assertThat(history.detected(List.of("web1"), 250)).isEqualTo(500);
        assertThat(history.detected(List.of("web2"), 250)).isEqualTo(250 + Windows.SHORTEST.detectionMs());
    }

    @Test
    void aServerThatNeverWasOutShowsNoReturn() {
        History history = of(new Scene().status("web1", "DOWN").pass(250).event("start", "web1").status("web1", "UP").pass(1_000));

        assertThat(history.returned(List.of("web1"), 250)).isEqualTo(500);
        assertThat(history.returned(List.of("web2"), 250)).isEqualTo(250 + Windows.SHORTEST.returnMs());
    }

    @Test
    void aCommandBeganAfterWhateverElseWasNotedUpToThen() {
        History history = of(new Scene().pass(20_000).event("answers", "").event("stop", "web1").pass(100).event("stop", "web2").pass(20_000)
                .event("stop", "backup1"));

        assertThat(history.began(history.events().get(1))).isEqualTo(20_000);
        assertThat(history.began(history.events().get(2))).isEqualTo(20_000);
        assertThat(history.began(history.events().get(3))).isEqualTo(40_100 - Windows.SHORTEST.detectionMs());
    }
}
