package relevo.load;

import java.net.URI;
import org.apache.jmeter.protocol.java.control.gui.JavaTestSamplerGui;
import org.apache.jmeter.testelement.TestElement;
import us.abstracta.jmeter.javadsl.core.samplers.BaseSampler;

/** {@link HoldingSampler} as the DSL takes it. */
final class HoldingRequest extends BaseSampler<HoldingRequest> {

    private final URI target;
    private final long holdMs;
    private final boolean keepAlive;
    private final Patience patience;

    /** @param holdMs how long it keeps a server busy, ms */
    HoldingRequest(URI target, long holdMs, boolean keepAlive, Patience patience) {
        // A plan cannot be saved without the name of some form; JMeter shows this one.
        super("request", JavaTestSamplerGui.class);
        this.target = target;
        this.holdMs = holdMs;
        this.keepAlive = keepAlive;
        this.patience = patience;
    }

    @Override
    protected TestElement buildTestElement() {
        return new HoldingSampler(target, holdMs, keepAlive, patience);
    }
}
