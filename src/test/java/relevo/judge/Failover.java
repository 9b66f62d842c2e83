package relevo.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import relevo.chance.PresenceRule;
import relevo.measure.History;
import relevo.measure.Tally;
import relevo.observation.Answer;
import relevo.observation.Event;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges B4 to B6: servers go and come back, and the service goes on. */
public final class Failover {

    /** B6: what ends a server without warning. */
    private static final Set<Event.Kind> KILLS = Set.of(Event.Kind.KILL, Event.Kind.FREEZE, Event.Kind.POWEROFF);

    private Failover() {
    }

    /**
     * B4: with all production down, from when the balancer shows it DOWN, and at the latest after its window, both backups
     * serve and no request fails.
     *
     * @param seen steady light load, with a {@code stop} of every production instance
     * @return could not check when one was not stopped, or still answered
     */
    public static Verdict serveWhenProductionIsDown(Observation seen) {
        History history = new History(seen);
        Optional<Verdict> missing = Grounds.of(history).answers(Backups.ENOUGH).roles().known(Role.PRODUCTION, 1).missing().or(() -> Farms.twoBackups(history));
        if (missing.isPresent()) {
            return missing.get();
        }
        List<String> production = history.named(Role.PRODUCTION);
        List<String> backups = history.named(Role.BACKUP);
        Set<String> untouched = new TreeSet<>(production);
        history.events(production, true).map(Event::target).forEach(untouched::remove);
        if (!untouched.isEmpty()) {
            return Verdict.couldNotCheck(Text.of("No se detuvo: %s.", "Not stopped: %s.", Figure.list(untouched)),
                    Text.of("Repita la comprobación.", "Repeat the check."));
        }
        double stopped = history.events(production, true).mapToDouble(Event::atMs).max().orElse(0);
        double from = history.detected(production, stopped);
        double to = history.events(production, false).mapToDouble(Event::atMs).filter(at -> at > stopped).min().orElse(Double.MAX_VALUE);
        List<Answer> window = history.sent(from, to);
        if (window.size() < Backups.ENOUGH) {
            return Grounds.tooFew(window.size(), Backups.ENOUGH);
        }
        Map<String, Long> ghosts = Tally.okPer(window.stream().filter(a -> a.atMs() + a.tookMs() < to).toList(), production);
        ghosts.values().removeIf(n -> n == 0);
        if (!ghosts.isEmpty()) {
            return Verdict.couldNotCheck(Text.of("Producción debía estar detenida y respondió: %s.", "Production should have been stopped and answered: %s.",
                    Figure.counts(ghosts)),
                    Text.of("Vea si el servidor se reinicia solo, o si HAProxy guarda páginas (http-request cache-use).",
                            "See whether the server restarts by itself, or HAProxy keeps pages (http-request cache-use)."));
        }
        Findings findings = new Findings();
        List<Answer> failed = window.stream().filter(a -> !a.ok()).toList();
        Map<String, Long> shares = Tally.okPer(window, backups);
        List<Answer> waited = window.stream().filter(a -> a.ok() && production.contains(a.server())).toList();
        if (!waited.isEmpty()) {
            findings.wrong(Text.of("%s de %s peticiones no las atendió nadie hasta que volvió producción (hasta %s de espera).",
                    "%s of %s requests were served by nobody until production returned (they waited up to %s).",
                            Figure.count(waited.size()), Figure.count(window.size()), Figure.seconds(waited.stream().mapToDouble(Answer::tookMs).max()
                                    .orElse(0))),
                    Text.of("Vea en las estadísticas la cola de la granja: con balance roundrobin y los respaldos en la misma granja, HAProxy 2.6 puede "
                            + "dejar allí lo que reintenta; use leastconn, o dé a los respaldos una granja propia.",
                            "See the farm's queue on the statistics page: with balance roundrobin and the backups in the same farm, HAProxy 2.6 can leave "
                                    + "there what it tries again; use leastconn, or give the backups a farm of their own."));
        }
        if (!failed.isEmpty()) {
            findings.wrong(Text.of("Pasados %s desde la última caída, fallaron %s de %s peticiones (%s).",
                    "From %s after the last stop on, %s of %s requests failed (%s).",
                            Figure.seconds(from - stopped), Figure.count(failed.size()), Figure.count(window.size()), Tally.causes(failed)),
                    Text.of("Ponga check en cada servidor (inter 1s fall 2), retries y option redispatch; be_conn sola responde 503 aunque los respaldos "
                            + "vivan: añada or { nbsrv(<producción>) lt 1 }.",
                            "Set check on each server (inter 1s fall 2), retries and option redispatch; be_conn alone answers 503 though the backups live: "
                                    + "add or { nbsrv(<production>) lt 1 }."));
        }
        List<String> idle = shares.entrySet().stream().filter(e -> e.getValue() == 0).map(Map.Entry::getKey).toList();
        if (!idle.isEmpty()) {
            findings.wrong(Text.of("Con toda producción caída, ninguna de %s peticiones llegó a: %s (%s).",
                    "With all production down, none of %s requests reached: %s (%s).", Figure.count(window.size()), Figure.list(idle), Figure.counts(shares))
                            .then(PresenceRule.of(window.size(), backups.size()).text()),
                    idle.size() < backups.size()
                            ? Text.of("Sin option allbackups HAProxy usa solo el primer servidor backup.",
                                    "Without option allbackups HAProxy uses only the first backup server.")
                            : Text.of("Pase a los respaldos también cuando no quede producción: la palabra backup en su línea server, o nbsrv(<producción>) "
                                    + "lt 1 en la regla.",
                                    "Pass to the backups also when no production is left: the word backup on their server lines, or nbsrv(<production>) lt 1 "
                                            + "in the rule."));
        }
        return findings.verdict(
                Text.of("Con toda producción caída sirven los dos respaldos, y a más tardar en %s ninguna petición falla ya.",
                        "With all production down both backups serve, and within %s no request fails any more.",
                        Figure.seconds(history.windows().detectionMs())),
                () -> Text.of("Pasados %s, %s de %s peticiones servidas por los respaldos: %s. Durante la detección fallaron %s.",
                        "After %s, %s of %s requests served by the backups: %s. During detection %s failed.",
                        Figure.seconds(from - stopped), Figure.count(window.size()), Figure.count(window.size()), Figure.counts(shares),
                        Figure.count(history.sent(0, from).stream().filter(a -> !a.ok()).count())));
    }

