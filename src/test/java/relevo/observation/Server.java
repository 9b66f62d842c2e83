package relevo.observation;

/**
 * A server line of the balancer's configuration.
 *
 * @param farm     the section that it stands in
 * @param name     in that section
 * @param address  {@code host:port} as it is written
 * @param role     production or backup
 * @param reason   why
 * @param instance the one that answers at its address; empty where nobody told
 * @param evidence how that is known, or why it is not
 */
public record Server(String farm, String name, String address, Role role, String reason, String instance, String evidence) {

    /** The evidence that is proof: nobody else has that page. */
    public static final String PROOF = "its own page came back from there";
    /** What a {@code reason} or an {@code evidence} begins with that is somebody's word, and was not seen. */
    public static final String TOLD = "told: ";

    /** {@code farm/name}, as HAProxy's own log writes it. */
    public String label() {
        return farm + "/" + name;
    }

    /** Whether its instance itself said so, where an address is only a hint. */
    public boolean proven() {
        return !instance.isEmpty() && evidence.equals(PROOF);
    }

    /** Whether its role or its instance is known by somebody's word alone. */
    public boolean told() {
        return reason.startsWith(TOLD) || evidence.startsWith(TOLD);
    }
}
