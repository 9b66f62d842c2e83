package relevo.discovery;

import java.util.List;
import java.util.function.UnaryOperator;
import relevo.observation.Balancer;
import relevo.observation.InstanceName;
import relevo.observation.InstanceState;
import relevo.observation.Known;
import relevo.observation.Server;

/**
 * What somebody said of machines before they were looked at: it is believed, and marked as somebody's word.
 *
 * @param machine  that the balancer runs on; empty when nobody said
 * @param instance that it runs in; empty when nobody said
 * @param servers  a server as it is told; the same where nothing is
 */
public record Told(String machine, String instance, UnaryOperator<Server> servers) {

    /** Where nobody said anything. */
    public static final Told NOTHING = new Told("", "", UnaryOperator.identity());
    /** The evidence of what is told. */
    public static final Known BY = new Known(Known.How.TOLD, "by the mapping file");

    /** Whether anything was said of the balancer. */
    public boolean ofBalancer() {
        return !machine.isEmpty() || !instance.isEmpty();
    }

    /** Whether this HAProxy is the one that was meant. */
    public boolean means(Balancer found) {
        return ofBalancer() && means(found.machine(), found.instance());
    }

    /** Whether this instance is where it was said to be. */
    boolean means(InstanceState state) {
        return !instance.isEmpty() && means(state.member(), state.name());
    }

    private boolean means(String where, String within) {
        return (machine.isEmpty() || machine.equals(where)) && (instance.isEmpty() || instance.equals(within)
                || InstanceName.called(List.of(instance), within, where).equals(instance)
                || !machine.isEmpty() && InstanceName.called(List.of(within), instance, machine).equals(within));
    }
}
