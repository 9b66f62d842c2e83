package relevo.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void figuresReadAlikeEverywhere() {
        assertThat(Figure.count(1_512)).isEqualTo("1512");
        assertThat(Figure.seconds(4_160)).isEqualTo("4.2 s");
        assertThat(Figure.percent(1, 8)).isEqualTo("12.5 %");
        assertThat(Figure.percent(0, 0)).isEqualTo("0.0 %");
        assertThat(Figure.probability(3.2e-5)).isEqualTo("3.2e-05");
    }

    @Test
    void thousandsHaveNoSeparatorThatOneLanguageReadsAsADecimalPoint() {
        assertThat(Figure.count(9_999)).isEqualTo("9999");
        assertThat(Figure.count(10_000)).isEqualTo("10\u202f000");
        assertThat(Figure.count(-1_234_567)).isEqualTo("-1\u202f234\u202f567");
        assertThat(Figure.grouped(123_456.789, 3)).isEqualTo("123\u202f456.789");
        assertThat(Figure.grouped(12_345.6, 1)).isEqualTo("12\u202f345.6");
        assertThat(Figure.millis(1_204)).isEqualTo("1204 ms");
        assertThat(Figure.millis(70_204)).isEqualTo("70\u202f204 ms");
    }

    @Test
    void aQuoteIsOneLineAndCutOnlyBeyondItsLength() {
        assertThat(Figure.quote(" two\n lines ")).isEqualTo("\"two lines\"");
        assertThat(Figure.quote("x".repeat(120))).isEqualTo("\"" + "x".repeat(120) + "\"");
        assertThat(Figure.quote("x".repeat(121))).isEqualTo("\"" + "x".repeat(120) + "…\"");
    }
}
