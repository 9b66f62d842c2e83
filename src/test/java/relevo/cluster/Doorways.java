package relevo.cluster;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import relevo.discovery.Probe;
import relevo.observation.Doorway;
import relevo.observation.ServerRow;
import relevo.outside.Visitor;
import relevo.timing.Timing;

/** What this host finds behind the balancer's own port and behind every port that a machine opens to its network. */
final class Doorways {

    private final URI web;
    private final Machines machines;
    private final Markers markers;
    private final Observatory observatory;

    Doorways(URI web, Machines machines, Markers markers, Observatory observatory) {
        this.web = web;
        this.machines = machines;
        this.markers = markers;
        this.observatory = observatory;
    }

    /** What this host finds behind its own published port and behind every port that a machine opens to its network: each is asked once. */
    List<Doorway> all() {
        markers.mustBeWritten();
        var doors = new ArrayList<>(List.of(knock(web.getHost(), web.getPort())));
        machines.all().forEach(node -> Probe.of(node).openPorts().forEach(port -> doors.add(knock(node.address(), port))));
        return List.copyOf(doors);
    }

    private Doorway knock(String address, int port) {
        var before = sessions();
        var page = Visitor.withNewConnections().open(URI.create("http://" + address + ":" + port + markers.path()));
        var server = markers.server(page);
        return new Doorway(address, port, page.status(), server, !server.isEmpty() && countedAfter(before));
    }

    private boolean countedAfter(long before) {
        return soon(() -> sessions() > before);
    }

    /** The balancer counts a session when it ends, which may be a moment after its answer. */
    static boolean soon(Callable<Boolean> counted) {
        try {
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(50)).atMost(Timing.COUNTING.max()).until(counted);
            return true;
        } catch (ConditionTimeoutException notCounted) {
            return false;
        }
    }

    private long sessions() {
        return observatory.snapshot().statistics().servers().stream().mapToLong(ServerRow::sessions).sum();
    }
}
