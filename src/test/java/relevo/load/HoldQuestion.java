package relevo.load;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.http.HttpException;
import relevo.cluster.Cluster;
import relevo.cluster.Instance;
import relevo.observation.Page;
import relevo.observation.ServerRow;
import relevo.observation.Statistics;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/** What keeps production busy for a known time: a resource of its own or, where it has none, the requests themselves. Found out by asking. */
final class HoldQuestion {

    private static final String RESOURCE = "/hold/1ms";
    /** How the resource's answer begins; a site that answers anything with a page of its own has no such resource. */
    private static final String ANSWER = "held for";
    private static final int GATEWAY_FAILS = 500;

    private HoldQuestion() {
    }

    /**
     * Asks production around the balancer and, where it has no such resource, the balancer with a request that holds.
     *
     * @return whether requests must hold
     * @throws CannotCheck when they would not
     */
    static boolean byRequest(Cluster cluster) {
        if (exists(cluster.production().stream().map(server -> asked(cluster, server)))) {
            return false;
        }
        mustHold(cluster.address(Hold.ANY_RESOURCE), Patience.usual(), () -> cluster.snapshot().statistics());
        return true;
    }

    private static Page asked(Cluster cluster, Instance server) {
        try {
            return cluster.inspection().direct(server, RESOURCE);
        } catch (CannotCheck off) {
            return new Page(0, Map.of(), "");
        }
    }

    /** Whether the first server that says anything has the resource. */
    static boolean exists(Stream<Page> answers) {
        return answers.filter(page -> page.status() > 0).findFirst().filter(page -> page.status() == 200 && page.body().startsWith(ANSWER)).isPresent();
    }

    /**
     * Sends one request whose end is kept back until the statistics have been read. An answer that fails, or none, says nothing of that.
     *
     * @throws CannotCheck when the answer does not wait, or no server is at work meanwhile
     */
    static void mustHold(URI target, Patience patience, Supplier<Statistics> statistics) {
        var meanwhile = new AtomicReference<Statistics>();
        try (var connection = new HoldingConnection(target, false, (int) patience.response().toMillis())) {
            connection.connect((int) patience.connect().toMillis());
            var status = connection.ask(1, () -> meanwhile.set(statistics.get())).getStatusLine().getStatusCode();
            if (status >= GATEWAY_FAILS) {
                return;
            }
            if (!connection.held()) {
                throw doesNotWait(target);
            }
            // Where the statistics hide the servers, that is what is said instead.
            var servers = meanwhile.get().servers();
            if (!servers.isEmpty() && servers.stream().mapToLong(ServerRow::current).sum() == 0) {
                throw nobodyWorks();
            }
        } catch (SocketTimeoutException silent) {
            throw neverBegins(target, silent);
        } catch (IOException | HttpException lost) {
            // The load itself will show what is lost.
        }
    }

    private static CannotCheck doesNotWait(URI target) {
        return new CannotCheck(Text.of("%s responde sin esperar el final de la petición: no hay con qué ocupar a producción durante un tiempo conocido.",
                "%s answers without waiting for the end of the request: nothing keeps production busy for a known time.", target),
                Text.of("Sirva en / un archivo con Apache, sin redirección ni programa.",
                        "Serve a file at / with Apache, without a redirect or a program."), null);
    }

    private static CannotCheck nobodyWorks() {
        return new CannotCheck(Text.of("Mientras a una petición le falta el final, ningún servidor trabaja en ella según las estadísticas: no hay con qué "
                + "ocupar a producción durante un tiempo conocido.",
                "While the end of a request is missing no server works on it, by the statistics: nothing keeps production busy for a known time."),
                Text.of("Quite de HAProxy lo que espera la petición entera («option http-buffer-request», «http-request wait-for-body»).",
                        "Take out of HAProxy what waits for the whole request (\"option http-buffer-request\", \"http-request wait-for-body\")."), null);
    }

    private static CannotCheck neverBegins(URI target, SocketTimeoutException silent) {
        return new CannotCheck(Text.of("%s no dice cuándo empieza con una petición (100 Continue): no hay con qué ocupar a producción durante un tiempo "
                + "conocido.",
                "%s does not say when it begins with a request (100 Continue): nothing keeps production busy for a known time.", target),
                Text.of("Vea qué responde a «curl -i -X GET -H 'Expect: 100-continue' -d x» con esa dirección.",
                        "See what it answers to \"curl -i -X GET -H 'Expect: 100-continue' -d x\" with that address."), silent);
    }
}
