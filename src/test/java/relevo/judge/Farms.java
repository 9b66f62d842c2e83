package relevo.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import relevo.measure.History;
import relevo.measure.Saturation;
import relevo.measure.Tally;
import relevo.observation.Role;
import relevo.observation.ServerRow;
import relevo.observation.Snapshot;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Which servers the balancer has, and whether production was up: what the judgement of backups rests on. */
final class Farms {

    static final Text NO_BACKUP = Text.of("No se encontró ningún servidor de respaldo.", "No backup server was found.");
    static final Text MAKE_BACKUPS = Text.of("Cree dos contenedores con Apache y añada sus líneas server como respaldo en haproxy.cfg.",
            "Make two containers with Apache and add their server lines as backups to haproxy.cfg.");

    private Farms() {
    }

    /** Production servers that were not up in some snapshot, or went down between two: name and what was seen. */
    static Map<String, String> fallen(History history) {
        Map<String, String> fallen = new TreeMap<>();
        for (String name : history.named(Role.PRODUCTION)) {
            long downs = history.downs(name);
            if (downs > 0) {
                fallen.put(name, name + " UP → DOWN × " + downs);
            }
            history.snapshots().stream().filter(s -> !History.rows(s, name).isEmpty() && !history.usable(s, name)).findFirst()
                    .ifPresent(s -> fallen.merge(name, history.printed(s, name), (a, b) -> a + ", " + b));
        }
        return fallen;
    }

    /** Nobody answered at all: no verdict on who serves when, before somebody serves. */
    static Optional<Verdict> silent(History history) {
        boolean silent = !history.answers().isEmpty() && history.answers().stream().allMatch(answer -> answer.status() == 0);
        return silent ? Optional.of(Verdict.waitsFor("G1.1", Text.of("Ninguna de %s peticiones obtuvo respuesta (%s).",
                "None of %s requests got a response (%s).", Figure.count(history.answers().size()), Tally.causes(history.answers())))) : Optional.empty();
    }

    /** Nobody is a backup, and every server that the statistics list is somebody that is known. */
    static boolean noBackup(History history) {
        return history.named(Role.BACKUP).isEmpty() && !history.named(Role.PRODUCTION).isEmpty() && history.first().stream()
                .anyMatch(seen -> seen.statistics().servers().stream().allMatch(row -> seen.instanceOf().containsKey(row.label())));
    }

    /** Not met where nobody is a backup: nothing was done that could be looked at. */
    static Optional<Verdict> withoutBackups(History history, Text expected) {
        return noBackup(history) ? Optional.of(Verdict.notMet(expected, NO_BACKUP, MAKE_BACKUPS)) : Optional.empty();
    }

    /** What keeps B3 and B7 from being judged: the backups did not join, whatever the reason. */
    static Optional<Verdict> notJoined(Verdict joined) {
        if (joined.isMet()) {
            return Optional.empty();
        }
        return Optional.of(joined.waitsFor().isEmpty()
                ? Verdict.waitsFor("B2", Text.of("No se vio que los dos respaldos entraran por sobrecarga.", "Both backups were not seen to join by overload."))
                : Verdict.waitsFor(joined.waitsFor(), joined.seen()));
    }

    /** When production is first seen to have fallen; beyond all time when it is not. */
    static double firstFallMs(History history) {
        List<String> production = history.named(Role.PRODUCTION);
        long before = history.first().map(s -> downs(s, production)).orElse(0L);
        return history.snapshots().stream().filter(s -> downs(s, production) > before || production.stream()
                .anyMatch(name -> !History.rows(s, name).isEmpty() && !history.usable(s, name))).mapToDouble(Snapshot::atMs).findFirst()
                .orElse(Double.MAX_VALUE);
    }

    private static long downs(Snapshot snapshot, List<String> production) {
        return production.stream().flatMap(name -> History.rows(snapshot, name).stream()).mapToLong(ServerRow::downs).sum();
    }

    static Optional<Verdict> atFirst(History history) {
        List<String> out = history.named(Role.PRODUCTION).stream().filter(name -> history.first().filter(s -> history.usable(s, name)).isEmpty()).toList();
        return out.isEmpty() ? Optional.empty() : Optional.of(Verdict.couldNotCheck(
                Text.of("Antes de empezar, producción no estaba en pie o no figuraba: %s.", "Before it began, production was not up or not listed: %s.",
                        Figure.list(out)),
                Text.of("Arregle primero esos servidores (página de estadísticas) y repita.", "Repair those servers first (statistics page) and repeat.")));
    }

    static Optional<Verdict> productionUp(History history) {
        return atFirst(history).or(() -> fallen(history).isEmpty() ? Optional.empty() : Optional.of(Verdict.couldNotCheck(
                Text.of("Producción no estuvo en pie todo el tiempo:", "Production was not up all the time:")
                .then(Text.same(String.join("; ", fallen(history).values()) + ".")),
                Text.of("Arregle primero esos servidores y repita.", "Repair those servers first and repeat."))));
    }

    // Backups that help a full production do what they are for, however little was asked.
    static Optional<Verdict> filledByLightLoad(History history, double from, double to) {
        return !Saturation.within(history, from, to) ? Optional.empty() : Optional.of(Verdict.couldNotCheck(
                Text.of("La poca carga de esta comprobación llenó producción, y los respaldos ayudaron: la máquina es demasiado lenta.",
                        "The light load of this check filled production, and the backups helped: the machine is too slow."),
                Text.of("Cierre otros programas y repita, o use una máquina más rápida.", "Close other programs and repeat, or use a faster machine.")));
    }

    // A backup that is not in the list may be one of the rows that nobody could tell.
    static Optional<Verdict> backupsListed(History history) {
        List<String> unlisted = history.named(Role.BACKUP).stream().filter(name -> !history.listed(name)).toList();
        return unlisted.isEmpty() || history.unmapped().isEmpty() ? Optional.empty() : Optional.of(Verdict.couldNotCheck(
                Text.of("No se sabe si %s es una de estas filas: %s.", "It is unknown whether %s is one of these rows: %s.", Figure.list(unlisted),
                        Figure.list(history.unmapped())), Grounds.mappingRemedy()));
    }

    // Fewer than two known backups is a fault only when the balancer's whole list is known and holds no other.
    static Optional<Verdict> twoBackups(History history) {
        List<String> backups = history.named(Role.BACKUP);
        if (backups.size() >= 2) {
            return Optional.empty();
        }
        boolean wholeList = history.unmapped().isEmpty() && history.named(Role.PRODUCTION).stream().anyMatch(history::listed);
        return Optional.of(wholeList
                ? Verdict.notMet(Text.of("Hay dos servidores de respaldo.", "There are two backup servers."),
                        Text.of("La lista de servidores del balanceador tiene %s respaldos: %s.", "The balancer's list of servers has %s backups: %s.",
                                backups.size(), backups.isEmpty() ? "–" : Figure.list(backups)),
                        Text.of("Cree dos contenedores con Apache y añada sus líneas server como respaldo en haproxy.cfg.",
                                "Make two containers with Apache and add their server lines as backups to haproxy.cfg."))
                : Grounds.unknown(Role.BACKUP, backups, 2));
    }
}
