package relevo.load;

import java.io.IOException;
import java.io.OutputStream;

/** The null server in a process of its own, so that its cost is nobody else's: prints where it is, and ends with its standard input. */
final class NullServerProcess {

    private NullServerProcess() {
    }

    public static void main(String[] arguments) throws IOException {
        try (NullServer server = new NullServer()) {
            System.out.println(server.at("/"));
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
