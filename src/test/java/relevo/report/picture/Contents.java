package relevo.report.picture;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import relevo.observation.Balancer;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Known;
import relevo.observation.Machine;
import relevo.observation.Program;
import relevo.observation.Role;
import relevo.observation.Server;
import relevo.report.picture.Occupant.Kind;
import relevo.words.Text;

/** What is drawn in each machine: its instances, and what runs in the machine itself. */
final class Contents {

    private static final Set<String> APACHE = Set.of("apache2", "httpd");

    private final Inventory found;
    private final List<InstanceState> all;

    /** @param all instances, also those that no manager lists */
    Contents(Inventory found, List<InstanceState> all) {
        this.found = found;
        this.all = all;
    }

    /** @param machine null where it was not looked at */
    List<Occupant> in(String name, Machine machine, List<InstanceState> instances) {
        var parts = new ArrayList<Occupant>();
        found.balancers().stream().filter(balancer -> balancer.instance().isEmpty() && balancer.machine().equals(name))
                .forEach(balancer -> parts.add(new Occupant(Kind.BALANCER, "HAProxy", glued(balancer(balancer), Text.of(", sin instancia", ", no instance")),
                        files(balancer), false, true, false, balancer.told())));
        if (machine != null && machine.programs().stream().anyMatch(Contents::isBareApache)) {
            parts.add(new Occupant(Kind.OTHER, "Apache", Text.of("sin instancia", "no instance"), Text.of("en la máquina misma", "in the machine itself"),
                    false, true, false, false));
        }
        instances.forEach(instance -> parts.add(part(instance, name)));
        parts.sort(Comparator.comparing(Occupant::kind));
        return parts;
    }

    private static boolean isBareApache(Program program) {
        return program.instance().isEmpty() && APACHE.contains(program.name());
    }

    /** Only what is not so by itself is said. */
    private static Text balancer(Balancer balancer) {
        return glued(glued(Text.of("balanceador", "balancer"), balancer.told() ? Text.of(" (dicho)", " (told)") : Text.same("")),
                balancer.runs() ? Text.same("") : Text.of(", HAProxy no corre", ", HAProxy does not run"));
    }

    private static Text files(Balancer balancer) {
        return Text.same(String.join(", ", balancer.files()));
    }

    private Occupant part(InstanceState instance, String machine) {
        var stopped = !instance.status().equals("Running");
        var state = !stopped ? Text.same("") : instance.status().equals("Stopped") ? Text.of(", detenida", ", stopped") : Text.same(", " + instance.status());
        var balancer = found.balancers().stream()
                .filter(each -> each.machine().equals(machine) && !each.instance().isEmpty() && each.instance().equals(instance.name()))
                .findFirst();
        if (balancer.isPresent()) {
            return new Occupant(Kind.BALANCER, instance.name(), glued(balancer(balancer.get()), state),
                    joined(about(instance), files(balancer.get())), stopped, false, false, balancer.get().told());
        }
        var servers = unique(instance.name()) ? found.servers().stream().filter(server -> server.instance().equals(instance.name())).toList()
                : List.<Server>of();
        if (servers.isEmpty()) {
            return new Occupant(Kind.OTHER, instance.name(), glued(Text.of("sin papel", "no role"), state), about(instance), stopped, false, false, false);
        }
        var production = servers.stream().anyMatch(server -> server.role() == Role.PRODUCTION);
        var detail = servers.stream().map(Contents::known).reduce(about(instance), Contents::joined);
        return new Occupant(production ? Kind.PRODUCTION : Kind.BACKUP, instance.name(), glued(role(production, Found.told(servers)), state), detail,
                stopped, false, true, Found.told(servers));
    }

    /** Servers that nobody knows the instance of, and those whose instance's name is another's too. */
    List<Occupant> outside() {
        return found.servers().stream().filter(server -> server.instance().isEmpty() || !unique(server.instance())).map(server -> {
            var production = server.role() == Role.PRODUCTION;
            return new Occupant(production ? Kind.PRODUCTION : Kind.BACKUP, "? " + server.label(), role(production, server.told()), known(server), false, false,
                    true, server.told());
        }).sorted(Comparator.comparing(Occupant::kind)).toList();
    }

    private boolean unique(String instance) {
        return all.stream().filter(each -> each.name().equals(instance)).count() == 1;
    }

    private static Text role(boolean production, boolean told) {
        return glued(production ? Text.of("producción", "production") : Text.of("respaldo", "backup"), told ? Text.of(" (dicho)", " (told)") : Text.same(""));
    }

    /** What is known of a server, and how. */
    private static Text known(Server server) {
        var evidence = Stream.of(server.reason(), server.evidence()).map(Known::by).filter(each -> !each.isEmpty()).collect(joining("; "));
        var same = server.label() + " " + server.address() + (evidence.isEmpty() ? "" : ": " + evidence);
        return server.told() ? Text.of("dicho: %s", "told: %s", same) : Text.of("encontrado: %s", "found: %s", same);
    }

    private static Text about(InstanceState instance) {
        if (instance.type().isEmpty()) {
            return Text.of("se vieron sus programas y ningún gestor la lista", "its programs were seen and no manager lists it");
        }
        var machine = instance.type().equals("virtual-machine");
        var addresses = instance.addresses().isEmpty() ? "" : " " + String.join(", ", instance.addresses());
        return Text.of(machine ? "máquina virtual%s" : "contenedor%s", machine ? "virtual machine%s" : "container%s", addresses);
    }

    private static Text glued(Text first, Text second) {
        return new Text(first.es() + second.es(), first.en() + second.en());
    }

    private static Text joined(Text first, Text second) {
        return second.es().isEmpty() ? first : new Text(first.es() + "; " + second.es(), first.en() + "; " + second.en());
    }
}
