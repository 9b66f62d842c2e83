package relevo.measure;

import java.util.List;
import java.util.Optional;

/**
 * Where something stops growing with what drives it: the least-squares fit of y = min(a·x, k), k in the unit of y. The range holds every k whose
 * sum of squared residuals is at most (1 + 1.96² / (n − 1)) times the least: the 95 % profile interval for normal residuals.
 *
 * @param low  least k that the points allow
 * @param best the fitted k
 * @param high most that they allow
 */
public record BrokenStick(double low, double best, double high) {

    private static final int STEPS = 2_000;
    private static final int FEWEST = 5;
    private static final double NORMAL_95 = 1.96;
    /** Points beyond the break that prove it: one alone may be chance. */
    private static final int BEYOND = 2;

    /** A measured pair. */
    public record Point(double x, double y) {
    }

    /**
     * Fits the stick.
     *
     * @param slope a: what y is for each x while it still follows; 1 when both have the same unit
     * @return empty with fewer than five points, or when fewer than two lie beyond the break
     */
    public static Optional<BrokenStick> fit(List<Point> points, double slope) {
        if (points.size() < FEWEST) {
            return Optional.empty();
        }
        double most = points.stream().mapToDouble(p -> slope * p.x()).max().orElse(0);
        double best = most;
        double least = Double.MAX_VALUE;
        for (int i = 1; i <= STEPS; i++) {
            double squares = squares(points, slope, most * i / STEPS);
            if (squares < least) {
                least = squares;
                best = most * i / STEPS;
            }
        }
        double found = best;
        if (points.stream().filter(p -> slope * p.x() > found).count() < BEYOND) {
            return Optional.empty();
        }
        double allowed = least * (1 + NORMAL_95 * NORMAL_95 / (points.size() - 1));
        double low = found;
        double high = found;
        for (int i = 1; i <= STEPS; i++) {
            double k = most * i / STEPS;
            if (squares(points, slope, k) <= allowed) {
                low = Math.min(low, k);
                high = Math.max(high, k);
            }
        }
        return Optional.of(new BrokenStick(low, found, high));
    }

    private static double squares(List<Point> points, double slope, double k) {
        return points.stream().mapToDouble(p -> p.y() - Math.min(slope * p.x(), k)).map(r -> r * r).sum();
    }
}
