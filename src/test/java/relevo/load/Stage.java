package relevo.load;

/**
 * A stretch of an open schedule, whose rate changes evenly from its start to its end.
 *
 * @param from    arrival rate at its start, requests/s
 * @param to      arrival rate at its end, requests/s; equal to {@code from} when it is flat
 * @param seconds its length
 */
public record Stage(double from, double to, double seconds) {

    /** A stretch at one rate. */
    public static Stage flat(double perSecond, double seconds) {
        return new Stage(perSecond, perSecond, seconds);
    }

    /** Arrivals it should hold: the area under its rate. */
    public double arrivals() {
        return (from + to) / 2 * seconds;
    }
}
