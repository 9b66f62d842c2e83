package relevo.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import relevo.observation.Answer;
import relevo.observation.Event;
import relevo.observation.LoadRun;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.observation.Snapshot;

/** Judges B1 to B6: when the backup servers serve, and when they do not. */
public final class Backups {

    /**
     * Fewest requests of a window. An even random split of so many leaves one of two servers out with probability 2·2⁻²⁰ = 1.9e-06
     * ({@link PresenceRule}); a cluster in which every second request goes wrong shows none with 2⁻²⁰ = 9.5e-07 ({@link ZeroRule}).
     */
    static final int ENOUGH = 20;
    /** B1: fewest requests that clear backups which serve one in twenty: 180 (0.95¹⁸⁰ = 9.8e-05, {@link ZeroRule}). */
    static final int LIGHT = ZeroRule.needed(ZeroRule.ONE_IN_TWENTY);
    /** Most times that the backups may begin to serve anew while the demand falls; more is flapping. */
    static final int FLAPS = 3;
    /** B6: verbs that end a server without warning. */
    private static final Set<String> KILLS = Set.of("kill", "freeze", "poweroff");

    private Backups() {
    }

    /**
     * B1: with production up and light load the backups serve nothing: exactly 0, by the balancer's counters and by the answers. With the
     * 200 requests of scenario {@code smoke}, backups that serve one in twenty pass with probability 3.5e-05; 20 requests may convict, 180
     * are needed to clear.
     *
     * @param seen light load, with snapshots around it
     */
    public static Verdict idleUnderLightLoad(Observation seen) {
        History history = new History(seen);
        Optional<Verdict> missing = Grounds.of(history).answers(ENOUGH).roles().known(Role.PRODUCTION, 1).known(Role.BACKUP, 1).snapshots(2).missing();
        if (missing.isPresent()) {
            return missing.get();
        }
        List<String> backups = history.named(Role.BACKUP);
        Optional<Verdict> unclear = Farms.productionUp(history).or(() -> Farms.backupsListed(history));
        if (unclear.isPresent()) {
            return unclear.get();
        }
        Findings findings = new Findings();
        Map<String, Long> answered = History.okPer(history.answers(), backups);
        for (String backup : backups) {
            long counted = Math.max(history.served(backup), history.sessions(backup));
            if (counted > 0 || answered.get(backup) > 0) {
                findings.wrong(Text.of("%s sirvió %s peticiones según los contadores (%s según las respuestas) de %s, con producción en pie.",
                                "%s served %s requests by the counters (%s by the answers) of %s, with production up.",
                                backup, Figure.count(counted), Figure.count(answered.get(backup)), Figure.count(history.answers().size())),
                        Text.of("Marque con backup su línea server, o pase a los respaldos solo en sobrecarga: use_backend … if { be_conn_free(…) lt 1 }, con maxconn en cada servidor (sin él vale −1 y la regla se cumple siempre).",
                                "Mark its server line with backup, or pass to the backups only on overload: use_backend … if { be_conn_free(…) lt 1 }, with maxconn on each server (without it the count is −1 and the rule always holds)."));
            }
        }
        long production = History.okPer(history.answers(), history.named(Role.PRODUCTION)).values().stream().mapToLong(n -> n).sum();
        if (production == 0) {
            findings.doubt(Text.of("Producción no respondió ninguna de %s peticiones.", "Production answered none of %s requests.", Figure.count(history.answers().size())),
                    Text.of("Arregle primero G1.1.", "Repair G1.1 first."));
        }
        int n = history.answers().size();
        if (n < LIGHT) {
            Verdict few = Grounds.tooFew(n, LIGHT);
            findings.doubt(few.seen(), few.remedy());
        }
        return findings.verdict(Text.of("Con poca carga y producción en pie, los respaldos sirven exactamente 0 peticiones.", "Under light load and with production up, the backups serve exactly 0 requests."),
                () -> Text.of("Los respaldos (%s) sirvieron 0 de %s peticiones; producción, %s.", "The backups (%s) served 0 of %s requests; production, %s.",
                        Figure.list(backups), Figure.count(n), Figure.count(production)).then(ZeroRule.of(n, ZeroRule.ONE_IN_TWENTY).text()));
    }

