package relevo.load;

import java.time.Duration;
import relevo.timing.Timing;

/**
 * How long a generator waits.
 *
 * @param connect  for a connection
 * @param response for each piece of a response
 * @param overtime after the schedule's end, for whatever is still open; then the plan is stopped
 */
public record Patience(Duration connect, Duration response, Duration overtime) {

    /** 2 s for a connection, 10 s for a response, and two seconds more than both for the plan; longer on a slow machine. */
    public static Patience usual() {
        return new Patience(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(14)).stretched();
    }

    /** So many times as long as the machine is slow. */
    Patience stretched() {
        return new Patience(Timing.stretched(connect), Timing.stretched(response), Timing.stretched(overtime));
    }
}
