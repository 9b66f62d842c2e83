package relevo.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import relevo.chance.PresenceRule;
import relevo.measure.GeneratorDoubt;
import relevo.measure.History;
import relevo.measure.Saturation;
import relevo.observation.LoadRun;
import relevo.observation.Role;
import relevo.observation.Snapshot;
import relevo.timing.Timing;
import relevo.verdict.Findings;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Judges B2: both backups join because production is full, and not because it fell. Whether it goes on serving is {@link Relief}'s matter. */
final class Overload {

    /** Fewest requests served by the backups together that say whether both take part: 15 (2·2⁻¹⁵ = 6.1e-05 by chance, {@link PresenceRule}). */
    static final int OVERFLOWED = PresenceRule.needed(2);

    private Overload() {
    }

    /** The verdict on one run. */
    static Verdict judge(LoadRun run) {
        History history = new History(run.seen());
        Optional<Verdict> missing = Farms.silent(history).or(() -> Grounds.of(history).answers(Backups.ENOUGH).roles().known(Role.PRODUCTION, 1).snapshots(3)
                .missing()).or(() -> Grounds.generator(run)).or(() -> Farms.twoBackups(history)).or(() -> Farms.atFirst(history))
                .or(() -> Farms.backupsListed(history));
        if (missing.isPresent()) {
            return missing.get();
        }
        List<String> backups = history.named(Role.BACKUP);
        Saturation saturation = Saturation.of(run, history);
        long overflowed = history.served(backups);
        if (overflowed > 0 && history.served(history.named(Role.PRODUCTION)) == 0 && Farms.fallen(history).isEmpty()) {
            return Verdict.waitsFor("G1.1", Text.of("Los respaldos sirvieron desde la primera petición y producción ninguna: nunca llegó a estar llena.",
                    "The backups served from the first request on and production none: it never came to be full."));
        }
        if (overflowed == 0 && !saturation.proved() && Farms.fallen(history).isEmpty()) {
            return Verdict.couldNotCheck(
                    Text.of("No se probó que la demanda superara a producción: %s peticiones a %s",
                            "It was not proved that the demand exceeded production: %s requests at %s",
                            Figure.count(history.answers().size()), Figure.rate(GeneratorDoubt.sentPerSecond(run))).then(saturation.text()),
                    Text.of("Pida más peticiones por segundo o un recurso que retenga más tiempo; ponga maxconn en cada línea server para que la capacidad "
                            + "sea conocida.",
                            "Ask for more requests per second or a resource that holds longer; set maxconn on each server line so that the capacity is "
                                    + "known."));
        }
        Findings findings = new Findings();
        byOverload(history, overflowed, findings);
        joined(history, saturation, overflowed, findings);
        return findings.verdict(
                Text.of("Cuando la demanda supera a producción, los dos respaldos empiezan a servir.",
                        "When the demand exceeds production, both backups start to serve."),
                () -> joinedBy(history, saturation, overflowed));
    }

    /** Backups that served before production was seen to fall joined by overload, whatever happened later. */
    private static void byOverload(History history, long overflowed, Findings findings) {
        Map<String, String> fallen = Farms.fallen(history);
        boolean all = fallen.keySet().containsAll(history.named(Role.PRODUCTION));
        double fall = Farms.firstFallMs(history);
        boolean before = history.named(Role.BACKUP).stream().map(history::firstServed).anyMatch(first -> first.isPresent() && first.getAsDouble() < fall);
        if (all && overflowed > 0 && !before) {
            findings.wrong(Text.of("Los respaldos entraron porque toda producción quedó fuera, no por la sobrecarga:",
                    "The backups joined because all production was out, not because of the overload:")
                    .then(Text.same(String.join("; ", fallen.values()) + ".")), Relief.mustNotFall());
        }
    }

