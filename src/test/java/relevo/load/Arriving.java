package relevo.load;

import java.util.List;
import org.apache.jmeter.samplers.RemoteSampleListener;
import org.apache.jmeter.samplers.SampleEvent;
import org.apache.jmeter.samplers.SampleListener;
import org.apache.jmeter.testelement.TestStateListener;

/**
 * What comes in from a server, for everyone here who wants it, in this order.
 *
 * @param begun called when the server begins
 */
record Arriving(Runnable begun, List<? extends SampleListener> samples, List<? extends TestStateListener> states) implements RemoteSampleListener {

    @Override
    public void processBatch(List<SampleEvent> events) {
        events.forEach(this::sampleOccurred);
    }

    @Override
    public void sampleOccurred(SampleEvent event) {
        samples.forEach(listener -> listener.sampleOccurred(event));
    }

    @Override
    public void testStarted(String host) {
        begun.run();
        states.forEach(listener -> listener.testStarted(host));
    }

    @Override
    public void testEnded(String host) {
        states.forEach(listener -> listener.testEnded(host));
    }

    @Override
    public void testStarted() {
        // Servers say who they are.
    }

    @Override
    public void testEnded() {
        // Servers say who they are.
    }

    @Override
    public void sampleStarted(SampleEvent event) {
        // Only transactions send it.
    }

    @Override
    public void sampleStopped(SampleEvent event) {
        // Only transactions send it.
    }
}
