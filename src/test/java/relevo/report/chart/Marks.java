package relevo.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import relevo.words.Text;

/** Where the labels of vertical lines go so that none covers another: in lanes above the plot, or as numbers when the words need too many. */
final class Marks {

    static final double LANE = 15;
    /** Between a line and its label. */
    static final double OFFSET = 4;

    private static final int MOST_LANES = 4;
    /** Of one character, on the generous side: the font is the reader's. */
    private static final double CHARACTER = 6.7;
    private static final double GAP = 6;

    /** A line at x, told in words. */
    record Mark(double x, Text what, String css) {
    }

    /** A label with its lane, 0 next to the plot. */
    record Placed(Mark mark, Text label, double labelX, String anchor, int lane) {

        /** Whether the label lies across its line, for want of room on either side. */
        boolean across() {
            return labelX != mark.x();
        }
    }

    private final List<Mark> marks;
    private final double width;

    /** Marks of a plot that is so wide. */
    Marks(List<Mark> marks, double width) {
        this.marks = marks.stream().sorted(Comparator.comparingDouble(Mark::x)).toList();
        this.width = width;
    }

    /** The labels, each in the lowest lane where there is room. */
    List<Placed> placed() {
        return numbered() ? place(true) : place(false);
    }

    /** What the numbers mean; empty when the labels are words. */
    List<Text> key() {
        return numbered() ? marks.stream().map(Mark::what).toList() : List.of();
    }

    private boolean numbered() {
        List<Placed> words = place(false);
        return words.stream().anyMatch(placed -> placed.lane() >= MOST_LANES || width(placed.label()) > width);
    }

    /**
     * Labels of the left half run to the right and those of the right half to the left; placed from the middle outwards, so that a line on its way
     * up to its lane meets no label that is there already.
     */
    private List<Placed> place(boolean numbers) {
        int middle = (int) marks.stream().filter(mark -> mark.x() <= width / 2).count();
        List<Placed> placed = new ArrayList<>();
        for (int i = middle - 1; i >= 0; i--) {
            add(placed, i, numbers);
        }
        for (int i = middle; i < marks.size(); i++) {
            add(placed, i, numbers);
        }
        return placed;
    }

    private void add(List<Placed> placed, int i, boolean numbers) {
        Mark mark = marks.get(i);
        Text label = numbers ? Text.same(String.valueOf(i + 1)) : mark.what();
        double wide = width(label);
        boolean ends = mark.x() > width / 2 && mark.x() >= wide;
        double from = ends ? mark.x() - wide : Math.max(0, Math.min(mark.x(), width - wide));
        int lane = 0;
        while (taken(placed, lane, from, from + wide)) {
            lane++;
        }
        placed.add(new Placed(mark, label, ends ? mark.x() : from, ends ? "end" : "start", lane));
    }

    /** Whether a label of this lane is there, or a line on its way up to a higher one. */
    private static boolean taken(List<Placed> placed, int lane, double from, double to) {
        return placed.stream().anyMatch(other -> {
            double begin = other.anchor().equals("start") ? other.labelX() : other.labelX() - width(other.label());
            boolean here = other.lane() == lane && begin < to + GAP && begin + width(other.label()) + GAP > from;
            boolean crossed = other.lane() > lane && other.mark().x() > from - GAP && other.mark().x() < to + GAP;
            return here || crossed;
        });
    }

    private static double width(Text label) {
        return OFFSET + CHARACTER * Math.max(label.es().length(), label.en().length());
    }
}
