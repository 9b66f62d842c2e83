package relevo.measure;

import java.util.List;
import java.util.Optional;
import relevo.observation.LoadRun;
import relevo.observation.Stage;

/**
 * An open run whose demand grows until the system no longer follows.
 *
 * @param windows    its schedule in seconds
 * @param saturation what it gave at most, requests/s: where good answers stop following the demand; empty when they always followed
 */
public record Ramp(List<Window> windows, Optional<BrokenStick> saturation) {

    private static final double WINDOW_S = 1;
    /** A demand that does not at least double is no ramp. */
    private static final double GROWS = 2;

    /** Of a run whose schedule is one growing stretch. */
    public static Optional<Ramp> of(LoadRun run) {
        if (!run.open() || run.stages().size() != 1 || !grows(run.stages().get(0))) {
            return Optional.empty();
        }
        List<Window> windows = Window.of(run, WINDOW_S).stream().filter(window -> window.fromS() + WINDOW_S <= run.seconds()).toList();
        // An answer comes to an end one service time after its request: it is compared with the demand of then.
        double behind = run.holdMs() / 1000;
        List<BrokenStick.Point> points = windows.stream().filter(window -> window.fromS() >= behind)
                .map(window -> new BrokenStick.Point(Window.arrivals(run.stages(), window.fromS() - behind, window.fromS() + WINDOW_S - behind) / WINDOW_S,
                        window.goodput())).toList();
        return Optional.of(new Ramp(windows, BrokenStick.fit(points, 1)));
    }

    private static boolean grows(Stage stage) {
        return stage.to() >= GROWS * stage.from();
    }

    /** Most good answers in a window, requests/s. */
    public double peak() {
        return windows.stream().mapToDouble(Window::goodput).max().orElse(0);
    }

    /** Good answers in the last window, requests/s. */
    public double last() {
        return windows.isEmpty() ? 0 : windows.get(windows.size() - 1).goodput();
    }
}
