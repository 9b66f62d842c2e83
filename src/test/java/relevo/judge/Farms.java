package relevo.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import relevo.measure.History;
import relevo.measure.Saturation;
import relevo.observation.Role;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/** Which servers the balancer has, and whether production was up: what the judgement of backups rests on. */
final class Farms {

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
