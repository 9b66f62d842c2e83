package relevo.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import relevo.chance.PresenceRule;
import relevo.measure.History;
import relevo.measure.Tally;
import relevo.observation.InstanceState;
import relevo.observation.Listener;
import relevo.observation.Member;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.verdict.Findings;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges G4, G5 and G6: what runs where. */
public final class Placement {

    /** G5: an even random split of so many leaves one of two servers out with 2·2⁻²⁰ = 1.9e-06 ({@link PresenceRule}). */
    static final int ENOUGH = 20;

    private Placement() {
    }

    /**
     * G4: every member of the cluster runs at least one container.
     *
     * @param members      the cluster's members
     * @param instances    its instances
     * @param nodesStandIn whether the members are not VMs but node containers that stand in for them, which the text then says
     */
    public static Verdict everyMemberRuns(List<Member> members, List<InstanceState> instances, boolean nodesStandIn) {
        if (members.isEmpty()) {
            return noInstances(Text.of("No se conoce ningún miembro del clúster.", "No member of the cluster is known."));
        }
        Findings findings = new Findings();
        for (Member member : members) {
            List<InstanceState> own = instances.stream().filter(i -> i.member().equals(member.name())).toList();
            if (own.stream().anyMatch(Placement::runningContainer)) {
                continue;
            }
            if (member.status().equalsIgnoreCase("EVACUATED")) {
                findings.doubt(Text.of("%s está EVACUATED: alguien retiró sus contenedores (%s).", "%s is EVACUATED: somebody took its containers away (%s).",
                                member.name(), own.isEmpty() ? "0" : Figure.list(own.stream().map(Placement::shown).toList())),
                        Text.of("Devuélvala al clúster: lxc cluster restore %s", "Bring it back into the cluster: lxc cluster restore %s", member.name()));
            } else if (!member.status().equalsIgnoreCase("ONLINE")) {
                findings.doubt(Text.of("%s está %s: no se sabe qué ejecuta.", "%s is %s: what it runs is unknown.", member.name(), member.status()),
                        Text.of("Encienda esa máquina y mire lxc cluster list.", "Switch that machine on and look at lxc cluster list."));
            } else {
                findings.wrong(Text.of("%s no ejecuta ningún contenedor (%s).", "%s runs no container (%s).", member.name(),
                                own.isEmpty() ? "0" : Figure.list(own.stream().map(Placement::shown).toList())),
                        remedy(member, own));
            }
        }
        return findings.verdict(
                Text.of("Cada máquina virtual ejecuta al menos un contenedor LXD.", "Every virtual machine runs at least one LXD container."),
                () -> {
                    Text runs = Text.same(members.stream().map(member -> member.name() + ": " + Figure.list(instances.stream()
                            .filter(i -> i.member().equals(member.name()) && runningContainer(i)).map(InstanceState::name).toList()))
                            .collect(Collectors.joining("; ")) + ".");
                    return nodesStandIn ? runs.then(Text.of("Aquí unos nodos en contenedores hacen las veces de las máquinas virtuales.",
                            "Here node containers stand in for the virtual machines.")) : runs;
                });
    }

    private static Text remedy(Member member, List<InstanceState> own) {
        return own.stream().filter(i -> i.type().equalsIgnoreCase("container")).findFirst()
                .map(Placement::start)
                .orElse(Text.of("lxc launch … --target %1$s, o lxc move … --target %1$s; después lxc list.",
                        "lxc launch … --target %1$s, or lxc move … --target %1$s; then lxc list.", member.name()));
    }

    private static Text start(InstanceState off) {
        Text start = ClientCommand.of("lxc start %s", off.name());
        if (off.status().equalsIgnoreCase("Frozen")) {
            return start.then(Text.of("(está congelado).", "(it is frozen)."));
        }
        Text always = ClientCommand.of("lxc config set %s boot.autostart true", off.name());
        return new Text(start.es() + "; después lxc list. Que arranque con su máquina: " + always.es(),
                start.en() + "; then lxc list. To have it start with its machine: " + always.en());
    }

