package relevo.observation;

/**
 * A server line of the balancer's configuration.
 *
 * @param farm     the section that it stands in
 * @param name     in that section
 * @param address  {@code host:port} as it is written
 * @param role     production or backup
 * @param reason   how its role is known
 * @param instance the one that answers at its address; empty where nobody told
 * @param evidence how that is known
 */
public record Server(String farm, String name, String address, Role role, Known reason, String instance, Known evidence) {

    /** The evidence that is proof: nobody else has that page. */
    public static final Known PROOF = new Known(Known.How.PROVEN, "its own page came back from there");

    /** {@code farm/name}, as HAProxy's own log writes it. */
    public String label() {
        return farm + "/" + name;
    }

    /** Whether its instance itself said so, where an address is only a hint. */
    public boolean proven() {
        return !instance.isEmpty() && evidence.how() == Known.How.PROVEN;
    }

    /** Whether its role or its instance is known by somebody's word alone. */
    public boolean told() {
        return reason.told() || evidence.told();
    }
}
