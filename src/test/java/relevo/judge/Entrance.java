package relevo.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import relevo.chance.ShareRule;
import relevo.chance.ZeroRule;
import relevo.measure.History;
import relevo.measure.Tally;
import relevo.observation.Answer;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.observation.Standing;
import relevo.verdict.Findings;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges G1.1 and G1.2: who answers the requests sent to the balancer's address. */
public final class Entrance {

    /** Alternation is looked for in at least this many answers per server: a split of 20 % to 80 % shows it by chance with 3.4e-05 ({@link ShareRule}). */
    public static final int ROUNDS = 6;
    /** G1.1: fewest answers that clear a cluster whose backups take their turns: 14 (2⁻¹⁴ = 6.1e-05, {@link ZeroRule}). */
    static final int FEW = ZeroRule.needed(ZeroRule.EVERY_SECOND);

    private Entrance() {
    }

    /**
     * G1.1: production servers, and nobody else, answer under no load.
     *
     * @param seen     requests sent to the balancer, while each document root held its instance's random marker
     * @param balancer how it stood then
     * @return not met when an answer failed, came from a backup, or held no server's marker; when nobody answered although the balancer was looked at
     */
    public static Verdict answeredByProduction(Observation seen, Standing balancer) {
        History history = new History(seen);
        if (balancer.looked() && !history.answers().isEmpty() && history.answers().stream().allMatch(a -> a.status() == 0)) {
            return nobodyAnswers(history, balancer);
        }
        Optional<Verdict> missing = Grounds.of(history).answers(1).roles().known(Role.PRODUCTION, 1).missing();
        if (missing.isPresent()) {
            return missing.get();
        }
        int n = history.answers().size();
        Findings findings = new Findings();
        if (!balancer.inside().isEmpty()) {
            findings.wrong(Text.of("El balanceador responde en %s, pero ningún puerto del equipo anfitrión ni de sus máquinas lleva hasta él.",
                            "The balancer answers at %s, but no port of the host or of its machines leads to it.", balancer.inside()),
                    Text.of("Publíquelo: lxc config device add <balanceador> http proxy listen=tcp:0.0.0.0:80 connect=tcp:127.0.0.1:80, y si hace falta un "
                            + "forwarded_port en el Vagrantfile.",
                            "Publish it: lxc config device add <balancer> http proxy listen=tcp:0.0.0.0:80 connect=tcp:127.0.0.1:80, and a forwarded_port "
                                    + "in the Vagrantfile where it takes one."));
        }
        List<Answer> failed = history.answers().stream().filter(a -> !a.ok()).toList();
        if (!failed.isEmpty()) {
            findings.wrong(Text.of("Fallaron %s de %s peticiones (%s).", "%s of %s requests failed (%s).", Figure.count(failed.size()), Figure.count(n),
                            Tally.causes(failed)),
                    Tally.refusal(failed)
                    .orElse(Text.of("Revise en haproxy.cfg que default_backend nombre la granja de producción y que las direcciones de sus líneas server "
                    + "sean las actuales (lxc list).",
                            "See in haproxy.cfg that default_backend names the production farm and that the addresses of its server lines are the current "
                                    + "ones (lxc list).")));
        }
        long nobody = history.answers().stream().filter(a -> a.ok() && a.server().isEmpty()).count();
        if (nobody > 0) {
            findings.wrong(Text.of("%s de %s respuestas no traían el contenido de ningún servidor web.", "%s of %s answers held the content of no web server.",
                            Figure.count(nobody), Figure.count(n)),
                    Text.of("Algo responde en lugar de los servidores: busque un Apache en el contenedor del balanceador (lxc exec <balanceador> -- ss "
                            + "-ltnp) o un http-request return en haproxy.cfg.",
                            "Something answers in the servers' place: look for an Apache in the balancer's container (lxc exec <balancer> -- ss -ltnp) or "
                                    + "for http-request return in haproxy.cfg."));
        }
        Map<String, Long> others = Tally.okPer(history.answers(),
                seen.roles().keySet().stream().filter(name -> history.roleOf(name) != Role.PRODUCTION).toList());
        others.values().removeIf(count -> count == 0);
        if (!others.isEmpty()) {
            findings.wrong(Text.of("De %s respuestas, algunas vinieron de quien no es producción: %s.",
                    "Of %s answers, some came from others than production: %s.",
                            Figure.count(n), Figure.counts(others)),
                    Text.of("Los respaldos llevan la palabra backup, o están en otra granja que solo se usa en sobrecarga o caída (use_backend … if …).",
                            "Backups carry the word backup, or stand in another farm used only on overload or failure (use_backend … if …)."));
        }
        if (n < FEW) {
            Verdict few = Grounds.tooFew(n, FEW);
            findings.doubt(few.seen(), few.remedy());
        }
        return findings.verdict(
                Text.of("Toda petición al balanceador la responde un servidor de producción, con su propio contenido.",
                        "Every request to the balancer is answered by a production server, with its own content."),
                () -> Text.of("%s de %s respuestas traían el contenido de producción: %s.", "%s of %s answers held production's content: %s.",
                        Figure.count(n), Figure.count(n), Figure.counts(Tally.okPer(history.answers(), history.named(Role.PRODUCTION))))
                        .then(ZeroRule.of(n, ZeroRule.EVERY_SECOND).text()));
    }

