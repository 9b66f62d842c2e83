package relevo.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import relevo.measure.History;
import relevo.measure.Tally;
import relevo.measure.TrialFigures;
import relevo.observation.Event;
import relevo.observation.FaultTrial;
import relevo.observation.Role;
import relevo.timing.Timing;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges B6 and F1: what it costs when one production server falls ill or dies, and how soon the balancer knows. */
public final class ServerLoss {

    /** F1: a server that ends with its instance, and one whose Apache ends alone. */
    private static final List<Event.Kind> DEATHS = List.of(Event.Kind.KILL, Event.Kind.APACHE_DEAD);

    private ServerLoss() {
    }

    /**
     * B6: one fault after another on a production server under steady load loses no request.
     *
     * @param trials of idempotent requests; also those that were not played, which are told
     * @return could not check when none was played, or one proves nothing
     */
    public static Verdict loseNothing(List<FaultTrial> trials) {
        List<FaultTrial> played = trials.stream().filter(trial -> trial.fate() == FaultTrial.Fate.PLAYED).toList();
        if (played.isEmpty()) {
            return Verdict.couldNotCheck(Text.of("No se produjo ninguna falla en un servidor de producción.", "No fault was done to any production server.")
                    .then(FaultWords.unplayed(trials)), Text.of("Repita la comprobación.", "Repeat the check."));
        }
        Findings findings = new Findings();
        int requests = 0;
        List<Text> lossless = new ArrayList<>();
        for (FaultTrial trial : played) {
            Optional<Verdict> missing = Grounds.of(new History(trial.seen())).answers(Backups.ENOUGH).roles().known(Role.PRODUCTION, 1).missing();
            if (missing.isPresent()) {
                findings.doubt(ended(FaultWords.of(trial.fault()), ":").then(missing.get().seen()), missing.get().remedy());
                continue;
            }
            Optional<TrialFigures> figures = TrialFigures.of(trial);
            figures.ifPresentOrElse(seen -> judge(trial, seen, findings, lossless),
                    () -> findings.doubt(Text.of("%s: no se vio la falla.", "%s: the fault was not seen.", trial.target()), again()));
            requests += figures.map(TrialFigures::requests).orElse(0);
        }
        int sent = requests;
        Verdict verdict = findings.verdict(
                Text.of("Ninguna falla de un servidor de producción bajo carga constante pierde peticiones.",
                        "No fault of a production server under steady load loses requests."),
                () -> Text.of("0 de %s peticiones perdidas.", "0 of %s requests lost.", Figure.count(sent)).then(together(lossless)));
        return new Verdict(verdict.outcome(), verdict.seen().then(FaultWords.unplayed(trials)), verdict.expected(), verdict.remedy(), verdict.waitsFor());
    }

    private static void judge(FaultTrial trial, TrialFigures seen, Findings findings, List<Text> lossless) {
        Text name = FaultWords.of(trial.fault());
        if (!seen.servedFirst()) {
            findings.doubt(Text.of("%s no servía antes de la falla, que así no prueba nada:", "%s did not serve before the fault, which so proves nothing:",
                    trial.target()).then(ended(name, ".")), Text.of("Arregle primero G1.2.", "Repair G1.2 first."));
        } else if (!seen.lost().isEmpty()) {
            findings.wrong(capital(name).then(Text.of("(%s): %s de %s perdidas (%s), la primera a los %s;", "(%s): %s of %s lost (%s), the first at %s;",
                    trial.target(), Figure.count(seen.lost().size()), Figure.count(seen.requests()), Tally.causes(seen.lost()),
                            Figure.seconds(Math.max(0, seen.firstMs()))))
                    .then(noticed(seen)), remedy(trial.fault()));
        } else if (!seen.felt()) {
            findings.doubt(Text.of("%s siguió respondiendo, así que esta falla no llegó a él:", "%s went on answering, so this fault did not reach it:",
                    trial.target()).then(ended(name, ".")),
                    Text.of("Vea por qué camino llega HAProxy a ese servidor (dispositivo proxy, dirección de la máquina).",
                            "See by which way HAProxy reaches that server (proxy device, the machine's address)."));
        } else {
            lossless.add(ended(capital(name), ":").then(noticed(seen)));
        }
    }

    private static Text capital(Text text) {
        return new Text(text.es().substring(0, 1).toUpperCase(Locale.ROOT) + text.es().substring(1),
                text.en().substring(0, 1).toUpperCase(Locale.ROOT) + text.en().substring(1));
    }

    private static Text ended(Text text, String mark) {
        return new Text(text.es() + mark, text.en() + mark);
    }

    private static Text together(List<Text> sentences) {
        return sentences.stream().reduce(Text.same(""), Text::then);
    }

