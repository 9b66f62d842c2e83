package relevo.substrate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import relevo.cluster.Topology;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/**
 * Where the balancer and its statistics are, on the host computer.
 *
 * @param http       port on 127.0.0.1
 * @param statistics port on 127.0.0.1
 */
public record Published(int http, int statistics) {

    /** The topology's ports, or those that this run was told to use. */
    public static Published of(Settings settings, Topology topology) {
        return new Published(settings.http().orElse(topology.http()), settings.statistics().orElse(topology.statistics()));
    }

    /** The balancer. */
    public URI web() {
        return loopback(http);
    }

    /** Its statistics page. */
    public URI statisticsPage() {
        return loopback(statistics);
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** @throws CannotStart when somebody listens on one of them */
    public void mustBeFree() {
        mustBeFree(http, "relevo.port.http");
        mustBeFree(statistics, "relevo.port.statistics");
    }

    private static void mustBeFree(int port, String setting) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new CannotStart(Text.of("El puerto 127.0.0.1:%d está ocupado.", "Port 127.0.0.1:%d is taken.", port),
                    Text.of("Vea quién lo usa con «ss -ltnp sport = :%d», o elija otro con -D%s=….",
                            "See who uses it with \"ss -ltnp sport = :%d\", or choose another one with -D%s=….",
                            port, setting), taken);
        }
    }
}