    private static Verdict nobodyAnswers(History history, Standing balancer) {
        Text seen = Text.of("Ninguna de %s peticiones obtuvo respuesta en la dirección del balanceador (%s).",
                "None of %s requests got a response at the balancer's address (%s).", Figure.count(history.answers().size()),
                Tally.causes(history.answers()));
        Text expected = Text.of("El balanceador responde en su dirección, con el contenido de un servidor de producción.",
                "The balancer answers at its address, with a production server's content.");
        if (balancer.running() == 0) {
            return Verdict.notMet(expected, seen.then(Text.of("HAProxy no está en marcha.", "HAProxy is not running."))
                    .then(Text.same(balancer.lastWords().isBlank() ? "" : "«" + balancer.lastWords().strip() + "»")),
                    where(balancer.home()).then(Text.of("Corrija lo que diga haproxy -c -f /etc/haproxy/haproxy.cfg y arranque el servicio: "
                            + "systemctl restart haproxy.",
                            "Correct what haproxy -c -f /etc/haproxy/haproxy.cfg says and start the service: systemctl restart haproxy.")));
        }
        return balancer.frontends() == 0
                ? Verdict.notMet(expected, seen.then(Text.of("HAProxy está en marcha, pero su configuración no escucha en ningún puerto.",
                        "HAProxy is running, but its configuration listens on no port.")),
                        Text.of("Añada a haproxy.cfg un frontend con bind *:80 y default_backend, y recargue: systemctl reload haproxy.",
                                "Add a frontend with bind *:80 and default_backend to haproxy.cfg, and reload: systemctl reload haproxy."))
                : Verdict.notMet(expected, seen.then(Text.of("HAProxy está en marcha y escucha.", "HAProxy is running and listens.")),
                        Text.of("Compruebe que el puerto de su bind es el que se publica hacia el anfitrión (lxc config device show <balanceador>), y que "
                                + "default_backend tenga servidores.",
                                "See that the port of its bind is the one that is published to the host (lxc config device show <balancer>), and that "
                                        + "default_backend has servers."));
    }

    /** Where to look first. */
    private static Text where(String home) {
        return home.isEmpty() ? Text.same("") : home.endsWith(" (VM)") ? Text.of("En %s: systemctl status haproxy.", "On %s: systemctl status haproxy.", home)
                : look(ClientCommand.of("lxc exec %s -- systemctl status haproxy", home));
    }

    private static Text look(Text command) {
        return new Text(command.es() + ".", command.en() + ".");
    }

