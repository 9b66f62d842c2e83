package relevo.judge;

import relevo.observation.Windows;
import relevo.words.Figure;
import relevo.words.Text;

/** How long the balancer's own checks may take, as a sentence that says where the time comes from. */
final class Allowed {

    private Allowed() {
    }

    /** To see that a server ended. */
    static Text detection(Windows windows) {
        return sentence(windows.detectionMs(), windows.source());
    }

    /** To use one again that returned. */
    static Text back(Windows windows) {
        return sentence(windows.returnMs(), windows.source());
    }

    private static Text sentence(double ms, String source) {
        return source.isEmpty()
                ? Text.of("Ventana: %s, lo que necesitan los valores por omisión de HAProxy.", "Window: %s, what HAProxy's defaults need.", Figure.seconds(ms))
                : Text.of("Ventana: %s (%s).", "Window: %s (%s).", Figure.seconds(ms), source);
    }
}
