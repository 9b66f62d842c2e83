package relevo.report.picture;

import relevo.report.chart.Chart.Shape;

/** The outlines that a picture is made of. */
final class Shapes {

    private static final int ARROW = 7;

    private Shapes() {
    }

    static Shape box(String css, int x, int y, int width, int height, int corner) {
        return new Shape(css, corner == 0 ? "M%d %dh%dv%dh%dZ".formatted(x, y, width, height, -width)
                : ("M%1$d %2$dh%3$da%5$d %5$d 0 0 1 %5$d %5$dv%4$da%5$d %5$d 0 0 1 -%5$d %5$d"
                        + "h-%3$da%5$d %5$d 0 0 1 -%5$d -%5$dv-%4$da%5$d %5$d 0 0 1 %5$d -%5$dZ")
                                .formatted(x + corner, y, width - 2 * corner, height - 2 * corner, corner));
    }

    static Shape across(String css, int from, int to, int y) {
        return new Shape(css, "M%d %dH%d".formatted(from, y, to));
    }

    static Shape down(String css, int x, int from, int to) {
        return new Shape(css, "M%d %dV%d".formatted(x, from, to));
    }

    /** Its point at x; towards the left when that is where it leads. */
    static Shape arrowhead(String css, int x, int y, boolean leftwards) {
        int back = leftwards ? ARROW : -ARROW;
        return new Shape(css, "M%d %dl%d -4v8Z".formatted(x, y, back));
    }

    /** A screen on its foot. */
    static Shape screen(int x, int y) {
        return new Shape("host", "M%d %dh36v22h-36ZM%d %dv6M%d %dh20".formatted(x, y, x + 18, y + 22, x + 8, y + 28));
    }
}
