package relevo.cluster;

import relevo.observation.Role;

/**
 * A container that plays a part, or a machine that plays it without one.
 *
 * @param name    its name in LXD; a machine's has an ending that no container's can have
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

    private static final String MACHINE = " (VM)";

    /** What HAProxy or a web server that runs on a machine itself is called. */
    public static String nameOf(String machine) {
        return machine + MACHINE;
    }

    /** Whether it is the machine itself. */
    public boolean isMachine() {
        return name.endsWith(MACHINE);
    }

    /** Whether it serves pages: production or backup. */
    public boolean web() {
        return role != Role.BALANCER;
    }
}
