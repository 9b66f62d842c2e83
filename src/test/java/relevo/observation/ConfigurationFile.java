package relevo.observation;

/**
 * A file that a balancer was started with, as it is written.
 *
 * @param machine  that the balancer is on; empty where that was not saved
 * @param instance that it is in; empty on a machine itself
 * @param file     its path there
 * @param text     at most {@link #LARGEST} bytes of it
 * @param whole    whether that is all of it
 * @param changed  whether it was written after the balancer read it: what runs is not what is written
 */
public record ConfigurationFile(String machine, String instance, String file, String text, boolean whole, boolean changed) {

    /** Bytes: a person writes a hundredth of it. */
    public static final int LARGEST = 500_000;
    /** More files than a person parts a configuration into. */
    public static final int MOST = 20;
}
