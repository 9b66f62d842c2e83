package relevo.observation;

import java.util.List;

/**
 * How the machines came up.
 *
 * @param byThisRun    whether this run brought them up, from nothing
 * @param complaint    what the command ended with, where it failed; empty where it did not
 * @param missing      machines that it left out then, whether they were brought up afterwards or not
 * @param milliseconds that all of it took; 0 where they were up
 */
public record BroughtUp(boolean byThisRun, String complaint, List<String> missing, long milliseconds) {

    /** Of machines that were there before the run. */
    public static final BroughtUp BEFORE = new BroughtUp(false, "", List.of(), 0);

    /** Without a complaint. @param started by {@link System#nanoTime} */
    public static BroughtUp since(long started) {
        return since(started, "", List.of());
    }

    /** With what the command ended with, and the machines that it left out. @param started by {@link System#nanoTime} */
    public static BroughtUp since(long started, String complaint, List<String> missing) {
        return new BroughtUp(true, complaint, missing, (System.nanoTime() - started) / 1_000_000);
    }
}
