package relevo.plan;

/**
 * What a run of somebody else's plan may cost.
 *
 * @param seconds   it may last
 * @param users     at the same time
 * @param requests  in all
 * @param perSecond requests, at most
 */
public record Bounds(int seconds, int users, int requests, int perSecond) {

    /** Enough to see a demand and what comes of it, and little enough for machines that carry a whole cluster. */
    public static final Bounds USUAL = new Bounds(20, 200, 5_000, 500);

    /** No longer than this. */
    public Bounds within(int otherSeconds) {
        return new Bounds(Math.max(1, Math.min(seconds, otherSeconds)), users, requests, perSecond);
    }
}
