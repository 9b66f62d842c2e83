package relevo.observation;

/**
 * One fault of one production server under steady light load, undone before the next one began.
 *
 * @param fault  what was done to it; an {@link Event} of this kind is in what was seen
 * @param target the server's instance
 * @param fate   whether it was played, and why not
 * @param detail what a program said that made it impossible; empty otherwise
 * @param seen   from before the fault until after the server's return; without anything where it was not played
 */
public record FaultTrial(Event.Kind fault, String target, Fate fate, String detail, Observation seen) {

    /** What became of it. */
    public enum Fate {
        /** It was done and undone. */
        PLAYED,
        /** The balancer's checks need so long that it would take minutes. */
        CHECKS_TOO_SLOW,
        /** The time for all of them was over. */
        NO_TIME_LEFT,
        /** The server had not returned from the one before. */
        NOT_BACK,
        /** It could not be done there. */
        NOT_POSSIBLE
    }
}
