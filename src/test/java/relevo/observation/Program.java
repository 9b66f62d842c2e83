package relevo.observation;

import java.util.List;

/**
 * A process, seen from its machine through {@code /proc}: nothing need be installed where it runs.
 *
 * @param instance  the instance that it runs in, by the name of its control group; empty for the machine itself
 * @param name      as the kernel knows it ({@code apache2}, {@code haproxy}); at most 15 characters
 * @param pid       on the machine
 * @param parent    process id of its parent, on the machine
 * @param arguments its command line
 * @param startedS  when it started, in seconds of Unix time
 * @param network   the network that it is in: equal for two programs that share their sockets' addresses
 * @param listens   the TCP sockets on which it listens, as {@code address:port}, an IPv6 address in brackets
 */
public record Program(String instance, String name, int pid, int parent, List<String> arguments, long startedS, String network, List<String> listens) {
}
