package relevo.substrate.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relevo.observation.Balancer;
import relevo.observation.Doorway;
import relevo.observation.InstanceState;
import relevo.observation.Inventory;
import relevo.observation.Program;
import relevo.observation.Role;
import relevo.observation.Server;
import relevo.words.Printable;
import relevo.words.Text;

/** What {@code -Drelevo.discover} prints: what is there, how each fact is known, and what a run would touch. Nothing of it acts on a terminal. */
public final class WhatWasFound {

    private static final Text FOUND = new Text("encontrado", "found");
    private static final Text TOLD = new Text("indicado", "told");

    private final Inventory found;
    private final Mapping told;
    private final BothTongues page = new BothTongues();

    private WhatWasFound(Inventory found, Mapping told) {
        this.found = found;
        this.told = told;
    }

    /**
     * All of it, many lines in each language.
     *
     * @param found   as it was found, without what was told
     * @param doors   what the host found open
     * @param touches what a run would touch
     */
    public static Text of(Inventory found, Mapping told, List<Doorway> doors, Touches touches) {
        var findings = new WhatWasFound(found, told);
        findings.machines();
        findings.balancers();
        findings.servers();
        findings.doors(doors);
        findings.page.line(0, "LO QUE LA EJECUCIÓN TOCARÁ", "WHAT THE RUN WILL TOUCH");
        return new Text(findings.page.text().es() + touches.text().es(), findings.page.text().en() + touches.text().en());
    }

    private void machines() {
        page.line(0, "MÁQUINAS (%d)", "MACHINES (%d)", found.machines().size());
        var homes = homes();
        for (var machine : BothTongues.first(found.machines())) {
            var name = Printable.line(machine.name());
            if (!told.counts(machine.name())) {
                sourced(1, Text.of("%s: no cuenta como máquina", "%s: does not count as a machine", name), TOLD);
            }
            if (!machine.trouble().isEmpty()) {
                var trouble = bothLines(machine.trouble());
                page.line(1, new Text(name + ": no se pudo mirar: " + trouble.es(), name + ": could not be looked at: " + trouble.en()));
                continue;
            }
            page.line(1, "%s: %s; %s", "%s: %s; %s", name, Printable.line(machine.virtualisation()), BothTongues.names(machine.addresses()));
            page.line(2, machine.managers().isEmpty() ? Text.of("gestor de instancias: ninguno", "manager of instances: none")
                    : Text.of("gestor de instancias: %s", "manager of instances: %s", machine.managers().stream().limit(8).map(WhatWasFound::manager)
                            .collect(Collectors.joining(", "))));
            instances(found.instances().stream().filter(instance -> machine.name().equals(homes.get(instance.member()))).toList());
        }
        page.rest(1, found.machines());
        found.instances().stream().map(InstanceState::member).filter(member -> !homes.containsKey(member)).distinct().limit(40).forEach(member -> {
            page.line(1, "miembro %s, de máquina desconocida", "member %s, of an unknown machine", Printable.line(member));
            instances(found.instances().stream().filter(instance -> instance.member().equals(member)).toList());
        });
    }

    private void instances(List<InstanceState> instances) {
        page.line(2, instances.isEmpty() ? Text.of("instancias: ninguna", "instances: none") : Text.of("instancias:", "instances:"));
        BothTongues.first(instances).forEach(instance -> page.line(3, Text.same("%s (%s, %s)%s".formatted(Printable.line(instance.name()),
                Printable.line(instance.type()), Printable.line(instance.status()),
                instance.addresses().isEmpty() ? "" : " " + BothTongues.names(instance.addresses())))));
        page.rest(3, instances);
    }

    /** The machine of each member: names need not agree, so the programs of its instances tell, where an instance's name occurs once. */
    private Map<String, String> homes() {
        var homes = new LinkedHashMap<String, String>();
        var members = found.instances().stream()
                .collect(Collectors.groupingBy(InstanceState::name, Collectors.mapping(InstanceState::member, Collectors.toSet())));
        for (var machine : found.machines()) {
            machine.programs().stream().map(Program::instance).filter(name -> members.getOrDefault(name, Set.of()).size() == 1)
                    .forEach(name -> homes.putIfAbsent(members.get(name).iterator().next(), machine.name()));
        }
        found.machines().forEach(machine -> homes.putIfAbsent(machine.name(), machine.name()));
        return homes;
    }

    private static String manager(String socket) {
        var kind = socket.contains("incus") ? "Incus" : socket.contains("/snap/lxd") ? "LXD (snap)" : socket.contains("lxd") ? "LXD" : "?";
        return kind + " " + Printable.line(socket);
    }

    /** A sentence that was kept as Spanish, a line feed, and English. */
    private static Text bothLines(String said) {
        var halves = said.strip().split("\n", 2);
        return new Text(Printable.of(halves[0]), Printable.of(halves[halves.length - 1]).replace('\n', ' '));
    }

