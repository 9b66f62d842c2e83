package relevo.measure;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import relevo.observation.BackendRow;
import relevo.observation.LoadRun;
import relevo.observation.Percentiles;
import relevo.observation.Role;
import relevo.observation.ServerRow;
import relevo.observation.Snapshot;
import relevo.timing.Timing;
import relevo.words.Figure;
import relevo.words.Text;

/**
 * What proves that a run asked for more than production can give: production full, a queue, response times far above the resource's own, or
 * as many requests open at clients as production has places, for a while. Any one is enough.
 *
 * @param full    whether some snapshot shows every production server at its {@code maxconn} at once; one alone may be chance
 * @param queued  most requests that waited for production, in its servers' queues or in its backend's
 * @param p95     95th percentile of the response times, ms
 * @param slowMs  from where p95 proves it: {@code hold + max(hold, 250 ms)}
 * @param failed  requests that failed; told, but no proof: servers fail for other reasons too
 * @param n       requests
 * @param sinceMs the first snapshot that shows production full or a queue; without any, when clients first had as many requests open
 * @param openMs  how long at a stretch clients had as many requests open as production has places, ms. Those that production answered, or was
 *                too slow to answer in time: where HAProxy sets no limit, all of them were in its servers
 * @param slots   production's places
 * @param fullBy  the words that say so many; empty where nobody asked
 */
public record Saturation(boolean full, long queued, double p95, double slowMs, long failed, long n, OptionalDouble sinceMs, double openMs, int slots,
                         String fullBy) {

    /** So long production's places must have been taken: a moment may be chance. Times {@link Timing#slowness}. */
    private static final double OPEN_MS = 1_000;
    private static final int GAVE_UP = 504;

    private static final double SLACK_MS = 250;

    /** What one run shows of production's being full. */
    public static Saturation of(LoadRun run, History history) {
        List<Snapshot> snapshots = history.snapshots();
        List<String> production = history.named(Role.PRODUCTION);
        boolean full = snapshots.stream().anyMatch(s -> full(s, production));
        OptionalDouble since = snapshots.stream().filter(s -> full(s, production) || waiting(s, production) > 0).mapToDouble(Snapshot::atMs).findFirst();
        long queued = snapshots.stream().mapToLong(s -> waiting(s, production)).max().orElse(0);
        long failed = history.answers().stream().filter(a -> !a.ok()).count();
        OpenRequests open = OpenRequests.of(history.answers().stream().filter(a -> a.ok() || a.status() == GAVE_UP)
                .filter(a -> history.roleOf(a.server()) != Role.BACKUP).toList());
        int slots = Math.max(1, run.slots());
        return new Saturation(full, Math.max(queued, grownMax(snapshots, production)), Percentiles.of(history.answers()).p95(),
                run.holdMs() + Math.max(run.holdMs(), SLACK_MS * Timing.slowness()), failed, history.answers().size(),
                since.isPresent() ? since : open.reached(slots), open.longestMs(slots), slots, run.fullBy());
    }

    /** Whether production was full, beyond doubt. */
    public boolean proved() {
        return full || queued > 0 || p95 > slowMs || openMs >= OPEN_MS * Timing.slowness();
    }

    /** The signs in a sentence. */
    public Text text() {
        Text state = full ? Text.of("(producción llena,", "(production full,") : Text.of("(producción sin llenarse,", "(production never full,");
        return state.then(Text.of("cola máxima %s, p95 %s, %s fallos de %s).", "longest queue %s, p95 %s, %s failures of %s).",
                Figure.count(queued), Figure.millis(p95), Figure.count(failed), Figure.count(n))).then(places());
    }

    /** What was taken for full, and from where. */
    private Text places() {
        return fullBy.isEmpty() ? Text.same("")
                : Text.of("Por llena se tomó con %s peticiones a la vez: %s; los clientes tuvieron tantas abiertas durante %s.",
                        "It was taken for full with %s requests at once: %s; clients had as many open for %s.", Figure.count(slots), fullBy,
                        Figure.seconds(openMs));
    }

    /** Whether production was full at some moment of [from, to), or requests waited for it. */
    public static boolean within(History history, double from, double to) {
        List<String> production = history.named(Role.PRODUCTION);
        return history.snapshots().stream().filter(s -> s.atMs() >= from && s.atMs() < to)
                .anyMatch(s -> full(s, production) || waiting(s, production) > 0);
    }

    static boolean full(Snapshot snapshot, List<String> production) {
        return !production.isEmpty() && production.stream().allMatch(name -> {
            List<ServerRow> rows = History.rows(snapshot, name);
            return rows.stream().anyMatch(row -> row.limit().isPresent() && row.limit().getAsLong() > 0 && row.current() >= row.limit().getAsLong());
        });
    }

    /** Requests that wait for production now. A backend's {@code qcur} counts its servers' queues too. */
    public static long waiting(Snapshot snapshot, List<String> production) {
        Set<String> proxies = proxies(snapshot, production);
        long own = production.stream().flatMap(name -> History.rows(snapshot, name).stream()).mapToLong(ServerRow::queued).sum();
        return Math.max(own, snapshot.statistics().backends().stream().filter(b -> proxies.contains(b.proxy())).mapToLong(BackendRow::queued).sum());
    }

    // qmax remembers what fell between two readings; it proves something only if it grew during the run.
    private static long grownMax(List<Snapshot> snapshots, List<String> production) {
        if (snapshots.size() < 2) {
            return 0;
        }
        long before = waitedMost(snapshots.get(0), production);
        long after = waitedMost(snapshots.get(snapshots.size() - 1), production);
        return after > before ? after : 0;
    }

    private static long waitedMost(Snapshot snapshot, List<String> production) {
        Set<String> proxies = proxies(snapshot, production);
        long own = production.stream().flatMap(name -> History.rows(snapshot, name).stream()).mapToLong(ServerRow::queuedMax).max().orElse(0);
        return Math.max(own, snapshot.statistics().backends().stream().filter(b -> proxies.contains(b.proxy())).mapToLong(BackendRow::queuedMax).max()
                .orElse(0));
    }

    private static Set<String> proxies(Snapshot snapshot, List<String> production) {
        Set<String> proxies = new TreeSet<>();
        production.forEach(name -> History.rows(snapshot, name).forEach(row -> proxies.add(row.proxy())));
        return proxies;
    }
}
