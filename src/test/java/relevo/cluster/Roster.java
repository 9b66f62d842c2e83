package relevo.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import relevo.observation.Server;
import relevo.observation.ServerRow;
import relevo.observation.Statistics;

/**
 * Which instance each server of the balancer's list means: by what discovery proved of its line in the configuration, else by address where the
 * list shows it, else by name.
 */
final class Roster {

    private final List<Instance> instances;
    private volatile Map<String, String> proved = Map.of();

    Roster(List<Instance> instances) {
        this.instances = instances;
    }

    /** Takes what was found, in place of what was found before. */
    void learn(List<Server> servers) {
        proved = servers.stream().filter(server -> !server.instance().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Server::label, Server::instance, (first, other) -> first));
    }

    /** Key {@code proxy/server}; a row that is no instance's is missing. */
    Map<String, String> instanceOf(Statistics statistics) {
        var known = new TreeMap<String, String>();
        for (var row : statistics.servers()) {
            instance(row).ifPresent(instance -> known.put(row.label(), instance.name()));
        }
        return known;
    }

    private Optional<Instance> instance(ServerRow row) {
        var found = proved.get(row.label());
        if (found != null) {
            return instances.stream().filter(instance -> instance.name().equals(found)).findFirst();
        }
        var host = row.address().replaceFirst(":\\d+$", "");
        var meant = instances.stream().filter(instance -> host.isEmpty() ? instance.name().equals(row.name()) : instance.address().equals(host)).toList();
        // Bridges of machines that are no cluster give one address out twice.
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }
}
