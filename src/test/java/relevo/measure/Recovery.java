package relevo.measure;

import java.util.List;
import java.util.OptionalDouble;
import relevo.observation.LoadRun;

/** How long a system took to be healthy again after an overload. */
public final class Recovery {

    private static final double WINDOW_S = 0.5;

    private Recovery() {
    }

    /**
     * From the beginning of the light load until its answers stayed good and within the run's limit, in steps of half a second, ms.
     *
     * @param after light load that began when the overload ended
     * @return empty when they never did
     */
    public static OptionalDouble ms(LoadRun after) {
        List<Window> windows = Window.of(after, WINDOW_S);
        double limit = AcceptedLimits.p95Ms(after);
        for (int i = windows.size() - 1; i >= 0; i--) {
            if (windows.get(i).failed() > 0 || windows.get(i).p95() > limit) {
                return i == windows.size() - 1 ? OptionalDouble.empty() : OptionalDouble.of((i + 1) * WINDOW_S * 1000);
            }
        }
        return windows.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(0);
    }
}
