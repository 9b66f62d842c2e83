package relevo.machine;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Says on the console what is being done, with the seconds since this JVM began. */
public final class Progress {

    private final long originMs = ManagementFactory.getRuntimeMXBean().getStartTime();

    /** One line; its author in front, so that lines of steps which run side by side can be told apart. */
    public void say(String who, String what) {
        System.out.printf(Locale.ROOT, "[%6.1f s] %-9s %s%n", seconds(), who, what);
    }

    /** Seconds since this JVM began. */
    public double seconds() {
        return (System.currentTimeMillis() - originMs) / 1e3;
    }
}
