package relevo.observation;

/**
 * One row of {@code lxc cluster list}.
 *
 * @param name    the member's name
 * @param address its cluster address, as printed
 * @param status  {@code ONLINE}, {@code OFFLINE}, {@code EVACUATED}, {@code BLOCKED}, …
 */
public record Member(String name, String address, String status) {
}