    /**
     * B2: when the demand exceeds production's capacity both backups serve, while production stays up and keeps serving.
     *
     * @param run a run meant to exceed it, with snapshots all along
     * @return could not check when the generator limited the run, or when the backups stayed idle and nothing proves that production
     *         was at its limit ({@link Saturation})
     */
    public static Verdict joinUnderOverload(LoadRun run) {
        return Overload.judge(run);
    }

    /**
     * B3: when the demand falls the backups fall idle again within {@link Timing#RELEASE}, without flapping.
     *
     * @param run   the overload, in which the backups served
     * @param after light load that began when the overload ended, with snapshots, and at least 20 requests after the backups' last one
     */
    public static Verdict fallIdleAgain(LoadRun run, Observation after) {
        History before = new History(run.seen());
        History history = new History(after);
        Optional<Verdict> missing = Grounds.of(before).answers(ENOUGH).roles().known(Role.BACKUP, 1).snapshots(2).missing()
                .or(() -> Grounds.of(history).answers(ENOUGH).roles().known(Role.PRODUCTION, 1).known(Role.BACKUP, 1).snapshots(3).missing())
                .or(() -> Farms.productionUp(history)).or(() -> Farms.backupsListed(history));
        if (missing.isPresent()) {
            return missing.get();
        }
        double limit = Timing.RELEASE.maxMs();
        List<String> backups = history.named(Role.BACKUP);
        if (before.served(before.named(Role.BACKUP)) == 0) {
            return Verdict.couldNotCheck(Text.of("Los respaldos no sirvieron durante la sobrecarga: no hay nada que soltar.", "The backups did not serve during the overload: there is nothing to release."),
                    Text.of("Arregle primero B2.", "Repair B2 first."));
        }
        List<Snapshot> snapshots = history.snapshots();
        List<Boolean> busy = new ArrayList<>();
        double release = 0;
        long late = 0;
        List<List<Long>> steps = backups.stream().map(history::steps).toList();
        for (int i = 1; i < snapshots.size(); i++) {
            int step = i - 1;
            long served = steps.stream().mapToLong(own -> own.get(step)).sum();
            busy.add(served > 0);
            if (served > 0) {
                release = snapshots.get(i).atMs();
                late += snapshots.get(i - 1).atMs() >= limit ? served : 0;
            }
        }
        long flaps = flaps(busy);
        Findings findings = new Findings();
        if (late > 0) {
            findings.wrong(Text.of("%s después de caer la demanda los respaldos aún servían (hasta %s; %s peticiones).", "%s after the demand fell the backups still served (until %s; %s requests).",
                            Figure.seconds(limit), Figure.seconds(release), Figure.count(late)),
                    Text.of("Decida por petición (be_conn_free) y no por cookie, stick-table o balance source.", "Decide per request (be_conn_free) and not by cookie, stick-table or balance source."));
        }
        if (flaps > FLAPS) {
            findings.wrong(Text.of("Los respaldos volvieron a entrar %s veces.", "The backups joined anew %s times.", flaps),
                    Text.of("La regla oscila: baje la carga que la dispara o decida con be_conn_free, que no oscila.", "The rule oscillates: decide with be_conn_free, which does not."));
        }
        double released = release;
        int later = (int) history.sent(release, Double.MAX_VALUE).stream().filter(Answer::ok).count();
        if (later < ENOUGH) {
            Verdict few = Grounds.tooFew(later, ENOUGH);
            findings.doubt(few.seen(), few.remedy());
        }
        return findings.verdict(
                Text.of("Al caer la demanda los respaldos dejan de servir en %s y no oscilan.", "When the demand falls the backups stop serving within %s and do not flap.", Figure.seconds(limit)),
                () -> Text.of("Los respaldos dejaron de servir a más tardar en %s; volvieron a entrar %s veces.", "The backups stopped serving within %s; they joined anew %s times.", Figure.seconds(released), flaps));
    }

    /** Changes from idle to busy. */
    private static long flaps(List<Boolean> busy) {
        long flaps = 0;
        for (int i = 1; i < busy.size(); i++) {
            flaps += busy.get(i) && !busy.get(i - 1) ? 1 : 0;
        }
        return flaps;
    }

