package relevo.judge;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import relevo.chance.ZeroRule;
import relevo.measure.GeneratorDoubt;
import relevo.measure.History;
import relevo.measure.Tally;
import relevo.observation.Answer;
import relevo.observation.Event;
import relevo.observation.LoadRun;
import relevo.observation.NobodyLeft;
import relevo.observation.Observation;
import relevo.observation.Page;
import relevo.observation.Percentiles;
import relevo.observation.Role;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.PlainText;
import relevo.words.Text;

/** Judges S2 and S3: the page appears only when no server is left, and holds then. */
public final class LastResort {

    /** S2: fewest answers before and after the outage: 14; a page in every second one escapes them with 2⁻¹⁴ = 6.1e-05 ({@link ZeroRule}). */
    static final int ENOUGH = ZeroRule.needed(ZeroRule.EVERY_SECOND);
    /** S3: a balancer that loses one answer in ten shows no loss in so many with 0.9¹⁰⁰ = 2.7e-05. */
    static final int HEAVY = 100;
    private static final int UNAVAILABLE = 503;
    private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age\\s*=\\s*\"?(\\d{1,18})");

    private LastResort() {
    }

    /**
     * S2: the page appears only when no server is left, goes away within its window of the first return, and an
     * application's own 503 passes through unchanged.
     *
     * <p>The page is an answer that is no server's content and ended as the page did that came when no server was left. While
     * a server was going down (from when its command may have begun, to when the balancer shows it DOWN or its window is over)
     * and while one was coming back (until the balancer shows it UP or its window is over) it is not held against the balancer.
     *
     * <p>Where the delivery has no resource that answers 503 by itself, that half is left out. Where no page of the team's own came
     * (S1), only a 503 can be told from other answers.
     *
     * @param seen                 steady light load, while every web server was stopped and then at least one started
     * @param nobodyLeft           what came while every web server was stopped
     * @param application503       a resource that answers 503 by itself, through the balancer
     * @param application503Direct the same resource, fetched from the web server directly
     */
    public static Verdict onlyThen(Observation seen, NobodyLeft nobodyLeft, Page application503, Page application503Direct) {
        History history = new History(seen);
        Optional<Verdict> missing = Grounds.of(history).answers(2 * ENOUGH).roles().known(Role.PRODUCTION, 1).missing();
        if (missing.isPresent()) {
            return missing.get();
        }
        if (nobodyLeft.page().status() != UNAVAILABLE && !Apology.shown(nobodyLeft).isMet()) {
            return Verdict.waitsFor("S1", Text.of("Sin página propia no se puede decir cuándo sale.",
                    "Without a page of the team's own, when it appears cannot be told."));
        }
        Findings findings = new Findings();
        Predicate<Answer> page = answer -> isPage(answer, nobodyLeft.page());
        boolean compared = application503Direct.status() == UNAVAILABLE;
        List<Outage> outages = outages(history, seen.roles().keySet());
        List<Answer> calm = history.answers().stream().filter(a -> calm(a, history, outages)).toList();
        List<Answer> early = calm.stream().filter(page).filter(a -> outages.stream().noneMatch(o -> o.to() <= a.atMs())).toList();
        List<Answer> late = calm.stream().filter(page).filter(a -> outages.stream().anyMatch(o -> o.to() <= a.atMs())).toList();
        if (!early.isEmpty()) {
            findings.wrong(Text.of("La página salió %s veces con servidores en pie (la primera a los %s).",
                    "The page appeared %s times with servers up (first at %s).", Figure.count(early.size()), Figure.seconds(early.get(0).atMs())),
                    Text.of("Solo debe salir cuando no queda ninguno: use errorfile 503, no una regla que la devuelva; y pase a los respaldos también con "
                            + "nbsrv(<producción>) lt 1.",
                            "It must appear only when none is left: use errorfile 503, not a rule that returns it; and pass to the backups on "
                                    + "nbsrv(<production>) lt 1 too."));
        }
        if (!late.isEmpty()) {
            findings.wrong(Text.of("Con un servidor ya de vuelta (plazo %s), la página salió aún %s veces (la última a los %s).",
                    "With a server back (limit %s) the page still appeared %s times (last at %s).",
                            Figure.seconds(history.windows().returnMs()), Figure.count(late.size()), Figure.seconds(late.get(late.size() - 1).atMs())),
                    Text.of("Revise rise e inter, y systemctl is-enabled apache2 en el servidor.",
                            "Look at rise and inter, and at systemctl is-enabled apache2 in the server."));
        }
        if (compared) {
            passesThrough(application503, application503Direct, findings);
        }
        if (outages.stream().noneMatch(o -> o.to() < Double.MAX_VALUE)) {
            findings.doubt(Text.of("No se detuvieron todos los servidores para luego volver a arrancar alguno.",
                    "The servers were not all stopped and one of them started again."), Text.of("Repita la comprobación.", "Repeat the check."));
        } else {
            doubtsAbout(history, page, calm, outages, findings);
        }
        return findings.verdict(
                Text.of("La página aparece solo cuando no queda ningún servidor, se va en %s al volver uno, y el 503 de una aplicación pasa sin cambios.",
                        "The page appears only when no server is left, goes away within %s when one returns, and an application's own 503 passes unchanged.",
                        Figure.seconds(history.windows().returnMs())),
                () -> Text.of("La página no salió en %s respuestas con algún servidor en pie.", "The page did not appear in %s answers with a server up.",
                        Figure.count(calm.size())).then(compared
                        ? Text.of("El 503 de la aplicación pasó sin cambios.", "The application's 503 passed unchanged.")
                        : Text.of("No se comparó el 503 de una aplicación: la entrega no tiene ninguno.",
                                "No application's 503 was compared: the delivery has none.")));
    }

    private static void passesThrough(Page through, Page direct, Findings findings) {
        if (direct.body().isBlank() || through.status() == 0) {
            findings.doubt(Text.of("No se pudo comparar el 503 de una aplicación: directo %s, por el balanceador %s.",
                    "An application's own 503 could not be compared: direct %s, through the balancer %s.", direct.status(), through.status()),
                    Text.of("Haga que un servidor web responda 503 con un texto propio.", "Let a web server answer 503 with a text of its own."));
        } else if (through.status() != UNAVAILABLE || !through.body().strip().equals(direct.body().strip())) {
            findings.wrong(Text.of("El 503 de la aplicación llegó cambiado: estado %s, %s en vez de %s.",
                    "The application's 503 arrived changed: status %s, %s instead of %s.",
                            through.status(), Figure.quote(PlainText.of(through.body())), Figure.quote(PlainText.of(direct.body()))),
                    Text.of("errorfile no toca las respuestas de los servidores; busque http-response return, http-error o una regla sobre status en "
                            + "haproxy.cfg.",
                            "errorfile does not touch the servers' responses; look for http-response return, http-error or a rule on status in haproxy.cfg."));
        }
    }

    private static void doubtsAbout(History history, Predicate<Answer> page, List<Answer> calm, List<Outage> outages, Findings findings) {
        double last = outages.stream().mapToDouble(Outage::to).filter(to -> to < Double.MAX_VALUE).max().orElse(Double.MAX_VALUE);
        long before = calm.stream().filter(a -> a.atMs() < outages.get(0).from()).count();
        long after = calm.stream().filter(a -> a.atMs() > last).count();
        if (Math.min(before, after) < ENOUGH) {
            Verdict few = Grounds.tooFew(Math.min(before, after), ENOUGH);
            findings.doubt(few.seen(), few.remedy());
        }
        if (history.answers().stream().noneMatch(a -> page.test(a) && outages.stream().anyMatch(o -> o.touches(a)))) {
            findings.doubt(Text.of("Con todos los servidores detenidos la página no salió: no se puede decir cuándo se va.",
                    "With all servers stopped the page did not appear: when it goes away cannot be told."), Text.of("Arregle primero S1.", "Repair S1 first."));
        }
    }

    /** A time without any web server, [from, to); from {@code over} on the balancer must have seen the first return. */
    private record Outage(double from, double to, double over) {

        boolean touches(Answer answer) {
            return answer.atMs() < to && answer.atMs() + answer.tookMs() >= from;
        }
    }

    private static List<Outage> outages(History history, Set<String> instances) {
        Set<String> up = new HashSet<>(instances);
        up.removeIf(name -> history.roleOf(name) == Role.BALANCER);
        List<Outage> outages = new ArrayList<>();
        double since = Double.NaN;
        for (Event event : history.events()) {
            if (!instances.contains(event.target())) {
                continue;
            }
            if (History.ends(event)) {
                up.remove(event.target());
                since = up.isEmpty() && Double.isNaN(since) ? event.atMs() : since;
            } else if (History.begins(event)) {
                up.add(event.target());
                if (!Double.isNaN(since)) {
                    outages.add(new Outage(since, event.atMs(), history.returned(List.of(event.target()), event.atMs())));
                    since = Double.NaN;
                }
            }
        }
        if (!Double.isNaN(since)) {
            outages.add(new Outage(since, Double.MAX_VALUE, Double.MAX_VALUE));
        }
        return outages;
    }

    /** A page that a library cannot read has no status; then its complaint is the same each time. */
    private static boolean isPage(Answer answer, Page page) {
        return answer.server().isEmpty() && answer.status() == page.status() && (answer.status() != 0 || answer.error().equals(page.body()));
    }

    /** Sent and answered while a server was up, and no change was under way. */
    private static boolean calm(Answer answer, History history, List<Outage> outages) {
        double end = answer.atMs() + answer.tookMs();
        boolean ending = history.events().stream().filter(History::ends)
                .anyMatch(e -> history.began(e) <= end && answer.atMs() <= history.detected(List.of(e.target()), e.atMs()));
        return !ending && outages.stream().noneMatch(o -> o.touches(answer) || (answer.atMs() >= o.to() && answer.atMs() <= o.over()));
    }

    /**
     * S3: the page stays up under heavy load, and clients do not keep it.
     *
     * <p>A 503 is kept only where its headers allow it (RFC 9111, section 3; RFC 9110, section 15.1, does not list it among the
     * statuses that may be kept without): {@code max-age} above 0 or {@code Expires} in the future.
     *
     * @param run  heavy load while every server was down
     * @param page the page, with its headers
     */
    public static Verdict holdsUnderLoad(LoadRun run, Page page) {
        History history = new History(run.seen());
        Optional<Verdict> missing = Grounds.of(history).answers(HEAVY).missing();
        if (missing.isPresent()) {
            return missing.get();
        }
        int n = history.answers().size();
        long served = history.answers().stream().filter(a -> !a.server().isEmpty()).count();
        if (served > 0) {
            return Verdict.couldNotCheck(Text.of("No todos los servidores estaban caídos: sirvieron %s de %s peticiones.",
                    "Not every server was down: they served %s of %s requests.", Figure.count(served), Figure.count(n)),
                    Text.of("Repita la comprobación.", "Repeat the check."));
        }
        Findings findings = new Findings();
        int status = page.status() == 0 ? UNAVAILABLE : page.status();
        List<Answer> other = history.answers().stream().filter(a -> a.status() != status).toList();
        if (!other.isEmpty()) {
            findings.wrong(Text.of("%s de %s respuestas no fueron la página: %s.", "%s of %s answers were not the page: %s.", Figure.count(other.size()),
                    Figure.count(n), Tally.causes(other)),
                    Text.of("Suba maxconn en global y en el frontend, y el límite de archivos abiertos (ulimit-n).",
                            "Raise maxconn in global and in the frontend, and the limit of open files (ulimit-n)."));
        } else if (GeneratorDoubt.fellShort(run)) {
            Verdict limited = Grounds.generator(run).orElseThrow();
            findings.doubt(limited.seen(), limited.remedy());
        }
        if (page.status() == 0) {
            findings.doubt(Text.of("La página misma no se pudo leer.", "The page itself could not be read."),
                    Text.of("Repita la comprobación.", "Repeat the check."));
        } else if (kept(page)) {
            findings.wrong(Text.of("Los clientes pueden guardar la página (Cache-Control %s, Expires %s).",
                    "Clients may keep the page (Cache-Control %s, Expires %s).",
                            Figure.quote(page.headers().getOrDefault("cache-control", "")), Figure.quote(page.headers().getOrDefault("expires", ""))),
                    Text.of("Ponga Cache-Control: no-store en el archivo de la página.", "Put Cache-Control: no-store into the page's file."));
        }
        return findings.verdict(Text.of("Bajo mucha carga todas las respuestas son la página, ninguna se pierde, y no se guarda.",
                "Under heavy load every answer is the page, none is lost, and it is not kept."),
                () -> Text.of("%s de %s respuestas fueron la página, a %s; p95 %s; no se guarda.",
                        "%s of %s answers were the page, at %s; p95 %s; it is not kept.", Figure.count(n), Figure.count(n),
                        Figure.rate(GeneratorDoubt.sentPerSecond(run)), Figure.millis(Percentiles.of(history.answers()).p95())));
    }

    static boolean kept(Page page) {
        String control = page.headers().getOrDefault("cache-control", "").toLowerCase(Locale.ROOT);
        if (control.contains("no-store") || control.contains("no-cache")) {
            return false;
        }
        Matcher age = MAX_AGE.matcher(control);
        if (age.find()) {
            return Long.parseLong(age.group(1)) > 0;
        }
        // An Expires that is no date means: already stale. Without Date, any real one counts as the future.
        Optional<Instant> expires = instant(page.headers().get("expires"));
        return expires.isPresent() && expires.get().isAfter(instant(page.headers().get("date")).orElse(Instant.EPOCH));
    }

    private static Optional<Instant> instant(String header) {
        try {
            return header == null ? Optional.empty() : Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip())));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
