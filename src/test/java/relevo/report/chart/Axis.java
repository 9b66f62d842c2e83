package relevo.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import relevo.words.Figure;
import relevo.words.Text;

/**
 * One direction of a chart.
 *
 * @param label what is measured, with its unit
 * @param place of a value, from 0 at the beginning of the axis to 1 at its end
 * @param ticks ascending
 */
public record Axis(Text label, DoubleUnaryOperator place, List<Tick> ticks) {

    /** A value that is written beside the axis. */
    public record Tick(double value, String label) {
    }

    /** From 0 to the first tick that is no less than {@code most}; ticks at 1, 2 or 5 times a power of ten, about {@code count} of them. */
    public static Axis upTo(Text label, double most, int count) {
        double end = most > 0 ? most : 1;
        double step = step(end / count);
        int last = (int) Math.ceil(end / step - 1e-9);
        return linear(label, step, last, step * last);
    }

    /** From 0 to {@code end} exactly, for a time that is over then. */
    public static Axis over(Text label, double end, int count) {
        double step = step(end / count);
        return linear(label, step, (int) Math.floor(end / step + 1e-9), end);
    }

    /**
     * Percentiles, spread by 1 / (1 − p): from 90 to 99 is as long as from 99 to 99.9.
     *
     * @param highest below 100; the axis ends at the first 1 − 10⁻ⁿ that is no less
     */
    public static Axis percentiles(Text label, double highest) {
        double end = Math.max(2, Math.ceil(nines(highest) - 1e-6));
        List<Tick> ticks = new ArrayList<>(List.of(new Tick(0, "0"), new Tick(50, "50")));
        for (int n = 1; n <= end; n++) {
            double value = 100 - 100 * Math.pow(10, -n);
            ticks.add(new Tick(value, String.format(Locale.ROOT, "%." + Math.max(0, n - 2) + "f", value)));
        }
        return new Axis(label, value -> nines(value) / end, List.copyOf(ticks));
    }

    private static Axis linear(Text label, double step, int last, double end) {
        int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            ticks.add(new Tick(i * step, Figure.grouped(i * step, decimals)));
        }
        return new Axis(label, value -> value / end, List.copyOf(ticks));
    }

    private static double step(double raw) {
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        return power * (lead <= 1 + 1e-9 ? 1 : lead <= 2 + 1e-9 ? 2 : lead <= 5 + 1e-9 ? 5 : 10);
    }

    private static double nines(double percentile) {
        return -Math.log10(1 - percentile / 100);
    }
}
