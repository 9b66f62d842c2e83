package relevo.observation;

import java.util.List;

/**
 * What one thread group of a load plan asks for.
 *
 * @param name        of the group
 * @param kind        its class, without the package: {@code ThreadGroup}, {@code SetupThreadGroup}, that of a plugin
 * @param users       at the same time; 0 where the group's kind says it in a way of its own
 * @param rampSeconds until the last user has come
 * @param loops       of each user; -1 without end
 * @param seconds     it lasts; 0 where only the loops end it
 * @param pauseMs     that a user waits for before a request
 * @param targets     that it asks, each once
 */
public record Demand(String name, String kind, int users, double rampSeconds, long loops, double seconds, double pauseMs, List<Target> targets) {

    /**
     * What a request of a plan asks for, as it is written there.
     *
     * @param protocol {@code http} or {@code https}
     * @param host     name or address; empty where the plan says none
     * @param port     0 where the plan says none
     * @param path     begins with a slash, without a query
     */
    public record Target(String protocol, String host, int port, String path) {
    }

    /** Whether users of JMeter's ordinary kind ask for something: a group that only prepares or clears up is no demand, one of a plugin is not known. */
    public boolean ordinary() {
        return kind.equals("ThreadGroup") && users > 0 && loops != 0 && !targets.isEmpty();
    }

    /** Whether JMeter itself does not know groups of this kind. */
    public boolean ofPlugin() {
        return !kind.equals("ThreadGroup") && !kind.equals("SetupThreadGroup") && !kind.equals("PostThreadGroup");
    }
}
