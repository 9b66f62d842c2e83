package relevo.cluster;

import java.util.Locale;

/** Says on the console what is being done, with the seconds since the run began. */
public final class Progress {

    private final long origin = System.nanoTime();

    /** One line; its author in front, so that lines of steps which run side by side can be told apart. */
    public void say(String who, String what) {
        System.out.printf(Locale.ROOT, "[%6.1f s] %-9s %s%n", seconds(), who, what);
    }

    /** Seconds since this progress began. */
    public double seconds() {
        return (System.nanoTime() - origin) / 1e9;
    }
}
