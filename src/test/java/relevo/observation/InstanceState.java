package relevo.observation;

import java.util.List;

/**
 * One LXD instance, as the cluster lists it.
 *
 * @param name       its name
 * @param member     the cluster member that runs it ({@code location})
 * @param type       {@code container} or {@code virtual-machine}
 * @param status     {@code Running}, {@code Stopped}, {@code Frozen}, {@code Error}, …
 * @param addresses  its addresses, loopback left out
 * @param privileged whether {@code security.privileged} is set
 */
public record InstanceState(String name, String member, String type, String status, List<String> addresses,
                            boolean privileged) {
}