    /**
     * G5: at least two running containers serve as production: they answered, and the balancer lists them.
     *
     * @param light     requests under no load, with the balancer's server list in its snapshots
     * @param instances the cluster's instances
     */
    public static Verdict twoWebServers(Observation light, List<InstanceState> instances) {
        History history = new History(light);
        if (instances.isEmpty()) {
            return noInstances(Text.of("No se conoce ninguna instancia del clúster.", "No instance of the cluster is known."));
        }
        Optional<Verdict> missing = Grounds.of(history).answers(2).roles().known(Role.PRODUCTION, 1).missing();
        if (missing.isEmpty() && history.snapshots().isEmpty()) {
            missing = Grounds.of(history).snapshots(1).missing();
        }
        if (missing.isPresent()) {
            return missing.get();
        }
        Findings findings = new Findings();
        Set<String> serving = new TreeSet<>();
        Map<String, Long> answered = Tally.okPer(history.answers(), history.named(Role.PRODUCTION));
        Findings reasons = new Findings();
        answered.forEach((name, n) -> {
            Optional<InstanceState> instance = instances.stream().filter(i -> i.name().equals(name)).findFirst();
            if (instance.isEmpty() || !runningContainer(instance.get())) {
                reasons.wrong(Text.of("%s no es un contenedor en marcha del clúster (%s).", "%s is no running container of the cluster (%s).", name,
                        instance.map(Placement::shown).orElse("–")),
                        Text.of("lxc list; el servidor web debe estar en un contenedor, no en la máquina virtual.",
                                "lxc list; the web server belongs in a container, not in the virtual machine."));
            } else if (!history.listed(name)) {
                if (history.unmapped().isEmpty() && n > 0) {
                    reasons.doubt(Text.of("%s respondió, pero las estadísticas no lo muestran.", "%s answered, but the statistics do not show it.", name),
                            Text.of("Arregle primero G3.1.", "Repair G3.1 first."));
                } else if (history.unmapped().isEmpty()) {
                    reasons.wrong(Text.of("%s no está en la lista de servidores del balanceador.", "%s is not in the balancer's list of servers.", name),
                            Text.of("Añada su línea server en haproxy.cfg.", "Add its server line to haproxy.cfg."));
                } else {
                    reasons.doubt(Text.of("No se sabe si %s es una de estas filas: %s.", "It is unknown whether %s is one of these rows: %s.", name,
                            Figure.list(history.unmapped())), Grounds.mappingRemedy());
                }
            } else if (n == 0 && history.answers().size() < ENOUGH) {
                Verdict few = Grounds.tooFew(history.answers().size(), ENOUGH);
                reasons.doubt(few.seen(), few.remedy());
            } else if (n == 0) {
                reasons.wrong(Text.of("%s no respondió ninguna de %s peticiones.", "%s answered none of %s requests.", name,
                        Figure.count(history.answers().size()))
                                .then(PresenceRule.of(history.answers().size(), answered.size()).text()),
                        Text.of("Mire su estado en la página de estadísticas, systemctl status apache2 en él, y balance.",
                                "See its state on the statistics page, systemctl status apache2 in it, and balance."));
            } else {
                serving.add(name);
            }
        });
        if (serving.size() < 2) {
            Verdict why = reasons.verdict(Text.same(""), () -> Text.same(""));
            Text found = Text.of("Servidores web de producción en contenedores: %s.", "Production web servers in containers: %s.",
                    serving.isEmpty() ? "0" : serving.size() + " (" + Figure.list(serving) + ")");
            if (why.outcome() == Outcome.COULD_NOT_CHECK) {
                findings.doubt(found.then(why.seen()), why.remedy());
            } else {
                findings.wrong(found.then(why.seen()), why.isMet() ? Text.of("Cree otro contenedor con Apache y añada su línea server sin backup.",
                        "Make another container with Apache and add its server line without backup.") : why.remedy());
            }
        }
        return findings.verdict(
                Text.of("Al menos dos contenedores LXD sirven como producción.", "At least two LXD containers serve as production."),
                () -> Text.of("%s contenedores sirven como producción: %s.", "%s containers serve as production: %s.", serving.size(),
                        Figure.counts(answered)));
    }