    /**
     * B4: with all production down, from when the balancer shows it DOWN, and at the latest after {@link Timing#DETECTION}, both backups
     * serve and no request fails.
     *
     * @param seen steady light load, with a {@code stop} of every production instance
     * @return could not check when one was not stopped, or still answered
     */
    public static Verdict serveWhenProductionIsDown(Observation seen) {
        History history = new History(seen);
        Optional<Verdict> missing = Grounds.of(history).answers(ENOUGH).roles().known(Role.PRODUCTION, 1).missing().or(() -> Farms.twoBackups(history));
        if (missing.isPresent()) {
            return missing.get();
        }
        List<String> production = history.named(Role.PRODUCTION);
        List<String> backups = history.named(Role.BACKUP);
        Set<String> untouched = new TreeSet<>(production);
        history.events(production, true).map(Event::target).forEach(untouched::remove);
        if (!untouched.isEmpty()) {
            return Verdict.couldNotCheck(Text.of("No se detuvo: %s.", "Not stopped: %s.", Figure.list(untouched)), Text.of("Repita la comprobación.", "Repeat the check."));
        }
        double stopped = history.events(production, true).mapToDouble(Event::atMs).max().orElse(0);
        double from = history.detected(production, stopped);
        double to = history.events(production, false).mapToDouble(Event::atMs).filter(at -> at > stopped).min().orElse(Double.MAX_VALUE);
        List<Answer> window = history.sent(from, to);
        if (window.size() < ENOUGH) {
            return Grounds.tooFew(window.size(), ENOUGH);
        }
        Map<String, Long> ghosts = History.okPer(window.stream().filter(a -> a.atMs() + a.tookMs() < to).toList(), production);
        ghosts.values().removeIf(n -> n == 0);
        if (!ghosts.isEmpty()) {
            return Verdict.couldNotCheck(Text.of("Producción debía estar detenida y respondió: %s.", "Production should have been stopped and answered: %s.", Figure.counts(ghosts)),
                    Text.of("Vea si el servidor se reinicia solo, o si HAProxy guarda páginas (http-request cache-use).", "See whether the server restarts by itself, or HAProxy keeps pages (http-request cache-use)."));
        }
        Findings findings = new Findings();
        List<Answer> failed = window.stream().filter(a -> !a.ok()).toList();
        Map<String, Long> shares = History.okPer(window, backups);
        List<Answer> waited = window.stream().filter(a -> a.ok() && production.contains(a.server())).toList();
        if (!waited.isEmpty()) {
            findings.wrong(Text.of("%s de %s peticiones no las atendió nadie hasta que volvió producción (hasta %s de espera).", "%s of %s requests were served by nobody until production returned (they waited up to %s).",
                            Figure.count(waited.size()), Figure.count(window.size()), Figure.seconds(waited.stream().mapToDouble(Answer::tookMs).max().orElse(0))),
                    Text.of("Vea en las estadísticas la cola de la granja: con balance roundrobin y los respaldos en la misma granja, HAProxy 2.6 puede dejar allí lo que reintenta; use leastconn, o dé a los respaldos una granja propia.",
                            "See the farm's queue on the statistics page: with balance roundrobin and the backups in the same farm, HAProxy 2.6 can leave there what it tries again; use leastconn, or give the backups a farm of their own."));
        }
        if (!failed.isEmpty()) {
            findings.wrong(Text.of("Pasados %s desde la última caída, fallaron %s de %s peticiones (%s).", "From %s after the last stop on, %s of %s requests failed (%s).",
                            Figure.seconds(from - stopped), Figure.count(failed.size()), Figure.count(window.size()), History.causes(failed)),
                    Text.of("Ponga check en cada servidor (inter 1s fall 2), retries y option redispatch; be_conn sola responde 503 aunque los respaldos vivan: añada or { nbsrv(<producción>) lt 1 }.",
                            "Set check on each server (inter 1s fall 2), retries and option redispatch; be_conn alone answers 503 though the backups live: add or { nbsrv(<production>) lt 1 }."));
        }
        List<String> idle = shares.entrySet().stream().filter(e -> e.getValue() == 0).map(Map.Entry::getKey).toList();
        if (!idle.isEmpty()) {
            findings.wrong(Text.of("Con toda producción caída, ninguna de %s peticiones llegó a: %s (%s).", "With all production down, none of %s requests reached: %s (%s).", Figure.count(window.size()), Figure.list(idle), Figure.counts(shares))
                            .then(PresenceRule.of(window.size(), backups.size()).text()),
                    idle.size() < backups.size()
                            ? Text.of("Sin option allbackups HAProxy usa solo el primer servidor backup.", "Without option allbackups HAProxy uses only the first backup server.")
                            : Text.of("Pase a los respaldos también cuando no quede producción: la palabra backup en su línea server, o nbsrv(<producción>) lt 1 en la regla.",
                                    "Pass to the backups also when no production is left: the word backup on their server lines, or nbsrv(<production>) lt 1 in the rule."));
        }
        return findings.verdict(
                Text.of("Con toda producción caída sirven los dos respaldos, y a más tardar en %s ninguna petición falla ya.", "With all production down both backups serve, and within %s no request fails any more.", Figure.seconds(Timing.DETECTION.maxMs())),
                () -> Text.of("Pasados %s, %s de %s peticiones servidas por los respaldos: %s. Durante la detección fallaron %s.", "After %s, %s of %s requests served by the backups: %s. During detection %s failed.",
                        Figure.seconds(from - stopped), Figure.count(window.size()), Figure.count(window.size()), Figure.counts(shares),
                        Figure.count(history.sent(0, from).stream().filter(a -> !a.ok()).count())));
    }

