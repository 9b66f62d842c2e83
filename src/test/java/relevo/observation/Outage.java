package relevo.observation;

import java.util.List;
import java.util.Map;

/**
 * A machine lost its power, or was cut off, under steady light load, and came back.
 *
 * @param machine   its name
 * @param carried   the instances on it, by name
 * @param seen      what clients and the balancer saw, with {@code poweroff} and {@code poweron}, or {@code freeze} and {@code unfreeze}, of each
 *                  carried instance
 * @param told      what each machine said of the cluster afterwards; empty where nobody asked
 * @param instances every instance of the cluster afterwards; empty where nobody asked
 */
public record Outage(String machine, List<String> carried, Observation seen, Map<String, List<Member>> told, List<InstanceState> instances) {
}
