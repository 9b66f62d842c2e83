package relevo.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import relevo.measure.GeneratorDoubt;
import relevo.measure.History;
import relevo.measure.Tally;
import relevo.observation.LoadRun;
import relevo.observation.Role;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** What a judge needs before it may judge. The first ground that is missing gives the verdict "could not check". */
final class Grounds {

    private final History history;
    private Verdict missing;

    private Grounds(History history) {
        this.history = history;
    }

    static Grounds of(History history) {
        return new Grounds(history);
    }

    /** At least this many requests, of which at least one got a response. */
    Grounds answers(int min) {
        int n = history.answers().size();
        if (n < min) {
            return lack(tooFew(n, min));
        }
        if (history.answers().stream().allMatch(a -> a.status() == 0)) {
            return lack(Verdict.waitsFor("G1.1", Text.of("Nadie respondió en la dirección del balanceador (%s).",
                    "Nobody answered at the balancer's address (%s).", Tally.causes(history.answers()))));
        }
        return this;
    }

    /** At least this many snapshots of the statistics, the first before the first request and the last after the last answer. */
    Grounds snapshots(int min) {
        int n = history.snapshots().size();
        if (n < min) {
            return lack(Verdict.waitsFor("G3.1", Text.of("Solo se pudieron leer las estadísticas de HAProxy %s veces; hacen falta %s.",
                    "HAProxy's statistics could be read only %s times; %s are needed.", n, min)));
        }
        if (!history.bracketed()) {
            return lack(Verdict.couldNotCheck(
                    Text.of("Las estadísticas no se leyeron antes de la primera petición y después de la última respuesta: no se sabe qué contaron.",
                            "The statistics were not read before the first request and after the last answer: what they counted is unknown."),
                    statisticsRemedy()));
        }
        return this;
    }

    /** Everybody who answered or is listed has a role. */
    Grounds roles() {
        Set<String> strangers = history.strangers();
        return strangers.isEmpty() ? this : lack(Verdict.couldNotCheck(
                Text.of("No se conoce el papel de: %s.", "The role of these is unknown: %s.", Figure.list(strangers)), mappingRemedy()));
    }

    /** At least this many instances of a role. */
    Grounds known(Role role, int min) {
        List<String> named = history.named(role);
        return named.size() >= min ? this : lack(unknown(role, named, min));
    }

    /** The verdict when something is missing. */
    Optional<Verdict> missing() {
        return Optional.ofNullable(missing);
    }

    private Grounds lack(Verdict verdict) {
        if (missing == null) {
            missing = verdict;
        }
        return this;
    }

    static Verdict tooFew(long n, long min) {
        return Verdict.couldNotCheck(
                Text.of("Muy pocas peticiones para decidir: %s; hacen falta %s.", "Too few requests to decide: %s; %s are needed.",
                        Figure.count(n), Figure.count(min)),
                Text.of("Repita la comprobación con más peticiones o durante más tiempo.", "Repeat the check with more requests or for longer."));
    }

    static Verdict unknown(Role role, List<String> named, int min) {
        String es = switch (role) {
            case BALANCER -> "balanceador";
            case PRODUCTION -> "producción";
            case BACKUP -> "respaldo";
        };
        String en = switch (role) {
            case BALANCER -> "balancer";
            case PRODUCTION -> "production";
            case BACKUP -> "backup";
        };
        String names = named.isEmpty() ? "–" : Figure.list(named);
        return Verdict.couldNotCheck(
                new Text("Instancias de " + es + " conocidas: " + names + "; hacen falta " + min + ".",
                        "Known " + en + " instances: " + names + "; " + min + " are needed."), mappingRemedy());
    }

    static Text mappingRemedy() {
        return Text.of("Si existen, indique el papel de cada instancia en el archivo de correspondencias; si no, créelas.",
                "If they exist, say the role of each instance in the mapping file; if not, make them.");
    }

    static Text statisticsRemedy() {
        return Text.of("Compruebe que la página de estadísticas responde (stats enable, stats uri) y que se conocen su dirección, usuario y clave.",
                "See that the statistics page answers (stats enable, stats uri) and that its address, user and password are known.");
    }

    /** "Could not check", when the load generator, and not the cluster, limited a run. */
    static Optional<Verdict> generator(LoadRun run) {
        return GeneratorDoubt.of(run).map(reason -> Verdict.couldNotCheck(reason,
                Text.of("Cierre otros programas, use un recurso más lento con menos peticiones por segundo, o mande la carga desde otra máquina.",
                        "Close other programs, use a slower resource with fewer requests per second, or send the load from another machine.")));
    }
}
