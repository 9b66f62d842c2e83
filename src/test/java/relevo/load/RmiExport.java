package relevo.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.rmi.NoSuchObjectException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.RMIServerSocketFactory;
import java.rmi.server.UnicastRemoteObject;
import org.apache.jmeter.rmi.RmiUtils;

/** An object that JMeter servers can call, on a port of its own, which RMI by itself would keep open as long as the JVM lives. */
final class RmiExport implements AutoCloseable {

    private final Remote object;
    private volatile ServerSocket door;

    RmiExport(Remote object) throws RemoteException {
        this.object = object;
        RMIServerSocketFactory tls = RmiUtils.createServerSocketFactory();
        UnicastRemoteObject.exportObject(object, 0, RmiUtils.createClientSocketFactory(), port -> door = tls.createServerSocket(port));
    }

    @Override
    public void close() {
        try {
            UnicastRemoteObject.unexportObject(object, true);
            door.close();
        } catch (NoSuchObjectException e) {
            throw new IllegalStateException("closed twice", e);
        } catch (IOException e) {
            // Closed is all it had to be.
        }
    }
}
