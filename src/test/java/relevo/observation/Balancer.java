package relevo.observation;

import java.util.List;

/**
 * HAProxy, found running.
 *
 * @param machine            that it runs on
 * @param instance           that it runs in; empty for the machine itself
 * @param pid                of its master process, or of the only one, on the machine
 * @param files              that it was started with, in their order
 * @param changedSinceStart  files that were written after it read them: what runs is not what is written
 * @param sockets            where it answers runtime commands, most telling first; one that begins with {@code @} is its master's
 * @param configuration      what those files say
 */
public record Balancer(String machine, String instance, int pid, List<String> files, List<String> changedSinceStart,
                       List<String> sockets, List<Section> configuration) {
}
