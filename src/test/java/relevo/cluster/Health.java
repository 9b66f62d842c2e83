package relevo.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import relevo.machine.Progress;
import relevo.outside.Visitor;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/** Whether the cluster serves as its layout wants it, or at least as it did when the run began. */
final class Health {

    private final URI web;
    private final Observatory observatory;
    private final Inspection inspection;
    private final List<Instance> webServers;
    private String fromTheBeginning = "";

    Health(URI web, Observatory observatory, Inspection inspection, List<Instance> webServers) {
        this.web = web;
        this.observatory = observatory;
        this.inspection = inspection;
        this.webServers = webServers;
    }

    /** How it came: what ails it from now on is no news. */
    void begin() {
        fromTheBeginning = "";
        try {
            await(Timing.SETTLING.max());
        } catch (CannotCheck ill) {
            // How it came is how it is judged, and how each test must leave it.
            fromTheBeginning = complaint();
            new Progress().say("cluster", "not as it should be, and judged so: " + fromTheBeginning);
        }
    }

    /** @throws CannotCheck when it does not serve as it did at the beginning within this time */
    void await(Duration longest) {
        var last = new String[] {"nothing"};
        try {
            Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100)).atMost(longest).until(() -> {
                last[0] = complaint();
                return last[0].isEmpty() || last[0].equals(fromTheBeginning);
            });
        } catch (ConditionTimeoutException unhealthy) {
            throw new CannotCheck(
                    Text.of("El clúster no volvió a servir en %.0f s; lo último que se vio: %s", "The cluster did not serve again within %.0f s; last seen: %s",
                            longest.toMillis() / 1000.0, last[0]),
                    Text.of("Mire el estado con «lxc list» y la página de estadísticas.", "Look at \"lxc list\" and at the statistics page."), unhealthy);
        }
    }

    /** What keeps the cluster from serving as its layout wants it; empty when nothing does. */
    String complaint() {
        var complaints = new ArrayList<String>();
        var now = observatory.snapshotIfReadable();
        var seenUp = new HashSet<String>();
        now.statistics().servers().forEach(row -> {
            var instance = now.instanceOf().get(row.label());
            if (instance != null && row.up()) {
                seenUp.add(instance);
            } else if (instance != null && !row.unchecked()) {
                complaints.add(row.label() + " " + row.status());
            }
        });
        // Whom the balancer does not watch, or says nothing of, is asked.
        webServers.stream().filter(server -> complaints.isEmpty() && !seenUp.contains(server.name()) && inspection.direct(server, "/").status() == 0)
                .forEach(server -> complaints.add(server.name() + " does not answer"));
        var page = Visitor.withNewConnections().open(web.resolve("/"));
        if (page.status() != 200) {
            complaints.add("GET / " + (page.status() == 0 ? page.body() : page.status()));
        }
        return String.join(", ", complaints);
    }
}