    private static Text noticed(TrialFigures seen) {
        OptionalDouble ms = seen.noticedMs();
        return ms.isPresent() ? Text.of("fuera de servicio a los %s.", "out of service after %s.", Figure.seconds(ms.getAsDouble()))
                : Text.of("en %s HAProxy no lo notó.", "within %s HAProxy did not notice.", Figure.seconds(seen.watchedMs()));
    }

    private static Text again() {
        return Text.of("Repita la comprobación.", "Repeat the check.");
    }

    private static Text remedy(Event.Kind fault) {
        return switch (fault) {
            case SICK -> Text.of("Que HAProxy pida una página y mire el estado (option httpchk, http-check expect status 200), y reintente lo que falla así "
                    + "(retry-on 500).",
                    "Have HAProxy ask for a page and look at its status (option httpchk, http-check expect status 200), and try again what fails so "
                            + "(retry-on 500).");
            case CUT_OFF, FREEZE, SLOW, SILENT -> Text.of("A quien calla hay que dejar de esperarlo: timeout connect y timeout server de pocos segundos, con "
                    + "option redispatch 1 y retry-on conn-failure response-timeout (solo GET y HEAD).",
                    "Whoever is silent must not be waited for: timeout connect and timeout server of a few seconds, with option redispatch 1 and retry-on "
                            + "conn-failure response-timeout (GET and HEAD only).");
            default -> Text.of("Lo que estaba en el servidor muerto hay que pedirlo a otro: retries, option redispatch 1 y retry-on conn-failure "
                    + "empty-response (solo GET y HEAD).",
                    "What was with the dead server must be asked of another: retries, option redispatch 1 and retry-on conn-failure empty-response (GET and "
                            + "HEAD only).");
        };
    }

    /**
     * F1: the balancer has a dead server out of service within {@link Timing#NOTICING}, also when its Apache died alone.
     *
     * @param trials with those of {@link Event.Kind#KILL} and {@link Event.Kind#APACHE_DEAD}
     */
    public static Verdict noticedSoon(List<FaultTrial> trials) {
        Findings findings = new Findings();
        List<Text> soon = new ArrayList<>();
        for (Event.Kind death : DEATHS) {
            Optional<FaultTrial> trial = trials.stream().filter(t -> t.fault() == death && t.fate() == FaultTrial.Fate.PLAYED).findFirst();
            Optional<TrialFigures> figures = trial.flatMap(TrialFigures::of);
            if (figures.isEmpty()) {
                findings.doubt(Text.of("No se vio:", "Not seen:").then(ended(FaultWords.of(death), ".")).then(FaultWords.unplayed(trials)), again());
            } else {
                notice(trial.get(), figures.get(), findings, soon);
            }
        }
        return findings.verdict(
                Text.of("Un servidor que muere queda fuera de servicio en %s, también si solo muere Apache.",
                        "A server that dies is out of service within %s, also when only its Apache dies.", Figure.seconds(Timing.NOTICING.maxMs())),
                () -> together(soon));
    }

    private static void notice(FaultTrial trial, TrialFigures seen, Findings findings, List<Text> soon) {
        Text told = capital(FaultWords.of(trial.fault())).then(Text.same("(" + trial.target() + "):"));
        if (seen.shown().isEmpty()) {
            findings.doubt(told.then(Text.of("no se leyó su fila en las estadísticas.", "its row was not read in the statistics.")),
                    Grounds.statisticsRemedy());
        } else if (seen.unchecked()) {
            findings.wrong(told.then(Text.of("HAProxy no lo comprueba (%s).", "HAProxy does not check it (%s).", seen.shown())),
                    Text.of("Ponga check en su línea server.", "Put check on its server line."));
        } else if (seen.noticedMs().isPresent() && seen.noticedMs().getAsDouble() <= Timing.NOTICING.maxMs()) {
            soon.add(told.then(noticed(seen)));
        } else if (!seen.felt()) {
            findings.doubt(told.then(Text.of("siguió respondiendo.", "it went on answering.")), again());
        } else if (seen.noticedMs().isEmpty() && trial.fault() == Event.Kind.APACHE_DEAD) {
            findings.wrong(told.then(noticed(seen)).then(Text.same(seen.shown() + ".")),
                    Text.of("Que HAProxy pida una página en vez de solo conectar: option httpchk GET /",
                            "Have HAProxy ask for a page instead of merely connecting: option httpchk GET /"));
        } else {
            findings.wrong(told.then(noticed(seen)),
                    Text.of("Compruebe más a menudo (inter 1s fall 2), y no espere tanto a quien no contesta (timeout check 1s).",
                            "Check more often (inter 1s fall 2), and do not wait so long for one that does not answer (timeout check 1s)."));
        }
    }
}
