package relevo.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import relevo.observation.ServerRow;
import relevo.observation.Statistics;

/** Which instance each server of the balancer's list means: by address where the list shows it, by name otherwise. */
final class Roster {

    private final List<Instance> instances;

    Roster(List<Instance> instances) {
        this.instances = instances;
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
        var host = row.address().replaceFirst(":\\d+$", "");
        return instances.stream()
                .filter(instance -> host.isEmpty() ? instance.name().equals(row.name()) : instance.address().equals(host))
                .findFirst();
    }
}
