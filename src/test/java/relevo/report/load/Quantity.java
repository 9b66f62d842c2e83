package relevo.report.load;

import java.util.function.DoubleFunction;

/** What a figure is a quantity of: how it is written, and how large a difference of two runs must be to be more than noise. */
enum Quantity {

    /** Requests/s. */
    RATE(0.5, Numbers::rate, difference -> Numbers.signed("%+,.1f/s", difference)),
    /** Latency, ms. */
    LATENCY(5, Numbers::millis, difference -> Numbers.signed("%+,.1f ms", difference)),
    /** How long the backups take, ms; seen by sampling, and so less sharp. */
    REACTION(250, ms -> Numbers.seconds(ms / 1000), difference -> Numbers.signed("%+,.1f s", difference / 1000)),
    /** A part of one. */
    PART(0.01, Numbers::percent, difference -> Numbers.points(difference) + "\u00a0pp");

    /** A difference also counts for nothing below this part of the figure before. */
    static final double NOISE = 0.1;

    private final double floor;
    private final DoubleFunction<String> written;
    private final DoubleFunction<String> difference;

    Quantity(double floor, DoubleFunction<String> written, DoubleFunction<String> difference) {
        this.floor = floor;
        this.written = written;
        this.difference = difference;
    }

    /** Whether the difference is more than noise: above both the part of the figure before and the least of its kind. */
    boolean differs(double before, double after) {
        double apart = Math.abs(after - before);
        return apart > floor && apart > NOISE * Math.abs(before);
    }

    /** The figure. */
    String show(double value) {
        return written.apply(value);
    }

    /** The difference, with its sign. */
    String show(double before, double after) {
        return difference.apply(after - before);
    }

    /** The least difference that counts. */
    String least() {
        return switch (this) {
            case PART -> Numbers.points(floor).substring(1);
            case REACTION -> Numbers.millis(floor);
            default -> show(floor);
        };
    }
}