    /**
     * B5: when production returns, the traffic returns to it: from when the balancer shows it UP, and at the latest after
     * its window.
     *
     * @param seen steady light load, with production's {@code stop} and then its {@code start}
     */
    public static Verdict giveBack(Observation seen) {
        History history = new History(seen);
        Optional<Verdict> missing = Grounds.of(history).answers(Backups.ENOUGH).roles().known(Role.PRODUCTION, 1).known(Role.BACKUP, 1).missing();
        if (missing.isPresent()) {
            return missing.get();
        }
        List<String> production = history.named(Role.PRODUCTION);
        Set<String> returned = new TreeSet<>();
        history.events(production, false).map(Event::target).forEach(returned::add);
        List<String> gone = history.events(production, true).map(Event::target).distinct().filter(name -> !returned.contains(name)).toList();
        if (returned.isEmpty() || !gone.isEmpty()) {
            return Verdict.couldNotCheck(Text.of("Producción no volvió durante la observación (%s).", "Production did not return during the observation (%s).",
                    gone.isEmpty() ? "–" : Figure.list(gone)),
                    Text.of("Repita la comprobación.", "Repeat the check."));
        }
        double started = history.events(production, false).mapToDouble(Event::atMs).max().orElse(0);
        double from = history.returned(returned, started);
        double to = history.events(production, true).mapToDouble(Event::atMs).filter(at -> at > started).min().orElse(Double.MAX_VALUE);
        List<Answer> window = history.sent(from, to);
        if (window.size() < Backups.ENOUGH) {
            return Grounds.tooFew(window.size(), Backups.ENOUGH);
        }
        Map<String, Long> shares = Tally.okPer(window, seen.roles().keySet());
        Optional<Verdict> filled = history.named(Role.BACKUP).stream().allMatch(name -> shares.get(name) == 0) ? Optional.empty()
                : Farms.filledByLightLoad(history, from, to);
        if (filled.isPresent()) {
            return filled.get();
        }
        Findings findings = new Findings();
        history.named(Role.BACKUP).stream().filter(name -> shares.get(name) > 0).forEach(name -> findings.wrong(
                Text.of("%s tras volver producción, %s aún sirvió %s de %s peticiones.", "%s after production returned, %s still served %s of %s requests.",
                        Figure.seconds(from - started), name, Figure.count(shares.get(name)), Figure.count(window.size())),
                Text.of("Revise rise e inter en producción, y que ninguna cookie, stick-table o balance source ate los clientes al respaldo.",
                        "Look at rise and inter of production, and that no cookie, stick-table or balance source ties clients to the backup.")));
        returned.stream().filter(name -> shares.get(name) == 0).forEach(name -> findings.wrong(
                Text.of("%s volvió y no recibió ninguna de %s peticiones desde los %s.", "%s returned and got none of %s requests from %s on.", name,
                        Figure.count(window.size()), Figure.seconds(from - started))
                        .then(PresenceRule.of(window.size(), returned.size()).text()),
                Text.of("Revise en %s systemctl is-enabled apache2, y rise, inter y slowstart en su línea server.",
                        "Look in %s at systemctl is-enabled apache2, and at rise, inter and slowstart of its server line.", name)));
        List<Answer> failed = window.stream().filter(a -> !a.ok()).toList();
        if (!failed.isEmpty()) {
            findings.wrong(Text.of("Con producción de vuelta fallaron %s de %s peticiones (%s).", "With production back, %s of %s requests failed (%s).",
                    Figure.count(failed.size()), Figure.count(window.size()), Tally.causes(failed)),
                    Text.of("Mire los estados en la página de estadísticas.", "Look at the states on the statistics page."));
        }
        return findings.verdict(
                Text.of("A más tardar %s después de volver producción, solo ella sirve.", "At most %s after production returned, it alone serves.",
                        Figure.seconds(history.windows().returnMs())),
                () -> Text.of("Pasados %s, producción sirvió las %s peticiones: %s.", "After %s production served all %s requests: %s.",
                        Figure.seconds(from - started), Figure.count(window.size()),
                        Figure.counts(Tally.okPer(window, production))));
    }