    /**
     * B5: when production returns, the traffic returns to it: from when the balancer shows it UP, and at the latest after
     * {@link Timing#RETURN}.
     *
     * @param seen steady light load, with production's {@code stop} and then its {@code start}
     */
    public static Verdict giveBack(Observation seen) {
        History history = new History(seen);
        Optional<Verdict> missing = Grounds.of(history).answers(ENOUGH).roles().known(Role.PRODUCTION, 1).known(Role.BACKUP, 1).missing();
        if (missing.isPresent()) {
            return missing.get();
        }
        List<String> production = history.named(Role.PRODUCTION);
        Set<String> returned = new TreeSet<>();
        history.events(production, false).map(Event::target).forEach(returned::add);
        List<String> gone = history.events(production, true).map(Event::target).distinct().filter(name -> !returned.contains(name)).toList();
        if (returned.isEmpty() || !gone.isEmpty()) {
            return Verdict.couldNotCheck(Text.of("Producción no volvió durante la observación (%s).", "Production did not return during the observation (%s).", gone.isEmpty() ? "–" : Figure.list(gone)),
                    Text.of("Repita la comprobación.", "Repeat the check."));
        }
        double started = history.events(production, false).mapToDouble(Event::atMs).max().orElse(0);
        double from = history.returned(returned, started);
        double to = history.events(production, true).mapToDouble(Event::atMs).filter(at -> at > started).min().orElse(Double.MAX_VALUE);
        List<Answer> window = history.sent(from, to);
        if (window.size() < ENOUGH) {
            return Grounds.tooFew(window.size(), ENOUGH);
        }
        Findings findings = new Findings();
        Map<String, Long> shares = History.okPer(window, seen.roles().keySet());
        history.named(Role.BACKUP).stream().filter(name -> shares.get(name) > 0).forEach(name -> findings.wrong(
                Text.of("%s tras volver producción, %s aún sirvió %s de %s peticiones.", "%s after production returned, %s still served %s of %s requests.",
                        Figure.seconds(from - started), name, Figure.count(shares.get(name)), Figure.count(window.size())),
                Text.of("Revise rise e inter en producción, y que ninguna cookie, stick-table o balance source ate los clientes al respaldo.", "Look at rise and inter of production, and that no cookie, stick-table or balance source ties clients to the backup.")));
        returned.stream().filter(name -> shares.get(name) == 0).forEach(name -> findings.wrong(
                Text.of("%s volvió y no recibió ninguna de %s peticiones desde los %s.", "%s returned and got none of %s requests from %s on.", name, Figure.count(window.size()), Figure.seconds(from - started))
                        .then(PresenceRule.of(window.size(), returned.size()).text()),
                Text.of("Revise en %s systemctl is-enabled apache2, y rise, inter y slowstart en su línea server.", "Look in %s at systemctl is-enabled apache2, and at rise, inter and slowstart of its server line.", name)));
        List<Answer> failed = window.stream().filter(a -> !a.ok()).toList();
        if (!failed.isEmpty()) {
            findings.wrong(Text.of("Con producción de vuelta fallaron %s de %s peticiones (%s).", "With production back, %s of %s requests failed (%s).", Figure.count(failed.size()), Figure.count(window.size()), History.causes(failed)),
                    Text.of("Mire los estados en la página de estadísticas.", "Look at the states on the statistics page."));
        }
        return findings.verdict(
                Text.of("A más tardar %s después de volver producción, solo ella sirve.", "At most %s after production returned, it alone serves.", Figure.seconds(Timing.RETURN.maxMs())),
                () -> Text.of("Pasados %s, producción sirvió las %s peticiones: %s.", "After %s production served all %s requests: %s.", Figure.seconds(from - started), Figure.count(window.size()),
                        Figure.counts(History.okPer(window, production))));
    }

