package relevo.cluster;

import relevo.observation.Role;

/**
 * An LXD container, as the topology describes it.
 *
 * @param name    its name in LXD
 * @param node    the member that it is placed on
 * @param role    what it is for
 * @param address its address on the instances' network
 */
public record Instance(String name, String node, Role role, String address) {

    /** Whether it serves pages: production or backup. */
    public boolean web() {
        return role != Role.BALANCER;
    }
}