    /**
     * B6: a production server killed under steady load loses no request.
     *
     * @param seen steady load of idempotent requests, with a {@code kill} (or {@code freeze}, {@code poweroff}) in its midst
     * @return could not check without enough requests before and after it, or when the killed server was not serving
     */
    public static Verdict loseNothing(Observation seen) {
        History history = new History(seen);
        Optional<Verdict> missing = Grounds.of(history).answers(2 * Backups.ENOUGH).roles().known(Role.PRODUCTION, 1).missing();
        if (missing.isPresent()) {
            return missing.get();
        }
        Optional<Event> kill = history.events().stream().filter(e -> KILLS.contains(e.kind()) && history.roleOf(e.target()) != Role.BACKUP
                && history.roleOf(e.target()) != Role.BALANCER).findFirst();
        if (kill.isEmpty()) {
            return Verdict.couldNotCheck(Text.of("No se mató ningún servidor de producción durante la observación.",
                    "No production server was killed during the observation."), Text.of("Repita la comprobación.", "Repeat the check."));
        }
        double at = kill.get().atMs();
        String name = kill.get().target();
        int least = Math.min(history.sent(0, at).size(), history.sent(at, Double.MAX_VALUE).size());
        List<Answer> lost = history.answers().stream().filter(a -> !a.ok()).toList();
        Findings findings = new Findings();
        if (!lost.isEmpty()) {
            findings.wrong(Text.of("Se perdieron %s de %s peticiones (%s); %s recibió «%s» a los %s y la primera pérdida empezó a los %s.",
                            "%s of %s requests were lost (%s); %s got a \"%s\" at %s and the first loss began at %s.",
                            Figure.count(lost.size()), Figure.count(history.answers().size()), Tally.causes(lost), name, kill.get().kind().word(),
                            Figure.seconds(at), Figure.seconds(lost.get(0).atMs())),
                    Text.of("Hacen falta juntos: retries, option redispatch 1, retry-on conn-failure empty-response response-timeout (solo GET y HEAD), y "
                            + "observe layer4 error-limit … on-error mark-down.",
                            "All are needed together: retries, option redispatch 1, retry-on conn-failure empty-response response-timeout (GET and HEAD "
                                    + "only), and observe layer4 error-limit … on-error mark-down."));
        }
        if (least < Backups.ENOUGH) {
            findings.doubt(Grounds.tooFew(least, Backups.ENOUGH).seen(), Grounds.tooFew(least, Backups.ENOUGH).remedy());
        }
        if (history.roleOf(name) == Role.PRODUCTION && history.sent(0, at).stream().noneMatch(a -> a.ok() && a.server().equals(name))) {
            findings.doubt(Text.of("%s no servía antes de matarlo: su muerte no prueba nada.",
                    "%s did not serve before it was killed: its death proves nothing.", name), Text.of("Arregle primero G1.2.", "Repair G1.2 first."));
        }
        return findings.verdict(
                Text.of("Matar un servidor de producción bajo carga no pierde ninguna petición.", "Killing a production server under load loses no request."),
                () -> Text.of("0 de %s peticiones perdidas al matar %s (%s antes, %s después).", "0 of %s requests lost on killing %s (%s before, %s after).",
                        Figure.count(history.answers().size()), name, Figure.count(history.sent(0, at).size()),
                        Figure.count(history.sent(at, Double.MAX_VALUE).size())));
    }
}
