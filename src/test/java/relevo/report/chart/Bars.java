package relevo.report.chart;

import java.util.ArrayList;
import java.util.List;
import relevo.report.chart.Chart.Label;
import relevo.report.chart.Chart.Shape;
import relevo.words.Text;

/** How many there are of each kind: a bar for each, its name above it, its number at its end. */
public final class Bars {

    private static final double WIDTH = 462;
    private static final double LONGEST = 390;
    private static final double PITCH = 38;
    private static final int NAME = 62;

    private Bars() {
    }

    /**
     * One kind.
     *
     * @param name   in full
     * @param value  0 or more
     * @param figure the value as it is written
     */
    public record Bar(String name, double value, String figure) {
    }

    /** The chart, in the order of the bars. */
    public static Chart chart(Text title, Text summary, String css, List<Bar> bars) {
        double most = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        var trace = new Trace();
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double y = PITCH * i + 20;
            double end = Math.max(2, LONGEST * bar.value() / Math.max(most, Double.MIN_NORMAL));
            trace.box(0, y, end, y + 13);
            labels.add(new Label("flag", 0, y - 6, "start", Text.same(shortened(bar.name()))));
            labels.add(new Label("value", end + 6, y + 11, "start", Text.same(bar.figure())));
        }
        String box = "0 0 %s %s".formatted(Trace.coordinate(WIDTH), Trace.coordinate(PITCH * bars.size() + 4));
        return new Chart(title, summary, box, List.of(new Shape("area " + css, trace.toString())), labels, List.of(), List.of());
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= NAME ? name : name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "…";
    }
}
