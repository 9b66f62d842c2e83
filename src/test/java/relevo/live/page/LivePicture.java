package relevo.live.page;

import java.util.List;
import java.util.OptionalLong;

/**
 * The assignment's figure, as it is now.
 *
 * @param balancer HAProxy
 * @param machines in the order in which they are told
 */
public record LivePicture(BalancerBox balancer, List<MachineBox> machines) {

    /** What a box shows at a glance. */
    public enum Glance {
        /** It is sent requests now. */
        SERVING,
        /** It could be sent requests, and is not. */
        IDLE,
        /** HAProxy takes it for down. */
        DOWN,
        /** It is switched off. */
        OFF,
        /** Its clock was stopped. */
        FROZEN,
        /** Nothing was heard of it yet. */
        UNKNOWN
    }

    /**
     * HAProxy.
     *
     * @param name      of its instance, or of the machine that it runs on
     * @param machine   that carries it
     * @param runs      whether it does
     * @param perSecond requests/s that servers answered for it
     * @param queued    requests that wait for a server
     * @param address   where visitors open it, from this host
     */
    public record BalancerBox(String name, String machine, boolean runs, double perSecond, long queued, String address) {
    }

    /**
     * A machine and the web servers on it.
     *
     * @param on      whether it has power
     * @param servers production and backups, in the order in which they are told; empty for one that carries none
     */
    public record MachineBox(String name, boolean on, List<ServerBox> servers) {
    }

    /**
     * A web server.
     *
     * @param backup    or production
     * @param status    what HAProxy calls it: {@code UP}, {@code UP 1/3}, {@code DOWN}, {@code no check}; empty when it says nothing of it
     * @param perSecond responses/s
     * @param current   requests that it works on
     * @param slots     how many it works on at most; empty when there is no limit
     * @param queued    requests that wait for it alone
     */
    public record ServerBox(String name, boolean backup, Glance glance, String status, double perSecond, long current, OptionalLong slots, long queued) {
    }
}
