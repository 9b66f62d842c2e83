package relevo.judge;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import relevo.measure.History;
import relevo.measure.Tally;
import relevo.observation.Event;
import relevo.observation.Observation;
import relevo.observation.Page;
import relevo.observation.Role;
import relevo.observation.ServerRow;
import relevo.observation.ServerState;
import relevo.observation.Snapshot;
import relevo.observation.Statistics;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges G3: HAProxy's statistics page, as its reader sees it. */
public final class StatisticsPage {

    private StatisticsPage() {
    }

    /**
     * G3.1: the page opens and lists every web server with its state and counters.
     *
     * @param front what the balancer answers to a visitor at the same time; tells a closed page from a dead balancer
     * @param page         its HTML, fetched from the host with credentials
     * @param statistics   its CSV, parsed
     * @param instanceOf   which instance each row means, key {@code proxy/server}
     * @param webInstances every instance that serves the web
     * @param rendered     the text of the page in a browser
     * @return could not check when there is no response, the credentials are refused, or a missing instance may be an unmapped row
     */
    public static Verdict listsEveryServer(Page page, Page front, Statistics statistics, Map<String, String> instanceOf, Set<String> webInstances,
            String rendered) {
        if (webInstances.isEmpty()) {
            return Grounds.unknown(Role.PRODUCTION, List.of(), 1);
        }
        if (page.status() == 0 && front.status() != 0) {
            return Verdict.notMet(Text.of("La página de estadísticas se abre desde el equipo anfitrión.", "The statistics page opens from the host."),
                    Text.of("El balanceador responde a las visitas (%s), pero su página de estadísticas no: %s.",
                            "The balancer answers visitors (%s), but its statistics page does not: %s.", front.status(), page.body()),
                    Text.of("En haproxy.cfg, bind de las estadísticas en el puerto publicado (bind :8404) y no solo en 127.0.0.1, y ese puerto publicado "
                            + "hasta el anfitrión.",
                            "In haproxy.cfg, bind the statistics to the published port (bind :8404) and not to 127.0.0.1 alone, and publish that port up to "
                                    + "the host."));
        }
        if (page.status() == 0) {
            return Verdict.notMet(Text.of("La página de estadísticas se abre desde el equipo anfitrión.", "The statistics page opens from the host."),
                    Text.of("Nadie responde: ni la página de estadísticas ni el balanceador (%s).",
                            "Nobody answers: neither the statistics page nor the balancer (%s).", front.body()),
                    Text.of("Arregle primero G1.1; luego encienda la página en haproxy.cfg (stats enable, stats uri) y publique su puerto.",
                            "Repair G1.1 first; then switch the page on in haproxy.cfg (stats enable, stats uri) and publish its port."));
        }
        if (page.status() == 401 || page.status() == 403) {
            return Verdict.couldNotCheck(Text.of("La página de estadísticas rechazó el usuario y la clave (%s).",
                    "The statistics page refused user and password (%s).", page.status()),
                    Text.of("Indique los de stats auth.", "Give those of stats auth."));
        }
        Findings findings = new Findings();
        if (page.status() != 200) {
            findings.wrong(Text.of("La página de estadísticas respondió %s.", "The statistics page answered %s.", page.status()), pageRemedy());
        }
        Set<String> unmapped = new TreeSet<>();
        statistics.servers().stream().map(ServerRow::label).filter(key -> !instanceOf.containsKey(key)).forEach(unmapped::add);
        Set<String> absent = new TreeSet<>(webInstances);
        absent.removeAll(statistics.servers().stream().map(row -> instanceOf.get(row.label())).filter(Objects::nonNull).toList());
        if (!absent.isEmpty()) {
            missing(absent, unmapped, findings);
        }
        for (String instance : new TreeSet<>(webInstances)) {
            statistics.servers().stream().filter(row -> instance.equals(instanceOf.get(row.label()))).forEach(row -> row(instance, row, rendered, findings));
        }
        if (rendered.isBlank()) {
            findings.doubt(Text.of("El navegador no mostró ningún texto.", "The browser showed no text."),
                    Text.of("Abra la página a mano y compare.", "Open the page by hand and compare."));
        }
        return findings.verdict(
                Text.of("La página de estadísticas se abre desde el anfitrión y muestra cada servidor web con su estado y sus contadores: %s.",
                        "The statistics page opens from the host and shows each web server with its state and counters: %s.",
                        Figure.list(new TreeSet<>(webInstances))),
                () -> Text.of("La página muestra %s servidores web con estado y contadores: %s.", "The page shows %s web servers with state and counters: %s.",
                        webInstances.size(), Figure.list(new TreeSet<>(webInstances))));
    }

