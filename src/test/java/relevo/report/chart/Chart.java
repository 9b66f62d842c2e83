package relevo.report.chart;

import java.util.List;
import relevo.words.Text;

/**
 * A chart, laid out: what {@code chart.jte} draws. Colours are the style's, by class.
 *
 * @param title   above it
 * @param summary what a reader who cannot see it is told
 * @param viewBox of the drawing; everything below is in its units, of which one is about a pixel
 * @param shapes  in the order in which they are painted
 * @param labels  over the shapes
 * @param legend  what the classes mean
 * @param key     what numbered marks stand for; empty when the marks carry their text
 */
public record Chart(Text title, Text summary, String viewBox, List<Shape> shapes, List<Label> labels, List<Entry> legend, List<Text> key) {

    /** A path, and the class that gives it its colours. */
    public record Shape(String css, String path) {
    }

    /** Words at a place; {@code anchor} as in SVG. */
    public record Label(String css, double x, double y, String anchor, Text text) {
    }

    /** A swatch, drawn in 24 by 12, and its meaning. */
    public record Entry(Shape swatch, Text name) {
    }

    /** What stands for an image in words, in both languages: an attribute cannot be switched. */
    public String spoken() {
        return title.es() + ". " + summary.es() + " · " + title.en() + ". " + summary.en();
    }

    /** A coordinate as it is written. */
    public String at(double coordinate) {
        return Trace.coordinate(coordinate);
    }
}