    /**
     * B6: a production server killed under steady load loses no request.
     *
     * @param seen steady load of idempotent requests, with a {@code kill} (or {@code freeze}, {@code poweroff}) in its midst
     * @return could not check without enough requests before and after it, or when the killed server was not serving
     */
    public static Verdict loseNothing(Observation seen) {
        History history = new History(seen);
        Optional<Verdict> missing = Grounds.of(history).answers(2 * ENOUGH).roles().known(Role.PRODUCTION, 1).missing();
        if (missing.isPresent()) {
            return missing.get();
        }
        Optional<Event> kill = history.events().stream().filter(e -> KILLS.contains(e.what()) && history.roleOf(e.target()) != Role.BACKUP && history.roleOf(e.target()) != Role.BALANCER).findFirst();
        if (kill.isEmpty()) {
            return Verdict.couldNotCheck(Text.of("No se mató ningún servidor de producción durante la observación.", "No production server was killed during the observation."), Text.of("Repita la comprobación.", "Repeat the check."));
        }
        double at = kill.get().atMs();
        String name = kill.get().target();
        int least = Math.min(history.sent(0, at).size(), history.sent(at, Double.MAX_VALUE).size());
        List<Answer> lost = history.answers().stream().filter(a -> !a.ok()).toList();
        Findings findings = new Findings();
        if (!lost.isEmpty()) {
            findings.wrong(Text.of("Se perdieron %s de %s peticiones (%s); %s recibió «%s» a los %s y la primera pérdida empezó a los %s.",
                            "%s of %s requests were lost (%s); %s got a \"%s\" at %s and the first loss began at %s.",
                            Figure.count(lost.size()), Figure.count(history.answers().size()), History.causes(lost), name, kill.get().what(), Figure.seconds(at), Figure.seconds(lost.get(0).atMs())),
                    Text.of("Hacen falta juntos: retries, option redispatch 1, retry-on conn-failure empty-response response-timeout (solo GET y HEAD), y observe layer4 error-limit … on-error mark-down.",
                            "All are needed together: retries, option redispatch 1, retry-on conn-failure empty-response response-timeout (GET and HEAD only), and observe layer4 error-limit … on-error mark-down."));
        }
        if (least < ENOUGH) {
            findings.doubt(Grounds.tooFew(least, ENOUGH).seen(), Grounds.tooFew(least, ENOUGH).remedy());
        }
        if (history.roleOf(name) == Role.PRODUCTION && history.sent(0, at).stream().noneMatch(a -> a.ok() && a.server().equals(name))) {
            findings.doubt(Text.of("%s no servía antes de matarlo: su muerte no prueba nada.", "%s did not serve before it was killed: its death proves nothing.", name), Text.of("Arregle primero G1.2.", "Repair G1.2 first."));
        }
        return findings.verdict(
                Text.of("Matar un servidor de producción bajo carga no pierde ninguna petición.", "Killing a production server under load loses no request."),
                () -> Text.of("0 de %s peticiones perdidas al matar %s (%s antes, %s después).", "0 of %s requests lost on killing %s (%s before, %s after).",
                        Figure.count(history.answers().size()), name, Figure.count(history.sent(0, at).size()), Figure.count(history.sent(at, Double.MAX_VALUE).size())));
    }
}