    private static void missing(Set<String> instances, Set<String> unmapped, Findings findings) {
        if (unmapped.isEmpty()) {
            findings.wrong(Text.of("No figuran en las estadísticas: %s.", "Not in the statistics: %s.", Figure.list(instances)),
                    Text.of("Cada uno necesita su línea server en un backend (%s); mire también stats scope.",
                            "Each needs its server line in a backend (%s); look at stats scope too.", Figure.list(instances)));
        } else {
            findings.doubt(Text.of("No se sabe si están entre estas filas (%2$s): %1$s.", "It is unknown whether they are among these rows (%2$s): %1$s.",
                    Figure.list(instances), Figure.list(unmapped)),
                    Text.of("Ponga stats show-legends, que muestra las direcciones, o indique la correspondencia en el archivo.",
                            "Set stats show-legends, which shows the addresses, or give the mapping in the file."));
        }
    }

    private static void row(String instance, ServerRow row, String rendered, Findings findings) {
        if (row.status().isEmpty()) {
            findings.wrong(Text.of("La fila %s (%s) no tiene estado.", "Row %s (%s) has no state.", row.label(), instance), pageRemedy());
        } else if (!rendered.isBlank() && !(rendered.contains(row.name()) && rendered.contains(row.status().replaceFirst("\\s*[(\\d].*$", "")))) {
            findings.wrong(Text.of("El navegador no muestra la fila %s con su estado %s.", "The browser does not show row %s with its state %s.", row.label(),
                    row.status()), pageRemedy());
        }
    }

    private static Text pageRemedy() {
        return Text.of("Revise stats enable y stats uri, y que el puerto se publique hacia el anfitrión (proxy device o forwarded_port).",
                "Look at stats enable and stats uri, and that the port is published to the host (proxy device or forwarded_port).");
    }

    /**
     * G3.2: counters move with the traffic; a stopped server turns DOWN within its window, a returning one UP within
     * its window.
     *
     * @param seen requests, snapshots all along, and events {@code stop X} and {@code start X}
     * @return could not check when the snapshots do not tell, for instance because a change happened between two of them
     */
    public static Verdict tellsTheTruth(Observation seen) {
        History history = new History(seen);
        Optional<Verdict> missing = Grounds.of(history).answers(1).roles().known(Role.PRODUCTION, 1).snapshots(2).missing();
        if (missing.isPresent()) {
            return missing.get();
        }
        List<Event> stops = history.events(seen.roles().keySet(), true).toList();
        List<Event> starts = history.events(seen.roles().keySet(), false).toList();
        if (stops.isEmpty() || starts.isEmpty()) {
            return Verdict.couldNotCheck(Text.of("Ningún servidor se detuvo y volvió a arrancar durante la observación.",
                    "No server was stopped and started again during the observation."),
                    Text.of("Repita la comprobación.", "Repeat the check."));
        }
        Findings findings = new Findings();
        Text[] told = {Text.same("")};
        Tally.okPer(history.answers(), seen.roles().keySet()).forEach((name, n) -> counters(history, name, n, findings));
        for (Event stop : stops) {
            told[0] = told[0].then(turned(history, stop, ServerState.DOWN, history.windows().detectionMs(), findings));
        }
        for (Event start : starts) {
            told[0] = told[0].then(turned(history, start, ServerState.UP, history.windows().returnMs(), findings));
        }
        return findings.verdict(
                Text.of("Los contadores avanzan con el tráfico; un servidor detenido pasa a DOWN en %s y uno que vuelve pasa a UP en %s.",
                        "Counters move with the traffic; a stopped server turns DOWN within %s and a returning one UP within %s.",
                        Figure.seconds(history.windows().detectionMs()), Figure.seconds(history.windows().returnMs())),
                () -> told[0].then(Text.of("Los contadores avanzaron con el tráfico.", "The counters moved with the traffic.")));
    }