    /**
     * G6: HAProxy runs in a container of its own: no web server beside it, no HAProxy beside the web servers.
     *
     * @param listeners every listening TCP socket of every instance in {@code roles}
     * @param haproxies instances in which HAProxy runs, listening or not
     * @param instances the cluster's instances
     * @param roles     what each instance is for
     */
    public static Verdict balancerOfItsOwn(List<Listener> listeners, Set<String> haproxies, List<InstanceState> instances, Map<String, Role> roles) {
        if (instances.isEmpty()) {
            return noInstances(Text.of("No se conoce ninguna instancia del clúster.", "No instance of the cluster is known."));
        }
        Set<String> balancers = new TreeSet<>();
        roles.forEach((name, role) -> {
            if (role == Role.BALANCER) {
                balancers.add(name);
            }
        });
        if (balancers.isEmpty()) {
            return Grounds.unknown(Role.BALANCER, List.of(), 1);
        }
        Findings findings = new Findings();
        for (String name : balancers) {
            Optional<InstanceState> instance = instances.stream().filter(i -> i.name().equals(name)).findFirst();
            List<Listener> own = listeners.stream().filter(l -> l.instance().equals(name)).toList();
            if (instance.isEmpty() || !runningContainer(instance.get())) {
                findings.wrong(Text.of("%s no es un contenedor en marcha del clúster (%s).", "%s is no running container of the cluster (%s).", name,
                        instance.map(Placement::shown).orElse("–")),
                        Text.of("Instale HAProxy en un contenedor propio, no en la máquina virtual: lxc launch … haproxy.",
                                "Install HAProxy in a container of its own, not in the virtual machine: lxc launch … haproxy."));
            } else if (own.isEmpty() && haproxies.contains(name)) {
                continue;
            } else if (own.isEmpty() && !listeners.isEmpty()) {
                findings.wrong(Text.of("HAProxy no está en marcha en %s.", "HAProxy is not running in %s.", name),
                        ClientCommand.of("lxc exec %s -- systemctl status haproxy", name));
            } else if (own.isEmpty()) {
                findings.doubt(Text.of("No se vio ningún puerto en escucha en %s.", "No listening port was seen in %s.", name),
                        Text.of("Ejecute en él: ss -ltnp", "Run in it: ss -ltnp"));
            } else if (own.stream().noneMatch(Programs::haproxy)) {
                findings.wrong(Text.of("En %s no escucha HAProxy.", "HAProxy does not listen in %s.", name),
                        ClientCommand.of("lxc exec %s -- systemctl status haproxy", name));
            }
            own.stream().filter(l -> Programs.web(l) && !Programs.haproxy(l)).forEach(l -> findings.wrong(
                    Text.of("%s comparte el contenedor %s.", "%s shares the container %s.", Programs.shown(l), name),
                    Text.of("Deje en %s solo HAProxy.", "Leave only HAProxy in %s.", name)));
        }
        listeners.stream().filter(l -> Programs.haproxy(l) && roles.containsKey(l.instance()) && !balancers.contains(l.instance())).forEach(l -> findings.wrong(
                Text.of("HAProxy escucha también en %s, un servidor web: %s.", "HAProxy listens also in %s, a web server: %s.", l.instance(),
                        Programs.shown(l)),
                Text.of("Retire HAProxy de ese contenedor.", "Remove HAProxy from that container.")));
        return findings.verdict(
                Text.of("HAProxy corre en un contenedor LXD propio.", "HAProxy runs in an LXD container of its own."),
                () -> Text.of("HAProxy corre solo, en el contenedor %s.", "HAProxy runs alone, in container %s.", Figure.list(balancers)));
    }

    private static boolean runningContainer(InstanceState instance) {
        return instance.type().equalsIgnoreCase("container") && instance.status().equalsIgnoreCase("Running");
    }

    private static String shown(InstanceState instance) {
        return instance.name() + " " + instance.type() + " " + instance.status();
    }

    private static Verdict noInstances(Text reason) {
        return Verdict.couldNotCheck(reason, Text.of("Mire lxc cluster list y lxc list en cualquier nodo.",
                "Look at lxc cluster list and lxc list on any node."));
    }
}
