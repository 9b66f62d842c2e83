package relevo.observation;

import java.util.List;

/**
 * A machine that was handed in, as it was found.
 *
 * @param name           as it is called by whoever handed it in; not a name that anything else need know
 * @param virtualisation in the words of {@code systemd-detect-virt}: {@code kvm}, {@code oracle}, {@code docker}, {@code none}
 * @param addresses      as {@code interface address}
 * @param managers       sockets of managers of instances
 * @param programs       those that listen, in every container too
 * @param trouble        why it could not be looked at; empty when it could
 */
public record Machine(String name, String virtualisation, List<String> addresses, List<String> managers, List<Program> programs, String trouble) {
}