    private static void counters(History history, String name, long answered, Findings findings) {
        long counted = history.served(name);
        // In mode tcp a kept connection is counted once, whatever it carries.
        if (answered == 0 || counted >= answered || (!history.http() && counted > 0)) {
            return;
        }
        if (history.restarted() || !history.listed(name)) {
            findings.doubt(Text.of("No se pueden comparar los contadores de %s: la lista o los contadores cambiaron durante la observación.",
                            "The counters of %s cannot be compared: the list or the counters changed during the observation.", name),
                    Text.of("No recargue HAProxy mientras se comprueba.", "Do not reload HAProxy while it is checked."));
        } else {
            findings.wrong(Text.of("%s respondió %s peticiones y sus contadores avanzaron %s.", "%s answered %s requests and its counters moved by %s.",
                            name, Figure.count(answered), Figure.count(counted)),
                    Text.of("La página puede ser de otro proceso HAProxy, o las peticiones no pasan por él.",
                            "The page may be another HAProxy process's, or the requests do not pass through it."));
        }
    }

    private static Text turned(History history, Event event, ServerState wanted, double windowMs, Findings findings) {
        String name = event.target();
        double deadline = event.atMs() + windowMs;
        boolean down = wanted == ServerState.DOWN;
        double horizon = history.events(List.of(name), !down).mapToDouble(Event::atMs).filter(at -> at > event.atMs()).min().orElse(Double.MAX_VALUE);
        if (down && never(history, event)) {
            boolean served = history.answers().stream().anyMatch(a -> a.ok() && a.server().equals(name) && a.atMs() < event.atMs());
            Text before = Text.of("Antes de detenerlo, %s no figuraba UP.", "Before it was stopped, %s was not listed as UP.", name);
            if (served) {
                findings.wrong(before.then(Text.of("Pero respondía peticiones.", "But it answered requests.")), pageRemedy());
            } else {
                findings.doubt(before, Text.of("Arregle primero ese servidor y repita.", "Repair that server first and repeat."));
            }
            return Text.same("");
        }
        // The change may show while the command still runs: look from the last snapshot that showed the opposite before it.
        double from = history.snapshots().stream().filter(s -> s.atMs() <= event.atMs() && history.state(s, name) == (down ? ServerState.UP : ServerState.DOWN))
                .mapToDouble(Snapshot::atMs).max().orElse(event.atMs());
        Optional<Snapshot> turned = history.snapshots().stream()
                .filter(s -> s.atMs() > from && s.atMs() < horizon && history.state(s, name) == wanted).findFirst();
        if (turned.isPresent() && turned.get().atMs() <= deadline) {
            return Text.of("%1$s: %2$s en %3$s como mucho.", "%1$s: %2$s within %3$s.", name, wanted,
                    Figure.seconds(Math.max(0, turned.get().atMs() - event.atMs())));
        }
        double until = turned.map(Snapshot::atMs).orElse(horizon);
        Optional<Snapshot> late = history.snapshots().stream().filter(s -> s.atMs() > deadline && s.atMs() < until).findFirst();
        Optional<Snapshot> blind = history.snapshots().stream()
                .filter(s -> s.atMs() > event.atMs() && s.atMs() < horizon && history.state(s, name) == ServerState.UNCHECKED).findFirst();
        if (blind.isPresent()) {
            findings.wrong(Text.of("%s figura «no check»: HAProxy no mira si vive y nunca lo marcará %s.",
                    "%s is listed as \"no check\": HAProxy does not look whether it lives and will never mark it %s.", name, wanted),
                    Text.of("Añada check a su línea server (y inter, fall, rise).", "Add check to its server line (and inter, fall, rise)."));
        } else if (late.isPresent() && history.state(late.get(), name) != ServerState.UNLISTED) {
            findings.wrong(Text.of("%s tras %s, %s seguía así: %s.", "%s after the %s, %s was still: %s.", Figure.seconds(late.get().atMs() - event.atMs()),
                            event.kind().word(), name, history.printed(late.get(), name)),
                    Text.of("Revise check, inter, fall y rise en su línea server, y que la dirección sea la suya.",
                            "Look at check, inter, fall and rise of its server line, and that the address is its own."));
        } else {
            findings.doubt(Text.of("Ninguna lectura de las estadísticas muestra a %s entre su %s y el plazo de %s.",
                    "No reading of the statistics shows %s between its %s and the limit of %s.",
                            name, event.kind().word(), Figure.seconds(windowMs)), Grounds.statisticsRemedy());
        }
        return Text.same("");
    }

