package relevo.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import relevo.observation.Answer;
import relevo.observation.Event;
import relevo.observation.FaultTrial;
import relevo.observation.ServerRow;
import relevo.observation.Snapshot;

/**
 * What one fault cost.
 *
 * @param requests   sent in the whole trial
 * @param lost       those of them that failed
 * @param firstMs    from the fault until the first of them was sent, ms; negative before it, 0 without any
 * @param servedFirst whether the server had answered before the fault
 * @param felt       whether it answered nothing after the fault: one that did was not reached by it
 * @param noticedMs  from the fault until the first reading that does not show it in service, ms; empty when none did before its return
 * @param watchedMs  from the fault until its return, ms
 * @param shown      its rows as the last reading before its return printed them; empty without a reading
 * @param unchecked  whether the balancer does not look whether it lives
 */
public record TrialFigures(int requests, List<Answer> lost, double firstMs, boolean servedFirst, boolean felt, OptionalDouble noticedMs, double watchedMs,
        String shown, boolean unchecked) {

    /** Those of a trial that was played; empty when the fault is not in what was seen. */
    public static Optional<TrialFigures> of(FaultTrial trial) {
        History history = new History(trial.seen());
        return history.events().stream().filter(e -> e.kind() == trial.fault() && e.target().equals(trial.target())).findFirst()
                .map(event -> of(history, event));
    }

    private static TrialFigures of(History history, Event event) {
        String name = event.target();
        double at = event.atMs();
        double back = history.events(List.of(name), false).mapToDouble(Event::atMs).filter(ms -> ms > at).min().orElse(Math.max(at, history.end()));
        List<Answer> lost = history.answers().stream().filter(a -> !a.ok()).toList();
        List<Answer> own = history.answers().stream().filter(a -> a.ok() && a.server().equals(name)).toList();
        List<Snapshot> listed = history.snapshots().stream().filter(s -> s.atMs() > history.began(event) && s.atMs() < back
                && !History.rows(s, name).isEmpty()).toList();
        Optional<Snapshot> last = listed.stream().reduce((earlier, later) -> later);
        return new TrialFigures(history.answers().size(), lost, lost.isEmpty() ? 0 : lost.get(0).atMs() - at, own.stream().anyMatch(a -> a.atMs() < at),
                own.stream().noneMatch(a -> a.atMs() > at && a.atMs() + a.tookMs() < back),
                listed.stream().filter(s -> History.rows(s, name).stream().noneMatch(TrialFigures::inService)).mapToDouble(s -> Math.max(0, s.atMs() - at))
                        .findFirst(),
                back - at, last.map(s -> history.printed(s, name)).orElse(""),
                last.filter(s -> History.rows(s, name).stream().allMatch(ServerRow::unchecked)).isPresent());
    }

    private static boolean inService(ServerRow row) {
        return row.up() || row.unchecked();
    }
}
