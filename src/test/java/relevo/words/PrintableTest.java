package relevo.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u001b", "\u0000", "\r", "\u0007", "\u009b", "\u202e", "\u2066", "\u200b", "\u2063", "\u2028", "\u2029", "\ud800", "\u007f"})
    void whatActsOnATerminalIsADot(String acting) {
        assertThat(Printable.of("web" + acting + "1")).isEqualTo("web·1");
        assertThat(Printable.line("web" + acting + "1")).isEqualTo("web·1");
    }

    @Test
    void lettersOfEveryKindStay() {
        assertThat(Printable.line("señal_Ωж中\ud83d\ude00")).isEqualTo("señal_Ωж中\ud83d\ude00");
    }

    @Test
    void aLineIsOneLineAndShort() {
        assertThat(Printable.of("one\ttwo\nthree")).isEqualTo("one two\nthree");
        assertThat(Printable.line("one\ntwo")).isEqualTo("one·two");
        assertThat(Printable.line("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Printable.line("x".repeat(81))).isEqualTo("x".repeat(79) + "…");
        assertThat(Printable.line("\ud83d\ude00".repeat(1_000))).isEqualTo("\ud83d\ude00".repeat(79) + "…");
    }
}
