package relevo.load;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.jmeter.engine.util.NoThreadClone;
import org.apache.jmeter.testelement.AbstractTestElement;
import org.apache.jmeter.testelement.ThreadListener;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.JMeterContextService;

/** Cuts the pause after an open plan's last arrival short, where the plan runs: from elsewhere nobody sees the last one leave. */
final class Departures extends AbstractTestElement implements ThreadListener, NoThreadClone {

    private final long planned;
    private final AtomicLong gone = new AtomicLong();
    private transient volatile AbstractThreadGroup group;

    /** @param planned users that will come */
    Departures(long planned) {
        this.planned = planned;
    }

    @Override
    public void threadStarted() {
        group = JMeterContextService.getContext().getThreadGroup();
    }

    @Override
    public void threadFinished() {
        if (gone.incrementAndGet() == planned) {
            group.tellThreadsToStop();
        }
    }

    /** JMeter copies a plan before it sends it, with a constructor that takes nothing. */
    @Override
    public Object clone() {
        return this;
    }
}
