package relevo.substrate.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import relevo.cluster.CannotStart;
import relevo.judge.Text;

/** A port on 127.0.0.1 that the cluster wants. */
final class Port {

    private Port() {
    }

    /**
     * @param setting the setting that chooses another one
     * @throws CannotStart when somebody listens there
     */
    static void mustBeFree(int port, String setting) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new CannotStart(Text.of("El puerto 127.0.0.1:%d está ocupado.", "Port 127.0.0.1:%d is taken.", port),
                    Text.of("Vea quién lo usa con «ss -ltnp sport = :%d», o elija otro con -D%s=….", "See who uses it with \"ss -ltnp sport = :%d\", or choose another one with -D%s=….",
                            port, setting), taken);
        }
    }
}