    private void balancers() {
        page.line(0, "BALANCEADOR", "BALANCER");
        var where = told.balancer();
        if (!where.machine().isEmpty() || !where.instance().isEmpty()) {
            sourced(1, new Text("en " + place(where.machine(), where.instance()), "in " + place(where.machine(), where.instance())), TOLD);
        }
        if (found.balancers().stream().noneMatch(Balancer::runs)) {
            page.line(1, "no corre ningún HAProxy", "no HAProxy runs");
        }
        for (var balancer : BothTongues.first(found.balancers())) {
            var place = place(balancer.machine(), balancer.instance());
            sourced(1, balancer.instance().isEmpty() ? Text.of("en la propia máquina %s", "in the machine %s itself", place)
                    : Text.of("en %s", "in %s", place), FOUND);
            if (!balancer.runs()) {
                page.line(2, "instalado y sin correr: lo que dicen sus archivos no está en vigor",
                        "installed and not running: what its files say is not in force");
            }
            page.line(2, "archivos con que arrancó: %s", "files that it was started with: %s", BothTongues.names(balancer.files()));
            page.line(2, balancer.changedSinceStart().isEmpty() ? Text.of("cambiados después de arrancar: ninguno", "changed since it started: none")
                    : Text.of("cambiados después de arrancar: %s; lo que corre no es lo que está escrito",
                            "changed since it started: %s; what runs is not what is written", BothTongues.names(balancer.changedSinceStart())));
            page.line(2, balancer.sockets().isEmpty() ? Text.of("sockets de estadísticas: ninguno", "sockets for statistics: none")
                    : Text.of("sockets de estadísticas: %s", "sockets for statistics: %s", BothTongues.names(balancer.sockets())));
        }
        page.rest(1, found.balancers());
        told.balancer().url().ifPresent(url -> sourced(1, Text.same(Printable.line(url.toString())), TOLD));
    }

    private static String place(String machine, String instance) {
        return Stream.of(machine, instance).filter(name -> !name.isEmpty()).map(Printable::line).collect(Collectors.joining("/"));
    }

    private void servers() {
        page.line(0, "SERVIDORES (%d)", "SERVERS (%d)", found.servers().size());
        BothTongues.first(found.servers()).forEach(this::server);
        page.rest(1, found.servers());
        var labels = found.servers().stream().map(Server::label).toList();
        var strangers = new ArrayList<>(told.servers().keySet());
        strangers.removeAll(labels);
        if (!strangers.isEmpty()) {
            page.line(1, "indicados y no encontrados: %s", "told and not found: %s", BothTongues.names(strangers));
        }
        if (!found.unreachable().isEmpty()) {
            page.line(1, "granjas adonde ninguna regla lleva: %s", "farms that no rule leads to: %s", BothTongues.names(found.unreachable()));
        }
    }

    private void server(Server server) {
        var applied = told.applied(server);
        var line = told.servers().get(server.label());
        page.line(1, Text.same("%s  %s".formatted(Printable.line(server.label()), Printable.line(server.address()))));
        var named = line != null && !line.instance().isEmpty();
        var instance = applied.instance().isEmpty() ? Text.of("instancia desconocida", "unknown instance")
                : Text.of("instancia %s", "instance %s", Printable.line(applied.instance()));
        known(instance, named, Reasons.of(server.evidence().by()), applied.instance().isEmpty());
        known(role(applied.role()), line != null && line.role().isPresent(), Reasons.of(server.reason().by()), false);
    }

    private static Text role(Role role) {
        return switch (role) {
            case PRODUCTION -> Text.of("producción", "production");
            case BACKUP -> Text.of("respaldo", "backup");
            case BALANCER -> Text.of("balanceador", "balancer");
        };
    }

    /** What is told needs no evidence; what is found has it beside. */
    private void known(Text what, boolean isTold, Text why, boolean unknown) {
        if (isTold) {
            sourced(2, what, TOLD);
        } else if (unknown) {
            page.line(2, new Text(what.es() + ": " + why.es(), what.en() + ": " + why.en()));
        } else {
            page.line(2, new Text("%s (%s: %s)".formatted(what.es(), FOUND.es(), why.es()), "%s (%s: %s)".formatted(what.en(), FOUND.en(), why.en())));
        }
    }

    private void sourced(int depth, Text what, Text source) {
        page.line(depth, new Text(what.es() + " (" + source.es() + ")", what.en() + " (" + source.en() + ")"));
    }

    private void doors(List<Doorway> doors) {
        page.line(0, "PUERTAS QUE ESTE EQUIPO ALCANZA (%d)", "DOORS THAT THIS COMPUTER REACHES (%d)", doors.size());
        for (var door : BothTongues.first(doors)) {
            var address = Printable.line(Touches.address(door));
            var unopened = door.throughBalancer() ? Text.of("no se abrió", "not opened") : Text.of("sin respuesta HTTP", "no HTTP response");
            var status = door.status() == 0 ? unopened : Text.same(String.valueOf(door.status()));
            var from = door.server().isEmpty() ? Text.same("") : Text.of(", contenido de %s", ", content of %s", Printable.line(door.server()));
            var through = door.throughBalancer() ? Text.of(", por el balanceador", ", through the balancer")
                    : door.server().isEmpty() ? Text.same("") : Text.of(", sin pasar por el balanceador", ", around the balancer");
            page.line(1, new Text(address + " → " + status.es() + from.es() + through.es(), address + " → " + status.en() + from.en() + through.en()));
        }
        page.rest(1, doors);
    }
}
