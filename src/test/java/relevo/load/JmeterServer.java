package relevo.load;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.jmeter.engine.RemoteJMeterEngineImpl;
import relevo.timing.Timing;

/**
 * A JMeter server on the suite's own class path, with the suite's own settings of JMeter: it repeats no request, and keeps connections.
 * Takes a port for its RMI registry, a keystore from the environment ({@link RmiKeystore}), and from {@code RELEVO_SLOWNESS} how slow its
 * machine is; ends with its standard input.
 */
public final class JmeterServer {

    /** What it prints once it can be used. */
    static final String READY = "ready";

    private JmeterServer() {
    }

    public static void main(String[] arguments) throws IOException {
        Timing.stretch(Double.parseDouble(System.getenv().getOrDefault("RELEVO_SLOWNESS", "1")));
        // Before any plan from elsewhere: the first is slow, and settles JMeter's properties, most of which are read only once.
        Generator.warmUp();
        QuietEngine.properties().putAll(RmiKeystore.inUse().properties());
        RemoteJMeterEngineImpl.startServer(Integer.parseInt(arguments[0]));
        System.out.println(READY);
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }
}
