package relevo.observation;

/**
 * What the balancer gives when no server is left, looked at in several ways within seconds.
 *
 * @param usual    its page while servers were up, to compare with
 * @param page     its page now, as an HTTP library reads it; status 0 and a cause in the body when that gave up
 * @param server   the web server that still answered through it; empty for none
 * @param raw      its page now, byte for byte, after redirects that stay behind the same door
 * @param rendered its page now, in a browser
 */
public record NobodyLeft(Page usual, Page page, String server, RawAnswer raw, Rendering rendered) {
}