    private static boolean never(History history, Event stop) {
        return history.snapshots().stream().filter(s -> s.atMs() <= stop.atMs())
                .noneMatch(s -> history.state(s, stop.target()) == ServerState.UP || history.state(s, stop.target()) == ServerState.UNCHECKED);
    }

    /**
     * G3.3: the page asks for credentials and changes nothing.
     *
     * @param anonymous    the page, asked for without credentials
     * @param authorised   with them
     * @param adminAttempt the response to an administrative action (a POST as its form makes it) with them
     * @param widelyKnown  user and password, where they are such as every manual has; empty otherwise
     * @return could not check when the page itself was not seen
     */
    public static Verdict guarded(Page anonymous, Page authorised, Page adminAttempt, String widelyKnown) {
        if (anonymous.status() == 0 || adminAttempt.status() == 0 || (authorised.status() != 200 && anonymous.status() != 200)) {
            return Verdict.couldNotCheck(Text.of("La página de estadísticas no se vio: sin clave %s, con clave %s, al intentar un cambio %s.",
                            "The statistics page was not seen: without password %s, with it %s, on trying a change %s.",
                            anonymous.status(), authorised.status(), adminAttempt.status()),
                    Grounds.statisticsRemedy());
        }
        Findings findings = new Findings();
        if (anonymous.status() == 200) {
            findings.wrong(Text.of("La página se abre sin usuario ni clave.", "The page opens without user or password."),
                    Text.of("Añada stats auth usuario:clave.", "Add stats auth user:password."));
        } else if (anonymous.status() != 401 && anonymous.status() != 403) {
            findings.doubt(Text.of("Sin clave respondió %s.", "Without password it answered %s.", anonymous.status()), Grounds.statisticsRemedy());
        }
        if (!widelyKnown.isEmpty() && anonymous.status() != 200) {
            findings.wrong(Text.of("La página se abre con el usuario y la clave que todos prueban primero (%s).",
                    "The page opens with the user and password that everybody tries first (%s).", widelyKnown),
                    Text.of("Ponga en stats auth una clave propia.", "Put a password of your own into stats auth."));
        }
        if (authorised.body().matches("(?s).*<select\\s+name=[\"']?action\\b.*") || acted(adminAttempt)) {
            findings.wrong(Text.of("La página permite cambiar el estado de los servidores.", "The page lets its reader change the servers' state."),
                    Text.of("Quite stats admin.", "Remove stats admin."));
        } else if (!denied(adminAttempt)) {
            findings.doubt(Text.of("No se entiende la respuesta %s al intento de cambio.", "The response %s to the attempted change is not understood.",
                    adminAttempt.status()),
                    Text.of("Mire si haproxy.cfg dice stats admin.", "See whether haproxy.cfg says stats admin."));
        }
        return findings.verdict(Text.of("La página pide usuario y clave y no permite cambiar nada.",
                "The page asks for user and password and lets nothing be changed."),
                () -> Text.of("Sin clave: %s. Intento de cambio: rechazado.", "Without password: %s. Attempted change: refused.", anonymous.status()));
    }

    // HAProxy answers an action with a redirection to its own page; ;st= says how it went, DENY where there is no stats admin.
    private static boolean denied(Page attempt) {
        String location = attempt.headers().getOrDefault("location", "");
        return Set.of(400, 401, 403, 404, 405, 501).contains(attempt.status()) || location.contains(";st=DENY") || attempt.body().contains("Action denied");
    }

    private static boolean acted(Page attempt) {
        String location = attempt.headers().getOrDefault("location", "");
        return !denied(attempt) && (location.contains(";st=") || attempt.body().contains("Action processed"));
    }
}
