package relevo.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import relevo.words.Text;

class PlotTest {

    private static final Text IT = Text.same("it");

    @ParameterizedTest(name = "up to {0}: {1}")
    @DisplayName("ticks are 1, 2 or 5 times a power of ten, begin at 0 and leave room for the most")
    @CsvSource({"0, 0.0 0.2 0.4 0.6 0.8 1.0", "0.03, 0.00 0.01 0.02 0.03", "1, 0.0 0.2 0.4 0.6 0.8 1.0", "7, 0 2 4 6 8", "10, 0 2 4 6 8 10", "10.1, 0 5 10 15",
            "60, 0 20 40 60",
            "2400, '0 500 1000 1500 2000 2500'"})
    void ticks(double most, String labels) {
        Axis axis = Axis.upTo(IT, most, 5);

        assertThat(axis.ticks()).extracting(Axis.Tick::label).containsExactly(labels.split(" "));
        assertThat(axis.place().applyAsDouble(0)).isZero();
        assertThat(axis.place().applyAsDouble(most)).isLessThanOrEqualTo(1);
    }

    @Test
    @DisplayName("a time ends when it is over, between two ticks if need be")
    void over() {
        Axis axis = Axis.over(IT, 24, 8);

        assertThat(axis.ticks()).extracting(Axis.Tick::label).containsExactly("0", "5", "10", "15", "20");
        assertThat(axis.place().applyAsDouble(24)).isEqualTo(1);
    }

    @Test
    @DisplayName("the tail is spread: from 90 to 99 is as long as from 99 to 99.9")
    void tail() {
        Axis axis = Axis.percentiles(IT, 99.9);

        assertThat(axis.ticks()).extracting(Axis.Tick::label).containsExactly("0", "50", "90", "99", "99.9");
        assertThat(axis.place().applyAsDouble(99) - axis.place().applyAsDouble(90))
                .isCloseTo(axis.place().applyAsDouble(99.9) - axis.place().applyAsDouble(99), within(1e-9));
        assertThat(axis.place().applyAsDouble(99.9)).isCloseTo(1, within(1e-9));
        assertThat(Axis.percentiles(IT, 99.95).ticks()).extracting(Axis.Tick::label).endsWith("99.9", "99.99");
    }

    @Test
    @DisplayName("a line is interrupted where there is no value, and a value between two gaps is still seen")
    void gaps() {
        var chart = plot().line("x", IT, List.of(new Plot.Point(0, 0), new Plot.Point(2, 5), new Plot.Point(4, Double.NaN), new Plot.Point(5, 10),
                new Plot.Point(6, Double.NaN))).chart(IT);

        assertThat(path(chart, "line x")).isEqualTo("M0 190L78.4 95M196 0L196 0");
    }

    @Test
    @DisplayName("layers stand on each other")
    void stacked() {
        var plot = plot();
        double[] edges = {0, 5, 10};
        double[] above = plot.stack("low", IT, edges, new double[2], new double[] {2, 4});
        double[] top = plot.stack("high", IT, edges, above, new double[] {0, 5});

        assertThat(top).containsExactly(2, 9);
        assertThat(path(plot.chart(IT), "area high")).as("only over the second column, from 4 to 9 of 10").isEqualTo("M196 19L196 19L392 19L392 114L196 114Z");
    }

    @Test
    @DisplayName("no label of a vertical line lies on another, nor on the way of another's line")
    void marks() {
        var marks = new Marks(List.of(mark(20, 20), mark(40, 15), mark(190, 12), mark(330, 14), mark(350, 18), mark(390, 10)), 392);

        assertThat(marks.key()).isEmpty();
        assertThat(marks.placed()).hasSize(6).allSatisfy(one -> assertThat(marks.placed()).filteredOn(other -> !other.equals(one)).allSatisfy(other -> {
            boolean apart = end(one) < begin(other) || end(other) < begin(one);
            assertThat(apart || one.lane() != other.lane()).as("%s and %s", one, other).isTrue();
            boolean crossed = other.lane() > one.lane() && other.mark().x() > begin(one) && other.mark().x() < end(one);
            assertThat(crossed).as("the line of %s through %s", other, one).isFalse();
        }));
    }

    @Test
    @DisplayName("marks that are too many for words are numbered, and the numbers explained in their order")
    void numbered() {
        var marks = new Marks(IntStream.range(0, 12).mapToObj(i -> mark(30 * i, 22 + i)).toList(), 392);

        assertThat(marks.placed()).extracting(placed -> placed.label().es())
                .containsExactlyInAnyOrder(IntStream.rangeClosed(1, 12).mapToObj(String::valueOf).toArray(String[]::new));
        assertThat(marks.key()).extracting(text -> text.es().length()).containsExactlyElementsOf(IntStream.range(22, 34).boxed().toList());
    }

    private static Plot plot() {
        return new Plot(IT, Axis.over(IT, 10, 5), Axis.upTo(IT, 10, 5));
    }

    private static String path(Chart chart, String css) {
        return chart.shapes().stream().filter(shape -> shape.css().equals(css)).findFirst().orElseThrow().path();
    }

    private static Marks.Mark mark(double x, int letters) {
        char[] word = new char[letters];
        Arrays.fill(word, 'm');
        return new Marks.Mark(x, Text.same(new String(word)), "event");
    }

    private static double begin(Marks.Placed placed) {
        return placed.anchor().equals("start") ? placed.labelX() : placed.labelX() - 6.7 * placed.label().es().length();
    }

    private static double end(Marks.Placed placed) {
        return placed.anchor().equals("end") ? placed.labelX() : placed.labelX() + 6.7 * placed.label().es().length();
    }
}
