package relevo.substrate.delivery;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import relevo.cluster.StartedInstances;
import relevo.observation.Doorway;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Machine;
import relevo.observation.Server;
import relevo.substrate.delivery.Mapping.May;
import relevo.words.Printable;
import relevo.words.Text;

/**
 * What a run would touch, told before it does.
 *
 * @param marker     path of the file that it puts into each document root
 * @param webServers instances that it writes that file into, and stops and starts
 * @param load       the door that its load goes to; empty where none leads to the balancer
 * @param machines   that it would switch off, where it may
 * @param stopped    instances that servers point at and that it would start, where it may
 * @param byHand     instances whose web server somebody started by hand, and that stopping ends
 * @param may        what is allowed besides
 */
public record Touches(String marker, List<String> webServers, Optional<URI> load, List<String> machines, List<String> stopped, List<String> byHand, May may) {

    /**
     * What follows from what was found and told.
     *
     * @param marker path of the file, from a document root
     * @param byHand instances whose web server somebody started by hand
     */
    public static Touches of(String marker, Inventory found, Mapping told, List<Doorway> doors, List<String> byHand) {
        var servers = found.servers().stream().map(told::applied).map(Server::instance).filter(name -> !name.isEmpty()).distinct().toList();
        return new Touches(marker, servers, told.balancer().url().or(() -> door(doors)),
                found.machines().stream().map(Machine::name).filter(told::counts).toList(),
                StartedInstances.pointedAt(found).stream().map(InstanceState::name).toList(), byHand.stream().filter(servers::contains).toList(),
                told.may());
    }

    /** The one that leads to the balancer: on this host if there is one, else that of the lowest port. */
    static Optional<URI> door(List<Doorway> doors) {
        return doors.stream().filter(Doorway::throughBalancer)
                .min(Comparator.comparing((Doorway door) -> !door.address().startsWith("127.")).thenComparingInt(Doorway::port))
                .flatMap(door -> MappingKeys.url(address(door)));
    }

    /** As it is typed. */
    static String address(Doorway door) {
        return "http://" + (door.address().contains(":") ? "[" + door.address() + "]" : door.address()) + ":" + door.port() + "/";
    }

    /** One line for each thing. */
    Text text() {
        var page = new BothTongues();
        if (webServers.isEmpty()) {
            page.line(1, "ningún servidor web: de ninguno se sabe qué instancia es", "no web server: of none is it known which instance it is");
        } else {
            var names = BothTongues.names(webServers);
            page.line(1, "un archivo %s en el DocumentRoot de: %s; se retira al final", "a file %s in the DocumentRoot of: %s; removed afterwards",
                    Printable.line(marker), names);
            page.line(1, "se detienen y se arrancan de nuevo: %s", "stopped and started again: %s", names);
        }
        if (!byHand.isEmpty()) {
            page.line(1, lost(byHand));
        }
        load.ifPresentOrElse(door -> page.line(1, "carga en %s, y en ninguna otra puerta", "load on %s, and on no other door", Printable.line(door.toString())),
                () -> page.line(1, "ninguna carga: ninguna puerta lleva al balanceador (balancer.url)",
                        "no load: no door leads to the balancer (balancer.url)"));
        permission(page, "power_off_machines", may.powerOffMachines(), machines, "apagar y encender máquinas", "switching machines off and on");
        permission(page, "start_stopped", may.startStopped(), stopped, "arrancar, mientras dura, instancias que se entregaron detenidas",
                "starting, while it lasts, instances that were handed in stopped");
        return page.line(1, "cada cambio se anota antes de hacerlo, se deshace y se comprueba",
                "each change is noted before it is made, undone, and verified").text();
    }

    /** That something is lost, and how it is not. */
    static Text lost(List<String> byHand) {
        return Text.of("OJO: no se ve qué arranque el servidor web con la instancia en: %s; al detenerla se pierde (antes: systemctl enable apache2)",
                "MIND: nothing is seen that starts the web server with its instance in: %s; it is lost when that stops (before: systemctl enable apache2)",
                BothTongues.names(byHand));
    }

    private static void permission(BothTongues page, String key, boolean given, List<String> what, String es, String en) {
        var names = what.isEmpty() ? "" : ": " + BothTongues.names(what);
        if (given) {
            page.line(1, "%1$s%3$s (may.%4$s: permitido)", "%2$s%3$s (may.%4$s: allowed)", es, en, names, key);
        } else {
            page.line(1, "no se permite: %1$s (may.%3$s: true lo permite)", "not allowed: %2$s (may.%3$s: true allows it)", es, en, key);
        }
    }
}
