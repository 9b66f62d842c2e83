package relevo.substrate.delivery;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * @param stopped    instances that it would start, where it may
 * @param may        what is allowed besides
 */
public record Touches(String marker, List<String> webServers, Optional<URI> load, List<String> machines, List<String> stopped, May may) {

    /**
     * What follows from what was found and told.
     *
     * @param marker path of the file, from a document root
     */
    public static Touches of(String marker, Inventory found, Mapping told, List<Doorway> doors) {
        var servers = told.applied(found).servers().stream().map(Server::instance).filter(name -> !name.isEmpty()).distinct().toList();
        return new Touches(marker, servers, told.balancer().url().or(() -> door(doors)),
                found.machines().stream().map(Machine::name).filter(told::counts).toList(),
                found.instances().stream().filter(instance -> !instance.status().equals("Running")).map(InstanceState::name).distinct().toList(), told.may());
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
        load.ifPresentOrElse(door -> page.line(1, "carga en %s, y en ninguna otra puerta", "load on %s, and on no other door", Printable.line(door.toString())),
                () -> page.line(1, "ninguna carga: ninguna puerta lleva al balanceador (balancer.url)",
                        "no load: no door leads to the balancer (balancer.url)"));
        permission(page, "power_off_machines", may.powerOffMachines(), machines, "apagar y encender máquinas", "switching machines off and on");
        permission(page, "start_stopped", may.startStopped(), stopped, "arrancar instancias que se entregaron detenidas",
                "starting instances that were handed in stopped");
        permission(page, "apache_conf", may.apacheConf(), webServers, "escribir una configuración de Apache, recargarlo, y retirarla",
                "writing a configuration for Apache, reloading it, and removing it");
        permission(page, "restart_haproxy", may.restartHaproxy(), List.of(), "reiniciar HAProxy", "restarting HAProxy");
        permission(page, "password_login", may.passwordLogin(), List.of(), "entrar con la contraseña conocida de Vagrant",
                "entering with Vagrant's well-known password");
        return page.line(1, "cada cambio se anota antes de hacerlo, se deshace y se comprueba",
                "each change is noted before it is made, undone, and verified").text();
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
