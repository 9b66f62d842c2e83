package relevo.observation;

/**
 * A stretch of a schedule, whose demand changes evenly from its start to its end.
 *
 * @param from    demand at its start: arrivals/s of the open model, users of the closed one
 * @param to      demand at its end; equal to {@code from} when it is flat
 * @param seconds its length
 */
public record Stage(double from, double to, double seconds) {

    /** A stretch of one demand. */
    public static Stage flat(double demand, double seconds) {
        return new Stage(demand, demand, seconds);
    }

    /** Arrivals that a stretch of the open model should hold: the area under its rate. */
    public double arrivals() {
        return (from + to) / 2 * seconds;
    }
}
