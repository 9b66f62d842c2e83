package relevo.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import relevo.observation.Listener;
import relevo.observation.Role;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/**
 * Judges G2: which programs serve in each instance.
 *
 * <p>A program that listens on loopback only (a mail server, a database) is nobody's server and is allowed; but a web server or
 * a proxy is not, wherever it listens, because HAProxy or Apache in the same instance can pass it every request.
 */
public final class Software {

    private Software() {
    }

    /**
     * Web instances serve with Apache and nothing else; the balancer runs HAProxy and no web server.
     *
     * @param listeners every listening TCP socket of every instance in {@code roles}
     * @param haproxies instances in which HAProxy runs, listening or not
     * @param instances names of every instance; G6 tells of a balancer that is none of them
     * @param roles     what each is for
     * @return could not check when an instance has no listener at all or a reachable socket's program is unknown
     */
    public static Verdict onlyWhatBelongs(List<Listener> listeners, Set<String> haproxies, Set<String> instances, Map<String, Role> roles) {
        Optional<Verdict> unknown = unknownRoles(listeners, roles);
        if (unknown.isPresent()) {
            return unknown.get();
        }
        Findings findings = new Findings();
        new TreeMap<>(roles).forEach((instance, role) -> {
            List<Listener> own = listeners.stream().filter(l -> l.instance().equals(instance)).toList();
            if (own.isEmpty() && !instances.contains(instance)) {
                findings.waits(Verdict.waitsFor("G6", Text.of("%s no es un contenedor: qué más escucha allí no cuenta.",
                        "%s is no container: what else listens there does not count.", instance)));
                return;
            }
            if (own.isEmpty() && haproxies.contains(instance)) {
                return;
            }
            if (own.isEmpty()) {
                Text nothing = Text.of("En %s no escucha ningún programa.", "No program listens in %s.", instance);
                // Whether it should run there is asked elsewhere; what would run cannot be told.
                findings.waits(Verdict.waitsFor(switch (role) {
                    case BALANCER -> "G6";
                    case PRODUCTION -> "G5";
                    case BACKUP -> "C2";
                }, nothing));
            } else if (role == Role.BALANCER) {
                balancer(instance, own, findings);
            } else {
                webServer(instance, own, findings);
            }
        });
        return findings.verdict(
                Text.of("Cada contenedor web sirve con Apache y nada más; el del balanceador, con HAProxy y ningún servidor web.",
                        "Each web container serves with Apache and nothing else; the balancer's with HAProxy and no web server."),
                () -> Text.of("Apache y nada más en %s contenedores web; HAProxy y ningún servidor web en %s.",
                        "Apache and nothing else in %s web containers; HAProxy and no web server in %s.",
                        roles.values().stream().filter(role -> role != Role.BALANCER).count(),
                        Figure.list(roles.entrySet().stream().filter(e -> e.getValue() == Role.BALANCER).map(Map.Entry::getKey).sorted().toList())));
    }

    private static Optional<Verdict> unknownRoles(List<Listener> listeners, Map<String, Role> roles) {
        if (!roles.containsValue(Role.BALANCER)) {
            return Optional.of(Grounds.unknown(Role.BALANCER, List.of(), 1));
        }
        if (!roles.containsValue(Role.PRODUCTION)) {
            return Optional.of(Grounds.unknown(Role.PRODUCTION, List.of(), 1));
        }
        List<String> strangers = listeners.stream().map(Listener::instance).filter(name -> !roles.containsKey(name)).distinct().sorted().toList();
        return strangers.isEmpty() ? Optional.empty() : Optional.of(Verdict.couldNotCheck(
                Text.of("No se conoce el papel de: %s.", "The role of these is unknown: %s.", Figure.list(strangers)), Grounds.mappingRemedy()));
    }

    private static void balancer(String instance, List<Listener> own, Findings findings) {
        if (own.stream().noneMatch(Programs::haproxy)) {
            findings.wrong(Text.of("En %s, el balanceador, no escucha HAProxy.", "In %s, the balancer, HAProxy does not listen.", instance),
                    install(ClientCommand.of("lxc exec %s -- apt-get install haproxy", instance)));
        }
        for (Listener listener : own) {
            if (Programs.apache(listener)) {
                findings.wrong(Text.of("En %s, el balanceador, escucha también un servidor web: %s. Puede responder él y parecer que todo funciona.",
                                "In %s, the balancer, a web server listens too: %s. It may answer by itself, and everything seems to work.",
                                instance, Programs.shown(listener)),
                        ClientCommand.of("lxc exec %s -- apt-get purge apache2", instance));
            } else if (!Programs.haproxy(listener)) {
                other(instance, listener, findings);
            }
        }
    }

    private static Text install(Text command) {
        return new Text(command.es() + "; luego haproxy -c -f /etc/haproxy/haproxy.cfg y systemctl status haproxy.",
                command.en() + "; then haproxy -c -f /etc/haproxy/haproxy.cfg and systemctl status haproxy.");
    }

    private static void webServer(String instance, List<Listener> own, Findings findings) {
        if (own.stream().noneMatch(Programs::apache)) {
            findings.wrong(Text.of("En %s no escucha Apache; sí: %s.", "In %s Apache does not listen; these do: %s.", instance,
                            Figure.list(own.stream().map(Programs::shown).distinct().toList())),
                    ClientCommand.of("lxc exec %s -- systemctl status apache2", instance));
        }
        own.stream().filter(listener -> !Programs.apache(listener)).forEach(listener -> other(instance, listener, findings));
    }

    private static void other(String instance, Listener listener, Findings findings) {
        if (Programs.infrastructure(listener) || (Programs.loopback(listener) && !Programs.web(listener))) {
            return;
        }
        if (listener.program().isEmpty()) {
            findings.doubt(Text.of("En %s no se sabe qué programa escucha en %s:%s.", "In %s it is unknown which program listens on %s:%s.",
                            instance, listener.address(), listener.port()),
                    Text.of("Ejecute ss -ltnp como root dentro de %s.", "Run ss -ltnp as root inside %s.", instance));
            return;
        }
        findings.wrong(Text.of("En %s escucha además %s.", "In %s %s listens too.", instance, Programs.shown(listener)),
                Text.of("Retire ese programa del contenedor (systemctl disable --now …), o póngalo en otro.",
                        "Remove that program from the container (systemctl disable --now …), or put it in another."));
    }
}
