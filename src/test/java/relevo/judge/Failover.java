package relevo.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import relevo.chance.PresenceRule;
import relevo.measure.History;
import relevo.measure.Tally;
import relevo.observation.Answer;
import relevo.observation.Event;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.observation.ServerRow;
import relevo.observation.ServerState;
import relevo.verdict.Findings;
import relevo.verdict.Outcome;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges B4, B8 and B5: production goes and comes back, and the service goes on. */
public final class Failover {

    private static final Text GOES_ON = Text.of(
            "Con toda producción caída el servicio sigue desde los respaldos: pasada la ventana no falla ninguna petición.",
            "With all production down the service goes on from the backups: after the window no request fails.");
    private static final Text BOTH = Text.of("Con toda producción caída sirven los dos respaldos.", "With all production down both backups serve.");

    private Failover() {
    }

    /**
     * B4: with all production down, from when the balancer shows it DOWN, and at the latest after its window, no request fails and backups
     * answer; one backup is enough.
     *
     * @param seen steady light load, with a {@code stop} of every production instance
     * @return could not check when one was not stopped, or still answered
     */
    public static Verdict serveWhenProductionIsDown(Observation seen) {
        ProductionDown down = ProductionDown.of(seen);
        Optional<Verdict> unclear = down.unknownRoles().or(() -> noBackup(down, GOES_ON)).or(down::unclear);
        if (unclear.isPresent()) {
            return unclear.get();
        }
        List<Answer> window = down.window();
        List<Answer> failed = window.stream().filter(a -> !a.ok()).toList();
        List<Answer> waited = window.stream().filter(a -> a.ok() && down.production().contains(a.server())).toList();
        long nobodys = window.stream().filter(a -> a.ok() && a.server().isEmpty()).count();
        Findings findings = new Findings();
        if (!waited.isEmpty()) {
            findings.wrong(Text.of("%s de %s peticiones no las atendió nadie hasta que volvió producción (hasta %s de espera).",
                            "%s of %s requests were served by nobody until production returned (they waited up to %s).", Figure.count(waited.size()),
                            Figure.count(window.size()), Figure.seconds(waited.stream().mapToDouble(Answer::tookMs).max().orElse(0)))
                            .then(ProductionDownRemedy.waiting(down)), ProductionDownRemedy.ofWaiting(down));
        }
        if (!failed.isEmpty()) {
            findings.wrong(Text.of("Pasados %s desde que se detuvo producción, fallaron %s de %s peticiones (%s); atendieron: %s.",
                    "From %s after production was stopped on, %s of %s requests failed (%s); these served: %s.",
                    Figure.seconds(down.fromMs() - down.stoppedMs()), Figure.count(failed.size()), Figure.count(window.size()), Tally.causes(failed),
                    Figure.counts(down.shares())), ProductionDownRemedy.of(down, failed));
        }
        if (nobodys > 0) {
            findings.wrong(Text.of("%s de %s respuestas no las dio ningún servidor, aunque su estado era de éxito.",
                    "%s of %s answers came from no server, although their status was a success.", Figure.count(nobodys), Figure.count(window.size())),
                    Text.of("Pida la página con producción detenida (curl -i) y vea quién responde en lugar de los respaldos.",
                            "Ask for the page with production stopped (curl -i) and see who answers in the backups' place."));
        }
        Verdict verdict = findings.verdict(GOES_ON, () -> Text.of("Pasados %s desde que se detuvo producción, los respaldos atendieron las %s peticiones: %s.",
                "From %s after production was stopped on, the backups served all %s requests: %s.", Figure.seconds(down.fromMs() - down.stoppedMs()),
                Figure.count(window.size()), Figure.counts(down.shares())));
        Text seenToo = verdict.seen().then(down.within()).then(Allowed.detection(down.history().windows()));
        return new Verdict(verdict.outcome(), seenToo, verdict.expected(), verdict.remedy(), verdict.waitsFor());
    }

    /**
     * B8: both backups serve then.
     *
     * @param seen as for {@link #serveWhenProductionIsDown}
     * @return waits for B4 where that is not met, unless there are no two backups
     */
    public static Verdict bothServeWhenProductionIsDown(Observation seen) {
        ProductionDown down = ProductionDown.of(seen);
        Optional<Verdict> missing = down.unknownRoles().or(() -> noBackup(down, BOTH).map(none -> Verdict.waitsFor("B4", Farms.NO_BACKUP)))
                .or(() -> Farms.twoBackups(down.history()));
        if (missing.isPresent()) {
            return missing.get();
        }
        Verdict goesOn = serveWhenProductionIsDown(seen);
        if (!goesOn.isMet()) {
            return goesOn.outcome() == Outcome.NOT_MET
                    ? Verdict.waitsFor("B4", Text.of("Con producción caída el servicio no sigue.", "With production down the service does not go on."))
                    : goesOn;
        }
        Map<String, Long> shares = down.shares();
        List<String> idle = shares.entrySet().stream().filter(e -> e.getValue() == 0).map(Map.Entry::getKey).toList();
        if (!idle.isEmpty()) {
            return Verdict.notMet(BOTH, Text.of("Con toda producción caída, ninguna de %s peticiones llegó a %s (%s).",
                    "With all production down, none of %s requests reached %s (%s).", Figure.count(down.window().size()), Figure.list(idle),
                    Figure.counts(shares)).then(PresenceRule.of(down.window().size(), shares.size()).text()), ProductionDownRemedy.ofIdle(down, idle));
        }
        return Verdict.met(Text.of("Con toda producción caída sirvieron: %s.", "With all production down these served: %s.", Figure.counts(shares)));
    }

