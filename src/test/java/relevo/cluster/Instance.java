package relevo.cluster;

import relevo.observation.Role;

/**
 * A container that plays a part.
 *
 * @param name    its name in LXD
 * @param node    the machine that it is placed on
 * @param role    what it is for
 * @param address its address on the instances' network; empty where it has none
 * @param port    on which it serves pages
 */
public record Instance(String name, String node, Role role, String address, int port) {

    /** Where everybody serves who was not told otherwise. */
    public static final int USUAL_PORT = 80;

    /** One that serves on the usual port. */
    public Instance(String name, String node, Role role, String address) {
        this(name, node, role, address, USUAL_PORT);
    }

    /** Whether it serves pages: production or backup. */
    public boolean web() {
        return role != Role.BALANCER;
    }
}
