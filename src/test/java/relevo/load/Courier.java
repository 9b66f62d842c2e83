package relevo.load;

import org.apache.jmeter.samplers.RemoteListenerWrapper;
import org.apache.jmeter.samplers.RemoteSampleListener;

/** The part of a plan that goes to a server and sends every sample back from there, in batches. */
final class Courier extends RemoteListenerWrapper {

    Courier(RemoteSampleListener home) {
        super(home);
    }

    /** JMeter copies a plan before it sends it, with a constructor that takes nothing. */
    @Override
    public Object clone() {
        return this;
    }
}
