package relevo.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import relevo.report.chart.Chart.Entry;
import relevo.report.chart.Chart.Label;
import relevo.report.chart.Chart.Shape;
import relevo.words.Text;

/** A chart with two axes, drawn layer by layer; what is added later lies on top. */
public final class Plot {

    private static final double WIDTH = 392;
    private static final double HEIGHT = 190;
    private static final double LEFT = 50;
    private static final double RIGHT = 20;
    private static final double BELOW = 42;
    private static final double TICK_WIDTH = 6.7;

    private final Text title;
    private final Axis x;
    private final Axis y;
    private final List<Shape> layers = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<Entry> legend = new ArrayList<>();
    private final List<Marks.Mark> marks = new ArrayList<>();

    /** An empty one. */
    public Plot(Text title, Axis x, Axis y) {
        this.title = title;
        this.x = x;
        this.y = y;
    }

    /** A value that belongs to another; NaN where there is none. */
    public record Point(double x, double y) {
    }

    /** A line through points, interrupted where there is no value. */
    public Plot line(String css, Text name, List<Point> points) {
        var trace = new Trace();
        boolean pen = false;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            if (Double.isNaN(point.y())) {
                pen = false;
            } else if (pen) {
                trace.line(px(point.x()), py(point.y()));
            } else {
                trace.move(px(point.x()), py(point.y()));
                boolean alone = i + 1 == points.size() || Double.isNaN(points.get(i + 1).y());
                if (alone) {
                    trace.line(px(point.x()), py(point.y())); // A round cap makes it a dot.
                }
                pen = true;
            }
        }
        layers.add(new Shape("line " + css, trace.toString()));
        legend.add(new Entry(new Shape("line " + css, "M1 6L23 6"), name));
        return this;
    }

    /** Points by themselves. */
    public Plot dots(String css, Text name, List<Point> points) {
        var trace = new Trace();
        points.forEach(point -> trace.dot(px(point.x()), py(point.y()), 3.5));
        layers.add(new Shape("dots " + css, trace.toString()));
        legend.add(new Entry(new Shape("dots " + css, new Trace().dot(12, 6, 4).toString()), name));
        return this;
    }

    /**
     * A layer of a stack: columns side by side from {@code below} to {@code below + heights}.
     *
     * @param edges where the columns begin, and where the last one ends; one more than there are heights
     * @return what the next layer stands on
     */
    public double[] stack(String css, Text name, double[] edges, double[] below, double[] heights) {
        double[] above = new double[heights.length];
        Arrays.setAll(above, i -> below[i] + heights[i]);
        var trace = new Trace();
        for (int i = 0; i < heights.length; i++) {
            int last = i;
            while (last + 1 < heights.length && heights[last + 1] > 0 && heights[i] > 0) {
                last++;
            }
            if (heights[i] > 0) {
                columns(trace, edges, below, above, i, last);
            }
            i = last;
        }
        layers.add(new Shape("area " + css, trace.toString()));
        legend.add(new Entry(new Shape("area " + css, new Trace().box(1, 1, 23, 11).toString()), name));
        return above;
    }

    private void columns(Trace trace, double[] edges, double[] below, double[] above, int first, int last) {
        trace.move(px(edges[first]), py(above[first]));
        for (int i = first; i <= last; i++) {
            trace.line(px(edges[i]), py(above[i])).line(px(edges[i + 1]), py(above[i]));
        }
        for (int i = last; i >= first; i--) {
            trace.line(px(edges[i + 1]), py(below[i])).line(px(edges[i]), py(below[i]));
        }
        trace.close();
    }

    /** A range of x, shaded from bottom to top. */
    public Plot band(String css, Text name, double from, double to) {
        layers.add(new Shape("area " + css, new Trace().box(px(from), 0, px(to), HEIGHT).toString()));
        legend.add(new Entry(new Shape("area " + css, new Trace().box(1, 1, 23, 11).toString()), name));
        return this;
    }

    /** A horizontal line across the plot, told at its right end. */
    public Plot level(String css, double value, Text what) {
        layers.add(new Shape("rule " + css, new Trace().move(0, py(value)).line(WIDTH, py(value)).toString()));
        labels.add(new Label("on", WIDTH - 3, py(value) - 5, "end", what));
        return this;
    }

    /** A vertical line, told above the plot. */
    public Plot mark(String css, double at, Text what) {
        marks.add(new Marks.Mark(px(at), what, css));
        return this;
    }

    /**
     * The chart.
     *
     * @param summary what it shows, in words
     */
    public Chart chart(Text summary) {
        var arranged = new Marks(marks, WIDTH);
        List<Marks.Placed> placed = arranged.placed();
        double top = -10 - Marks.LANE * (1 + placed.stream().mapToInt(Marks.Placed::lane).max().orElse(-1));

        List<Shape> shapes = new ArrayList<>();
        List<Label> words = new ArrayList<>();
        grid(shapes, words);
        shapes.addAll(layers);
        shapes.add(new Shape("axis", new Trace().move(0, HEIGHT).line(WIDTH, HEIGHT).toString()));
        for (Marks.Placed mark : placed) {
            double at = -8 - Marks.LANE * mark.lane();
            shapes.add(new Shape("rule " + mark.mark().css(), new Trace().move(mark.mark().x(), mark.across() ? at + 4 : at - 9).line(mark.mark().x(), HEIGHT)
                    .toString()));
            words.add(new Label("flag", mark.labelX() + (mark.across() ? 0 : mark.anchor().equals("start") ? Marks.OFFSET : -Marks.OFFSET), at, mark.anchor(),
                    mark.label()));
        }
        words.add(new Label("unit", -LEFT + 2, top - 4, "start", y.label()));
        words.add(new Label("unit", WIDTH, HEIGHT + 35, "end", x.label()));
        words.addAll(labels);
        String box = "%s %s %s %s".formatted(Trace.coordinate(-LEFT), Trace.coordinate(top - 16), Trace.coordinate(LEFT + WIDTH + RIGHT),
                Trace.coordinate(HEIGHT + BELOW - top + 16));
        return new Chart(title, summary, box, shapes, words, List.copyOf(legend), arranged.key());
    }

    private void grid(List<Shape> shapes, List<Label> words) {
        var lines = new Trace();
        for (Axis.Tick tick : y.ticks()) {
            lines.move(0, py(tick.value())).line(WIDTH, py(tick.value()));
            words.add(new Label("tick", -6, py(tick.value()) + 4, "end", Text.same(tick.label())));
        }
        var stubs = new Trace();
        double free = -LEFT;
        for (Axis.Tick tick : x.ticks()) {
            double at = px(tick.value());
            double half = TICK_WIDTH * tick.label().length() / 2;
            stubs.move(at, HEIGHT).line(at, HEIGHT + 4);
            if (at - half >= free) {
                words.add(new Label("tick", at, HEIGHT + 17, "middle", Text.same(tick.label())));
                free = at + half + TICK_WIDTH;
            }
        }
        shapes.add(new Shape("grid", lines.toString()));
        shapes.add(new Shape("axis", stubs.toString()));
    }

    private double px(double value) {
        return WIDTH * Math.max(0, Math.min(1, x.place().applyAsDouble(value)));
    }

    private double py(double value) {
        return HEIGHT * (1 - Math.max(0, Math.min(1, y.place().applyAsDouble(value))));
    }
}
