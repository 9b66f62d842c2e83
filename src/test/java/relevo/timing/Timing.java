package relevo.timing;

import java.time.Duration;

/**
 * Every wait of the specification: its name and its longest duration. Specs, messages and the report share this one table.
 *
 * <p>All of them are longer where the machine is slow: {@link #stretch}.
 */
public enum Timing {

    /** Until a cluster that was just made, or asked for more than it bears, serves as it should. */
    SETTLING(8_000),
    /** From switching a machine on until it is a member again and the balancer shows its web servers UP. */
    MACHINE_RETURN(60_000),
    /** From the first moment above capacity until both backups serve. */
    ACTIVATION(5_000),
    /** From the end of the overload until the backups serve nothing. */
    RELEASE(5_000),
    /** Until the cluster serves again as the topology describes it, after a test disturbed it. */
    RESTORATION(60_000),
    /** From an answer until the balancer's statistics have it. */
    COUNTING(1_000),
    /** From the end of a server until the balancer has it out of service. */
    NOTICING(3_000),
    /** One command on a node, such as {@code lxc list}. */
    COMMAND(30_000),
    /** One script of {@code infra/provision/} on one node. */
    PROVISIONING_STEP(180_000),
    /** One builder of {@code infra/images/}. */
    IMAGE(1_200_000);

    private static volatile double slowness = 1;

    private final long millis;

    Timing(long millis) {
        this.millis = millis;
    }

    /** Makes every limit of this JVM so many times as long, at least 1. */
    public static void stretch(double times) {
        slowness = times;
    }

    /** A time that was set where nothing is slow, on the machine in use. */
    public static Duration stretched(Duration usual) {
        return Duration.ofMillis(Math.round(usual.toMillis() * slowness));
    }

    /** The longest this may take on the machine in use. */
    public Duration max() {
        return stretched(Duration.ofMillis(millis));
    }

    /** How many times longer than usual everything may take here, at least 1. */
    public static double slowness() {
        return slowness;
    }

    /** {@link #max()} in ms. */
    public double maxMs() {
        return max().toMillis();
    }
}