    private static Optional<Verdict> noBackup(ProductionDown down, Text expected) {
        if (!down.backups().isEmpty()) {
            return Optional.empty();
        }
        List<Answer> window = down.window();
        Text seen = window.isEmpty() ? Farms.NO_BACKUP : Farms.NO_BACKUP.then(Text.of("Con producción detenida fallaron %s de %s peticiones.",
                "With production stopped, %s of %s requests failed.", Figure.count(window.stream().filter(a -> !a.ok()).count()),
                Figure.count(window.size())));
        return Optional.of(Verdict.notMet(expected, seen, Farms.MAKE_BACKUPS));
    }

    /**
     * B5: when production returns, the traffic returns to it: from when the balancer shows it UP, and at the latest after
     * its window.
     *
     * @param seen steady light load, with production's {@code stop} and then its {@code start}
     */
    public static Verdict giveBack(Observation seen) {
        History history = new History(seen);
        Text expected = Text.of("Cuando producción vuelve, pasada la ventana solo ella sirve.", "When production returns, after the window it alone serves.");
        Optional<Verdict> missing = Farms.withoutBackups(history, expected)
                .or(() -> Grounds.of(history).answers(Backups.ENOUGH).roles().known(Role.PRODUCTION, 1).known(Role.BACKUP, 1).missing());
        if (missing.isPresent()) {
            return missing.get();
        }
        List<String> production = history.named(Role.PRODUCTION);
        Set<String> returned = new TreeSet<>();
        history.events(production, false).map(Event::target).forEach(returned::add);
        // What was down before need not come back; where all were, whoever comes is looked at.
        Set<String> before = production.stream().filter(name -> history.first().filter(s -> history.usable(s, name)).isPresent()).collect(Collectors.toSet());
        if (returned.stream().anyMatch(before::contains)) {
            returned.retainAll(before);
        }
        List<String> gone = history.events(production, true).map(Event::target).distinct().filter(name -> !returned.contains(name))
                .filter(before::contains).toList();
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
        List<String> busy = history.named(Role.BACKUP).stream().filter(name -> shares.get(name) > 0).toList();
        Optional<Verdict> filled = busy.isEmpty() ? Optional.empty() : Farms.filledByLightLoad(history, from, to);
        if (filled.isPresent()) {
            return filled.get();
        }
        List<String> out = shownOut(history, returned, to);
        Findings findings = new Findings();
        busy.forEach(name -> findings.wrong(
                Text.of("%s tras volver producción, %s aún sirvió %s de %s peticiones.", "%s after production returned, %s still served %s of %s requests.",
                        Figure.seconds(from - started), name, Figure.count(shares.get(name)), Figure.count(window.size())),
                out.isEmpty() ? ofBusy(history, name) : ofOut(out)));
        returned.stream().filter(name -> shares.get(name) == 0).forEach(name -> findings.wrong(
                Text.of("%s volvió y no recibió ninguna de %s peticiones desde los %s.", "%s returned and got none of %s requests from %s on.", name,
                        Figure.count(window.size()), Figure.seconds(from - started)).then(PresenceRule.of(window.size(), returned.size()).text()),
                out.isEmpty() ? Text.of("HAProxy muestra %1$s en pie: vea en su línea server weight y slowstart.",
                        "HAProxy shows %1$s as up: see weight and slowstart on its server line.", name) : ofOut(out)));
        List<Answer> failed = window.stream().filter(a -> !a.ok()).toList();
        if (!failed.isEmpty()) {
            findings.wrong(Text.of("Con producción de vuelta fallaron %s de %s peticiones (%s).", "With production back, %s of %s requests failed (%s).",
                    Figure.count(failed.size()), Figure.count(window.size()), Tally.causes(failed)),
                    out.isEmpty() ? Text.of("Mire los estados en la página de estadísticas.", "Look at the states on the statistics page.") : ofOut(out));
        }
        Verdict verdict = findings.verdict(expected,
                () -> Text.of("Pasados %s, producción sirvió las %s peticiones: %s.", "After %s production served all %s requests: %s.",
                        Figure.seconds(from - started), Figure.count(window.size()),
                        Figure.counts(Tally.okPer(window, production))));
        return new Verdict(verdict.outcome(), verdict.seen().then(Allowed.back(history.windows())), verdict.expected(), verdict.remedy(), verdict.waitsFor());
    }

    /** Those that the last reading before the end shows as anything but in service. */
    private static List<String> shownOut(History history, Set<String> returned, double to) {
        List<String> out = new ArrayList<>();
        history.snapshots().stream().filter(s -> s.atMs() < to).reduce((earlier, later) -> later).ifPresent(last -> returned.stream()
                .filter(name -> history.state(last, name) != ServerState.UNLISTED && !history.usable(last, name)).forEach(out::add));
        return out;
    }

    private static Text ofOut(List<String> out) {
        return Text.of("HAProxy no muestra en pie: %1$s. Vea allí «systemctl is-enabled apache2»: Apache debe arrancar con su contenedor.",
                "HAProxy does not show as up: %1$s. See \"systemctl is-enabled apache2\" there: Apache must start with its container.", Figure.list(out));
    }

    private static Text ofBusy(History history, String name) {
        boolean flagged = history.snapshots().stream().flatMap(s -> History.rows(s, name).stream()).anyMatch(ServerRow::backup);
        return flagged
                ? Text.of("Producción está en pie y un respaldo sigue: quite lo que ata los clientes a él (cookie, stick-table).",
                        "Production is up and a backup goes on: remove what ties clients to it (cookie, stick-table).")
                : Text.of("Ponga la palabra backup en las líneas server de los respaldos, o una regla use_backend que se cumpla solo sin producción.",
                        "Put the word backup on the backups' server lines, or a use_backend rule that holds only without production.");
    }
}
