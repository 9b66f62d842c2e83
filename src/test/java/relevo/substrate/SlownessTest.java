package relevo.substrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relevo.machine.Command;
import relevo.machine.Output;
import relevo.machine.Progress;
import relevo.timing.Timing;
import relevo.verdict.CannotStart;

class SlownessTest {

    private static final Command SCRIPT = Command.of(Path.of("infra", Slowness.SCRIPT).toAbsolutePath().toString());

    @AfterEach
    void forget() {
        Timing.stretch(1);
    }

    @Test
    void whatIsMeasuredStretchesEveryLimit() {
        Slowness.settle(Settings.from(new Properties()), () -> new Output(0, "7\n", ""), new Progress());

        assertThat(Timing.slowness()).isEqualTo(7);
        assertThat(Timing.RELEASE.maxMs()).isEqualTo(35_000);
    }

    @Test
    void whatIsToldIsNotMeasured() {
        var told = new Properties();
        told.setProperty("relevo.slowness", "2.5");

        Slowness.settle(Settings.from(told), () -> {
            throw new IllegalStateException("measured all the same");
        }, new Progress());

        assertThat(Timing.slowness()).isEqualTo(2.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1.5", "1000", "fast"})
    void anAnswerThatIsNoFactorIsToldWithItsRemedy(String said) {
        assertThatThrownBy(() -> Slowness.settle(Settings.from(new Properties()), () -> new Output(0, said, "as it was seen"), new Progress()))
                .isInstanceOf(CannotStart.class).hasMessageContaining("infra/slowness").hasMessageContaining("as it was seen")
                .hasMessageContaining("-Drelevo.slowness");
    }

    @Test
    void theScriptTakesAFactorAtItsWordAndMeasuresOtherwise() {
        assertThat(SCRIPT.with(Map.of("RELEVO_SLOWNESS", "12")).run().out()).isEqualTo("12\n");
        assertThat(SCRIPT.with(Map.of("RELEVO_SLOWNESS", "")).run().out()).matches("[1-9]\\d{0,2}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "1000", "fast"})
    void theScriptRefusesWhatIsNoFactor(String told) {
        var output = SCRIPT.with(Map.of("RELEVO_SLOWNESS", told)).run();

        assertThat(output.exit()).isEqualTo(2);
        assertThat(output.err()).contains("RELEVO_SLOWNESS=" + told);
    }
}