    private static void joined(History history, Saturation saturation, long overflowed, Findings findings) {
        List<String> backups = history.named(Role.BACKUP);
        List<String> idle = backups.stream().filter(name -> history.served(name) == 0).toList();
        int n = history.answers().size();
        if (overflowed == 0) {
            findings.wrong(Text.of("Los respaldos (%s) sirvieron 0 de %s peticiones", "The backups (%s) served 0 of %s requests", Figure.list(backups),
                    Figure.count(n)).then(saturation.text()).then(fell(history)),
                    Text.of("Un servidor backup solo entra cuando los de producción están caídos, no cuando están ocupados. Dígale a HAProxy cuánto aguanta "
                            + "cada uno de producción (maxconn en su línea server), ponga los respaldos en un backend propio, sin la palabra backup, y mande "
                            + "allí lo que no cabe: use_backend <respaldos> if { be_conn_free(<producción>) lt 1 }.",
                            "A backup server joins only when those of production are down, not when they are busy. Tell HAProxy how much each of production "
                                    + "bears (maxconn on its server line), put the backups into a backend of their own, without the word backup, and send "
                                    + "there what does not fit: use_backend <backups> if { be_conn_free(<production>) lt 1 }."));
        } else if (!idle.isEmpty() && overflowed < OVERFLOWED) {
            findings.doubt(Text.of("Los respaldos sirvieron solo %s peticiones en total: no se sabe si entran los dos.",
                    "The backups served only %s requests altogether: whether both join is unknown.", Figure.count(overflowed)),
                    Text.of("Repita con más carga.", "Repeat with more load."));
        } else if (!idle.isEmpty()) {
            findings.wrong(Text.of("%s sirvió 0 de las %s peticiones que recibieron los respaldos.", "%s served 0 of the %s requests that the backups got.",
                    Figure.list(idle), Figure.count(overflowed))
                            .then(PresenceRule.of(overflowed, backups.size()).text()),
                    Text.of("Con backup, HAProxy usa solo el primero si falta option allbackups; en una granja propia, revise balance y la línea server de %s.",
                            "With backup, HAProxy uses only the first unless option allbackups is set; in a farm of their own, look at balance and at the "
                                    + "server line of %s.", Figure.list(idle)));
        } else {
            double waited = queuedFor(history, bothServed(history).orElse(Double.MAX_VALUE));
            if (waited > Timing.ACTIVATION.maxMs()) {
                findings.wrong(Text.of("Producción tuvo cola durante %s antes de que sirvieran los dos respaldos; se admiten %s.",
                        "Production had a queue for %s before both backups served; %s are accepted.",
                                Figure.seconds(waited), Figure.seconds(Timing.ACTIVATION.maxMs())),
                        Text.of("Las reglas con queue o avg_queue actúan tarde: use be_conn_free(…) lt 1.",
                                "Rules with queue or avg_queue act late: use be_conn_free(…) lt 1."));
            }
        }
    }

    /** What happened to production itself; empty where it stayed up. */
    static Text fell(History history) {
        Map<String, String> fallen = Farms.fallen(history);
        return fallen.isEmpty() ? Text.same("") : Text.of("Producción no se mantuvo en pie bajo la carga:", "Production did not stay up under the load:")
                .then(Text.same(String.join("; ", fallen.values()) + "."));
    }

    private static Text joinedBy(History history, Saturation saturation, long overflowed) {
        double since = saturation.sinceMs().orElse(history.begin());
        double activation = Math.max(0, bothServed(history).orElse(since) - since);
        Map<String, Long> shares = new TreeMap<>();
        history.named(Role.BACKUP).forEach(name -> shares.put(name, history.served(name)));
        history.named(Role.PRODUCTION).forEach(name -> shares.put(name, history.served(name)));
        return Text.of("Los respaldos entraron por sobrecarga: %s de %s peticiones (%s); los dos servían a más tardar %s después de verse llena producción",
                "The backups joined by overload: %s of %s requests (%s); both served at most %s after production was seen full",
                        Figure.count(overflowed), Figure.count(history.answers().size()), Figure.counts(shares), Figure.seconds(activation))
                .then(saturation.text());
    }

    /** When every backup had served. */
    private static OptionalDouble bothServed(History history) {
        List<OptionalDouble> first = history.named(Role.BACKUP).stream().map(history::firstServed).toList();
        return first.stream().allMatch(OptionalDouble::isPresent) ? first.stream().mapToDouble(OptionalDouble::getAsDouble).max() : OptionalDouble.empty();
    }

    /** The longest time without interruption that requests waited for production, before a moment, ms. */
    private static double queuedFor(History history, double before) {
        double longest = 0;
        double since = Double.NaN;
        for (Snapshot snapshot : history.snapshots()) {
            if (snapshot.atMs() >= before || Saturation.waiting(snapshot, history.named(Role.PRODUCTION)) == 0) {
                since = Double.NaN;
            } else {
                since = Double.isNaN(since) ? snapshot.atMs() : since;
                longest = Math.max(longest, snapshot.atMs() - since);
            }
        }
        return longest;
    }
}
