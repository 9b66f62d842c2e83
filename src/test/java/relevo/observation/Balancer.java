package relevo.observation;

import java.util.List;

/**
 * HAProxy, found running, or where it would run.
 *
 * @param machine            that it runs on
 * @param instance           that it runs in; empty for the machine itself
 * @param pid                of its master process, or of the only one, on the machine; 0 where none runs
 * @param files              that it was started with, in their order
 * @param changedSinceStart  files that were written after it read them: what runs is not what is written
 * @param sockets            where it answers runtime commands, most telling first; one that begins with {@code @} is its master's
 * @param configuration      what those files say
 * @param evidence           how it is known to be the balancer; nothing need be said of one that runs
 */
public record Balancer(String machine, String instance, int pid, List<String> files, List<String> changedSinceStart,
                       List<String> sockets, List<Section> configuration, Known evidence) {

    /** The evidence where HAProxy is installed, has a configuration, and does not run. */
    public static final String NOT_IN_FORCE = "not in force: HAProxy does not run";

    /** One that was found running. */
    public Balancer(String machine, String instance, int pid, List<String> files, List<String> changedSinceStart, List<String> sockets,
            List<Section> configuration) {
        this(machine, instance, pid, files, changedSinceStart, sockets, configuration, Known.found(""));
    }

    /** Whether what its configuration says is in force. */
    public boolean runs() {
        return pid > 0;
    }

    /** Whether somebody said that it is the balancer. */
    public boolean told() {
        return evidence.told();
    }
}
