package relevo.load;

import java.time.Duration;

/**
 * How long a generator waits.
 *
 * @param connect  for a connection
 * @param response for each piece of a response
 * @param overtime after the schedule's end, for whatever is still open; then the plan is stopped
 */
public record Patience(Duration connect, Duration response, Duration overtime) {

    /** 2 s for a connection, 10 s for a response, and two seconds more than both for the plan. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(14));
}
