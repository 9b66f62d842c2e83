package relevo.judge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import relevo.measure.History;
import relevo.measure.Tally;
import relevo.observation.Answer;
import relevo.observation.Event;
import relevo.observation.Observation;
import relevo.observation.Role;
import relevo.observation.ServerState;
import relevo.observation.Snapshot;
import relevo.verdict.Verdict;
import relevo.words.Figure;
import relevo.words.Text;

/**
 * The time in which every production server was off and the balancer had to know it.
 *
 * @param stoppedMs when the last of them was stopped
 * @param fromMs    when the balancer showed none of them in service, or its window after the stop where a request went wrong after that
 * @param toMs      when the first of them returned
 * @param window    the requests sent between the last two
 */
record ProductionDown(History history, double stoppedMs, double fromMs, double toMs, List<Answer> window) {

    static ProductionDown of(Observation seen) {
        History history = new History(seen);
        List<String> production = history.named(Role.PRODUCTION);
        double stopped = history.events(production, true).mapToDouble(Event::atMs).max().orElse(0);
        double shown = history.detected(production, stopped);
        double to = history.events(production, false).mapToDouble(Event::atMs).filter(at -> at > stopped).min().orElse(Double.MAX_VALUE);
        // What goes wrong within the window is not held against anybody; where nothing does, nobody waits for its end.
        double from = history.sent(shown, to).stream().allMatch(answer -> answer.ok() && !production.contains(answer.server())) ? shown
                : Math.max(shown, stopped + history.windows().detectionMs());
        return new ProductionDown(history, stopped, from, to, history.sent(from, to));
    }

    List<String> production() {
        return history.named(Role.PRODUCTION);
    }

    List<String> backups() {
        return history.named(Role.BACKUP);
    }

    /** Good answers of each backup. */
    Map<String, Long> shares() {
        return Tally.okPer(window, backups());
    }

    /** Without it nothing can be said. */
    Optional<Verdict> unknownRoles() {
        return Grounds.of(history).answers(Backups.ENOUGH).roles().known(Role.PRODUCTION, 1).missing();
    }

    /** Why it was not seen that all production was down; empty when it was. */
    Optional<Verdict> unclear() {
        Set<String> untouched = new TreeSet<>(production());
        history.events(production(), true).map(Event::target).forEach(untouched::remove);
        if (!untouched.isEmpty()) {
            return Optional.of(Verdict.couldNotCheck(Text.of("No se detuvo: %s.", "Not stopped: %s.", Figure.list(untouched)),
                    Text.of("Repita la comprobación.", "Repeat the check.")));
        }
        if (window.size() < Backups.ENOUGH) {
            return Optional.of(Grounds.tooFew(window.size(), Backups.ENOUGH));
        }
        Map<String, Long> ghosts = Tally.okPer(window.stream().filter(a -> a.atMs() + a.tookMs() < toMs).toList(), production());
        ghosts.values().removeIf(n -> n == 0);
        return ghosts.isEmpty() ? Optional.empty() : Optional.of(Verdict.couldNotCheck(
                Text.of("Producción debía estar detenida y respondió: %s.", "Production should have been stopped and answered: %s.", Figure.counts(ghosts)),
                Text.of("Vea si el servidor se reinicia solo, o si HAProxy guarda páginas (http-request cache-use).",
                        "See whether the server restarts by itself, or HAProxy keeps pages (http-request cache-use).")));
    }

    /** Whether, in the last reading of this time, all of these are so; not without a reading. */
    boolean lastShown(List<String> servers, Predicate<ShownServer> so) {
        return last().filter(s -> !servers.isEmpty() && servers.stream().allMatch(name -> so.test(new ShownServer(history, s, name)))).isPresent();
    }

    /** A server in a reading. */
    record ShownServer(History history, Snapshot snapshot, String name) {

        boolean is(ServerState state) {
            return history.state(snapshot, name) == state;
        }

        boolean usable() {
            return history.usable(snapshot, name);
        }
    }

    private Optional<Snapshot> last() {
        return history.snapshots().stream().filter(s -> s.atMs() > stoppedMs && s.atMs() < toMs).reduce((earlier, later) -> later);
    }

    /** Most requests that any reading of this time shows waiting in a queue. */
    long queued() {
        return history.snapshots().stream().filter(s -> s.atMs() >= fromMs && s.atMs() < toMs).mapToLong(s -> Math.max(
                s.statistics().backends().stream().mapToLong(row -> row.queued()).sum(),
                s.statistics().servers().stream().mapToLong(row -> row.queued()).sum())).max().orElse(0);
    }

    /** What requests suffered before, which is not judged. */
    Text within() {
        List<Answer> before = history.sent(stoppedMs, fromMs);
        return before.isEmpty() ? Text.same("") : Text.of("Hasta entonces fallaron %s de %s, y la más lenta tardó %s: se muestra y no se juzga.",
                "Until then %s of %s failed, and the slowest took %s: shown, not judged.", Figure.count(before.stream().filter(a -> !a.ok()).count()),
                Figure.count(before.size()), Figure.seconds(before.stream().mapToDouble(Answer::tookMs).max().orElse(0)));
    }
}
