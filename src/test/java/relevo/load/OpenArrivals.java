package relevo.load;

import java.util.List;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.openmodel.OpenModelThreadGroup;
import org.apache.jmeter.threads.openmodel.gui.OpenModelThreadGroupGui;
import us.abstracta.jmeter.javadsl.core.threadgroups.BaseThreadGroup;

/** JMeter's own Open Model Thread Group, which the DSL lacks: its {@code rpsThreadGroup} is not one, and overshoots. */
final class OpenArrivals extends BaseThreadGroup<OpenArrivals> {

    private final String schedule;
    private final long seed;
    private OpenModelThreadGroup built;

    OpenArrivals(String schedule, long seed, ThreadGroupChild child) {
        super("arrivals", OpenModelThreadGroupGui.class, List.of(child));
        this.schedule = schedule;
        this.seed = seed;
    }

    @Override
    protected AbstractThreadGroup buildThreadGroup() {
        built = new OpenModelThreadGroup();
        built.setScheduleString(schedule);
        built.setRandomSeedString(Long.toString(seed));
        return built;
    }

    /** Ends the pause after the last arrival. */
    void end() {
        built.tellThreadsToStop();
    }
}
