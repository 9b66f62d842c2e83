package relevo.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import relevo.live.page.PageServer;
import relevo.substrate.Settings;
import relevo.verdict.CannotStart;
import relevo.words.Text;

/** A cluster on a page of its own: {@code bin/live}. */
public final class Live {

    private static final int REFUSED = 2;
    private static final int USUAL_PORT = 8484;
    private static final int LAST_PORT = 65_535;

    private Live() {
    }

    /**
     * Opens the page, brings the cluster up, and goes on until it is interrupted. The JVM ends with status 2, and one line, when it cannot begin.
     *
     * @param arguments none: everything is told by {@code -Drelevo.…}
     */
    public static void main(String... arguments) throws InterruptedException {
        // A cluster that is looked at again in a minute need not be made again.
        System.getProperties().putIfAbsent("relevo.keep", "true");
        System.getProperties().putIfAbsent("relevo.reports", "reports/live");
        try {
            var settings = Settings.from(System.getProperties());
            var reports = Path.of(System.getProperty("relevo.reports"));
            var delivery = settings.delivery().map(Settings.Delivery::given);
            var board = new Board(project(delivery, settings.infra()), new Examination(reports));
            var errands = new Errands(new Edits(settings.infra(), delivery.isEmpty() ? Director.WATCHED : List.of()), delivery.isPresent());
            var director = new Director(board, errands, settings.infra(), reports);
            var server = PageServer.start(new FrontDesk(board, errands), port(), Token.in(settings.infra().resolve(".relevo")));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                director.close();
            }, "relevo-interrupted"));
            System.out.println(Text.of("Relevo en vivo: %s (Ctrl-C termina)", "Relevo live: %s (Ctrl-C ends it)", server.address()));
            director.begin();
            Thread.currentThread().join();
        } catch (CannotStart refused) {
            System.err.println(refused.getMessage());
            System.exit(REFUSED);
        } catch (IOException busy) {
            System.err.println(Text.of("El puerto %s no sirve: %s. Diga otro: bin/live --port 8485",
                    "Port %s will not do: %s. Name another: bin/live --port 8485",
                    System.getProperty("relevo.live.port", String.valueOf(USUAL_PORT)), busy.getMessage()));
            System.exit(REFUSED);
        }
    }

    private static String project(Optional<String> delivery, Path infra) {
        return delivery.map(given -> String.valueOf(Path.of(given).getFileName())).orElse(String.valueOf(infra.getParent().getFileName()));
    }

    private static int port() {
        var told = System.getProperty("relevo.live.port", String.valueOf(USUAL_PORT));
        if (!told.matches("\\d{1,5}") || Integer.parseInt(told) > LAST_PORT) {
            throw new CannotStart(Text.of("El puerto «%s» no se entiende.", "Port \"%s\" is not understood.", told),
                    Text.of("Diga uno de 1024 a 65535.", "Name one from 1024 to 65535."));
        }
        return Integer.parseInt(told);
    }
}