    /**
     * G1.2: production shares the requests. Exact alternation (each round visits every server in one order), or else an exact
     * binomial test that every server gets its part ({@link ShareRule}).
     *
     * @param newConnections requests one after another, each on a connection of its own
     * @param keepAlive      requests one after another on one connection
     * @return met also when connections alone are shared, with a note: in {@code mode tcp} each stays with its server
     */
    public static Verdict shared(Observation newConnections, Observation keepAlive) {
        Text expected = Text.of("Todos los servidores de producción se reparten las peticiones.", "All production servers share the requests.");
        Findings findings = new Findings();
        Text first = share(newConnections, Text.of("Conexiones nuevas:", "New connections:"), findings);
        boolean shared = findings.verdict(expected, () -> first).outcome() == Outcome.MET;
        Findings kept = shared ? new Findings() : findings;
        Text second = share(keepAlive, Text.of("Una conexión mantenida (keep-alive):", "One kept connection (keep-alive):"), kept);
        return shared && !kept.clean()
                ? Verdict.met(first.then(second).then(Text.of("Se reparten las conexiones, y cada una se queda en su servidor, como hace mode tcp.",
                        "Connections are shared, and each stays with its server, as in mode tcp.")))
                : kept.verdict(expected, () -> first.then(second));
    }

    private static Text share(Observation seen, Text how, Findings findings) {
        History history = new History(seen);
        Optional<Verdict> missing = Grounds.of(history).answers(1).roles().known(Role.PRODUCTION, 2).missing();
        if (missing.isPresent()) {
            findings.waits(missing.get());
            return how;
        }
        List<String> servers = history.named(Role.PRODUCTION);
        List<String> order = history.answers().stream().filter(a -> a.ok() && servers.contains(a.server())).map(Answer::server).toList();
        if (order.isEmpty()) {
            findings.doubt(how.then(Text.of("producción no respondió ninguna de %s peticiones.", "production answered none of %s requests.",
                    Figure.count(history.answers().size()))),
                    Text.of("Arregle primero G1.1.", "Repair G1.1 first."));
            return how;
        }
        if (alternates(order, servers.size())) {
            return how.then(Text.of("alternancia exacta de %s en %s respuestas.", "exact alternation of %s in %s answers.",
                    Figure.list(order.subList(0, servers.size())), Figure.count(order.size())));
        }
        ShareRule test = ShareRule.of(order.size(), servers.size());
        Map<String, Long> counts = Tally.okPer(history.answers(), servers);
        if (counts.values().stream().anyMatch(count -> count < test.threshold())) {
            findings.wrong(how.then(Text.of("reparto %s.", "shares %s.", Figure.counts(counts))).then(bracket(test.text())),
                    Text.of("Use balance roundrobin y mode http. Con balance source todo va a un solo servidor (tras un proxy device de LXD todos los "
                            + "clientes son 127.0.0.1); en mode tcp cada conexión se queda en el suyo; revise weight y cookie.",
                            "Use balance roundrobin and mode http. With balance source everything goes to one server (behind an LXD proxy device every "
                                    + "client is 127.0.0.1); in mode tcp each connection stays with its own; look at weight and cookie."));
        } else if (!test.decides()) {
            Verdict few = Grounds.tooFew(order.size(), ShareRule.needed(servers.size()));
            findings.doubt(how.then(few.seen()), few.remedy());
        }
        return how.then(Text.of("reparto %s.", "shares %s.", Figure.counts(counts))).then(bracket(test.text()));
    }

    private static Text bracket(Text text) {
        return new Text("(" + text.es() + ")", "(" + text.en() + ")");
    }

    /** Whether the first round visits every server once and every later round repeats its order. */
    static boolean alternates(List<String> order, int servers) {
        if (order.size() < ROUNDS * servers || new HashSet<>(order.subList(0, servers)).size() < servers) {
            return false;
        }
        for (int i = servers; i < order.size(); i++) {
            if (!order.get(i).equals(order.get(i - servers))) {
                return false;
            }
        }
        return true;
    }
}
