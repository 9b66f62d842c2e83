package relevo.substrate.delivery;

import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.machine.SshAddress;
import relevo.observation.Doorway;
import relevo.observation.Inventory;
import relevo.observation.Machine;
import relevo.observation.Section;

/**
 * Writes the mapping file that somebody may edit. A line of explanation begins with two comment signs, a key with one, so that an editor that takes one
 * away from each line leaves a file that can be read. Names that the reader would refuse are left out: they are strangers' work.
 */
final class MappingSuggestion {

    private static final int MOST = 200;
    private static final String PASSWORD = "RELEVO_STATISTICS_PASSWORD";

    private final String delivery;
    private final List<SshAddress> hosts;
    private final Inventory found;
    private final Optional<String> door;
    private final StringBuilder text = new StringBuilder();

    MappingSuggestion(String delivery, List<SshAddress> hosts, Inventory found, List<Doorway> doors) {
        this.delivery = delivery;
        this.hosts = hosts;
        this.found = found;
        this.door = Touches.door(doors).map(Objects::toString);
    }

    String text() {
        explain("Lo que solo una persona puede decir de esta entrega, con lo que se encontró en ella. Ninguna clave es obligatoria.");
        explain("Para usar una, quite «# » al comienzo de su línea. Guárdelo fuera de la entrega y agregue -Drelevo.mapping=ESTE-ARCHIVO.");
        key("Carpeta del Vagrantfile que se califica, si la entrega trae varios.", "delivery: " + quoted(MappingKeys.isFolder(delivery) ? delivery : "."));
        hosts();
        key("Máquinas que se califican; quite la que sea solo un cliente de JMeter (G4, C1).", "counts_as_machine: ["
                + machines().map(MappingSuggestion::quoted).collect(Collectors.joining(", ")) + "]");
        balancer();
        statistics();
        servers();
        permissions();
        key("Para quien lea los resultados.", "notes: \"el equipo corre haproxy.sh a mano después de vagrant up\"");
        return text.toString();
    }

    /** Machines need a name for the list to be one. */
    private Stream<String> machines() {
        var names = usable(found.machines().stream().map(Machine::name));
        return names.isEmpty() ? Stream.of("vm1") : names.stream();
    }

    private static Set<String> usable(Stream<String> names) {
        return names.filter(MappingKeys::isName).limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void hosts() {
        key("Cómo se entra a cada máquina, si no son de Vagrant: usuario@dirección:puerto, y su llave privada (key), o el nombre de la "
                + "variable del entorno que tiene su contraseña (password_env).", "hosts:");
        var written = hosts.stream().filter(host -> MappingKeys.isHost(host.machine(), ssh(host))).limit(MOST).toList();
        if (written.isEmpty()) {
            line("  - name: vm1");
            line("    ssh: vagrant@127.0.0.1:2222");
        }
        for (var host : written) {
            line("  - name: " + quoted(host.machine()));
            line("    ssh: " + quoted(ssh(host)));
            host.keys().stream().filter(key -> Files.isRegularFile(key) && MappingKeys.isName(key.toString())).findFirst()
                    .ifPresent(key -> line("    key: " + quoted(key.toAbsolutePath().toString())));
        }
    }

    private static String ssh(SshAddress host) {
        return host.user() + "@" + (host.host().contains(":") ? "[" + host.host() + "]" : host.host()) + ":" + host.port();
    }

    private void balancer() {
        var balancer = found.balancers().stream().findFirst();
        key("El balanceador: máquina, instancia (ninguna si HAProxy corre en la propia máquina) y dirección desde este equipo.", "balancer:");
        line("  machine: " + quoted(balancer.map(one -> one.machine()).filter(MappingKeys::isName).orElseGet(() -> machines().findFirst().orElseThrow())));
        var instance = balancer.isPresent() ? balancer.map(one -> one.instance()) : Optional.of("haproxy");
        instance.filter(MappingKeys::isName).ifPresent(name -> line("  instance: " + quoted(name)));
        line("  url: " + quoted(door()));
    }

    private String door() {
        return door.orElse("http://127.0.0.1:8080/");
    }

    /** Its password stays where it is: neither it nor its length is written here. */
    private void statistics() {
        key("La página de estadísticas y quién puede verla; la contraseña va en esa variable del entorno, nunca aquí.", "statistics:");
        var page = words("stats", "uri").filter(path -> path.startsWith("/")).map(path -> door().replaceFirst("/$", "") + path)
                .filter(url -> MappingKeys.url(url).isPresent() && !url.contains("@")).findFirst().orElse(door() + "haproxy?stats");
        line("  url: " + quoted(page));
        line("  user: " + quoted(words("stats", "auth").map(pair -> pair.replaceFirst(":.*", "")).filter(MappingKeys::isName).findFirst().orElse("admin")));
        line("  password_env: " + PASSWORD);
    }

    private Stream<String> words(String first, String second) {
        return found.balancers().stream().flatMap(balancer -> balancer.configuration().stream()).flatMap((Section section) -> section.having(first, second))
                .map(directive -> directive.after(second)).filter(word -> !word.isEmpty());
    }

    private void servers() {
        key("Qué instancia es cada servidor (granja/servidor) y su papel: production o backup.", "servers:");
        var written = new LinkedHashSet<String>();
        for (var server : found.servers()) {
            if (MappingKeys.isServer(server.label()) && written.size() < MOST && written.add(server.label())) {
                var instance = MappingKeys.isName(server.instance()) ? "instance: " + quoted(server.instance()) + ", " : "";
                line("  " + quoted(server.label()) + ": {" + instance + "role: " + server.role().name().toLowerCase(Locale.ROOT) + "}");
            }
        }
        if (written.isEmpty()) {
            line("  \"web-backend/web1\": {instance: \"web1\", role: production}");
        }
    }

    private void permissions() {
        key("Lo que la ejecución puede hacer además de lo de siempre; sin permiso, no lo hace.", "may:");
        permission("Arrancar, mientras se califica, las instancias detenidas a las que apunta una línea server.", "start_stopped");
        permission("Apagar y encender máquinas (C3, C4).", "power_off_machines");
    }

    private void permission(String why, String name) {
        text.append("##   ").append(why).append('\n');
        line("  " + name + ": false");
    }

    private void key(String why, String yaml) {
        text.append('\n');
        explain(why);
        line(yaml);
    }

    private void explain(String why) {
        text.append("## ").append(why).append('\n');
    }

    private void line(String yaml) {
        text.append("# ").append(yaml).append('\n');
    }

    /** Only what {@link MappingKeys} would take comes here, so there are no controls in it. */
    private static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
