package relevo.substrate.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.observation.Balancer;
import relevo.observation.InstanceName;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Machine;
import relevo.observation.Role;
import relevo.observation.Server;
import relevo.substrate.delivery.Mapping.ToldServer;
import relevo.words.Nearest;
import relevo.words.Printable;
import relevo.words.Text;

/** Holds what was told against what was found. */
final class Contradictions {

    private static final int MOST_NAMES = 12;
    private static final int MOST_COMPARED = 1_000;
    private static final Text MACHINE = new Text("nombre de máquina", "name of a machine");
    private static final Text INSTANCE = new Text("nombre de instancia", "name of an instance");
    private static final Text SERVER = new Text("servidor (granja/servidor)", "server (farm/server)");

    private final Mapping told;
    private final Inventory found;
    private final boolean sawAll;
    private final List<Text> all = new ArrayList<>();

    Contradictions(Mapping told, Inventory found) {
        this.told = told;
        this.found = found;
        this.sawAll = found.machines().stream().allMatch(machine -> machine.trouble().isEmpty());
    }

    List<Text> all() {
        var machines = names(found.machines().stream().map(Machine::name));
        told.countsAsMachine().forEach(name -> mustBeOneOf("counts_as_machine", name, machines, MACHINE));
        if (!told.balancer().machine().isEmpty()) {
            mustBeOneOf("balancer.machine", told.balancer().machine(), machines, MACHINE);
        }
        var where = told.balancer();
        var names = names(found.instances().stream().map(InstanceState::name));
        // Of a name that two machines have, the machine may be told beside it.
        instance("balancer.instance", where.machine().isEmpty() ? where.instance() : InstanceName.called(names, where.instance(), where.machine()));
        balancer();
        told.servers().forEach(this::server);
        roles();
        return List.copyOf(all);
    }

    private void instance(String key, String name) {
        if (!name.isEmpty() && sawAll) {
            mustBeOneOf(key, name, names(found.instances().stream().map(InstanceState::name)), INSTANCE);
        }
    }

    /** HAProxy that does not run is told by its requirement; here only one that runs somewhere else. */
    private void balancer() {
        var where = told.balancer();
        var here = found.balancers().stream().filter(one -> one.runs() || !one.configuration().isEmpty()).anyMatch(told.told()::means);
        var elsewhere = found.balancers().stream().filter(Balancer::runs).toList();
        if (told.told().ofBalancer() && !here && !elsewhere.isEmpty() && sawAll && all.isEmpty()) {
            var running = elsewhere.stream().map(Contradictions::place).distinct().limit(MOST_NAMES).collect(Collectors.joining(", "));
            all.add(Text.of("balancer: en «%s» no hay ningún HAProxy; corre en %s.", "balancer: there is no HAProxy in \"%s\"; it runs in %s.",
                    place(where.machine(), where.instance()), running));
        }
    }

    private static String place(Balancer balancer) {
        return place(balancer.machine(), balancer.instance());
    }

    private static String place(String machine, String instance) {
        return Stream.of(machine, instance).filter(name -> !name.isEmpty()).map(Printable::line).collect(Collectors.joining("/"));
    }

    private void server(String label, ToldServer server) {
        var key = "servers." + Printable.line(label);
        if (sawAll && !found.balancers().isEmpty()) {
            mustBeOneOf("servers", label, names(found.servers().stream().map(Server::label)), SERVER);
        }
        instance(key + ".instance", server.instance());
        found.servers().stream().filter(seen -> seen.label().equals(label) && seen.proven() && !server.instance().isEmpty()
                && !seen.instance().equals(server.instance())).limit(1).forEach(seen -> all.add(Text.of(
                "%1$s.instance: se dijo «%2$s», y desde %3$s volvió la página que solo tiene «%4$s». Quite la línea, o escriba %4$s.",
                "%1$s.instance: \"%2$s\" was told, and from %3$s came the page that only \"%4$s\" has. Take the line out, or write %4$s.",
                key, Printable.line(server.instance()), Printable.line(seen.address()), Printable.line(seen.instance()))));
    }

    /** One instance may stand in several farms; it is production or backup all the same. */
    private void roles() {
        var toldBefore = new HashMap<String, Map.Entry<String, Role>>();
        told.servers().forEach((label, server) -> server.role().ifPresent(role -> {
            var instance = server.instance().isEmpty() ? found.servers().stream().filter(seen -> seen.label().equals(label)).map(Server::instance).findFirst()
                    .orElse("") : server.instance();
            var before = instance.isEmpty() ? null : toldBefore.putIfAbsent(instance, Map.entry(label, role));
            if (before != null && before.getValue() != role) {
                all.add(Text.of("servers: «%s» es %s en %s y %s en %s; escriba el mismo papel en los dos.",
                        "servers: \"%s\" is %s in %s and %s in %s; write the same role in both.", Printable.line(instance), word(before.getValue()),
                        Printable.line(before.getKey()), word(role), Printable.line(label)));
            }
        }));
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> names(Stream<String> names) {
        return names.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void mustBeOneOf(String key, String name, Collection<String> there, Text kind) {
        if (there.contains(name)) {
            return;
        }
        var subject = Printable.line(name);
        if (there.isEmpty()) {
            all.add(Text.of("%1$s: «%2$s» no está: no se encontró ningún %3$s.", "%1$s: \"%2$s\" is not there: no %4$s was found.", key, subject, kind.es(),
                    kind.en()));
            return;
        }
        var some = there.stream().limit(MOST_NAMES).map(Printable::line).collect(Collectors.joining(", ")) + (there.size() > MOST_NAMES ? ", …" : "");
        all.add(Text.of("%1$s: «%2$s» no es ningún %3$s de los que se encontraron; lo más parecido es «%5$s» (hay %6$s).",
                "%1$s: \"%2$s\" is no %4$s that was found; the nearest is \"%5$s\" (there are %6$s).", key, subject, kind.es(), kind.en(),
                Nearest.of(subject, there.stream().limit(MOST_COMPARED).map(Printable::line).toList()), some));
    }
}
