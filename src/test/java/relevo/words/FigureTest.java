package relevo.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void figuresReadAlikeEverywhere() {
        assertThat(Figure.count(1_512)).isEqualTo("1,512");
        assertThat(Figure.seconds(4_160)).isEqualTo("4.2 s");
        assertThat(Figure.percent(1, 8)).isEqualTo("12.5 %");
        assertThat(Figure.percent(0, 0)).isEqualTo("0.0 %");
        assertThat(Figure.probability(3.2e-5)).isEqualTo("3.2e-05");
    }

    @Test
    void aQuoteIsOneLineAndCutOnlyBeyondItsLength() {
        assertThat(Figure.quote(" two\n lines ")).isEqualTo("\"two lines\"");
        assertThat(Figure.quote("x".repeat(120))).isEqualTo("\"" + "x".repeat(120) + "\"");
        assertThat(Figure.quote("x".repeat(121))).isEqualTo("\"" + "x".repeat(120) + "…\"");
    }
}
