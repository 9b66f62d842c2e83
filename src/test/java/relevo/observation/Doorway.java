package relevo.observation;

/**
 * An address and port that the host can try, and what was behind it when it was asked for a page that only web servers have.
 *
 * @param address         as the host reaches it
 * @param port            TCP port
 * @param status          HTTP status; 0 when no HTTP response came
 * @param server          the instance whose content came back; empty when it was no server's
 * @param throughBalancer whether the balancer counted the request
 */
public record Doorway(String address, int port, int status, String server, boolean throughBalancer) {
}
