package relevo.observation;

/**
 * How long the balancer's own checks need to see a change. What a request suffers meanwhile is not held against it.
 *
 * @param detectionMs from a server's end until it is out of service, ms
 * @param returnMs    from its start until it serves again, ms
 * @param source      the words of the configuration that they were computed from, with file and line; empty where none was read
 */
public record Windows(double detectionMs, double returnMs, String source) {

    /**
     * What the defaults of HAProxy and Debian need together: {@code inter 2s}, {@code fall 3}, {@code timeout connect 5s}, {@code retries 3}.
     * Measured on 2.6.12, the first backup answered 16 s after production's addresses had vanished.
     */
    public static final Windows SHORTEST = new Windows(20_000, 20_000, "");

    /** Of a balancer that has no server to check, or does not run: nothing will change, however long anybody waits. */
    public static final Windows NONE = new Windows(0, 0, "");

    /** Both so many times as long. */
    public Windows times(double slowness) {
        return new Windows(detectionMs * slowness, returnMs * slowness, source);
    }
}
