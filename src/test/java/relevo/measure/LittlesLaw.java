package relevo.measure;

import java.util.List;
import java.util.stream.Stream;
import relevo.observation.Answer;
import relevo.observation.LoadRun;
import relevo.observation.Role;
import relevo.observation.ServerRow;
import relevo.observation.Snapshot;

/**
 * Little's law, N = X·R, as a check of the measurement itself: the mean number of requests in the system, sampled from the balancer's
 * statistics (sessions of the servers and the queues), against the product of throughput and mean response time that clients saw.
 *
 * <p>They may differ by {@link #RELATIVE} or by {@link #ABSOLUTE} requests, whichever is more: samples are few, and a client's time
 * includes its own and the network's. More than that means that requests waited where the statistics do not show it (a frontend's
 * {@code maxconn}, the kernel, the generator), or that the page is another process's.
 *
 * @param sampled mean of sessions and queue over the snapshots
 * @param implied X·R, by the clients' clocks
 * @param samples snapshots used
 */
public record LittlesLaw(double sampled, double implied, int samples) {

    public static final double RELATIVE = 0.3;
    public static final double ABSOLUTE = 3;
    public static final int SAMPLES = 5;

    /** Over the schedule of a run. */
    public static LittlesLaw of(LoadRun run) {
        return of(run, new History(run.seen()));
    }

    /** The law held against one run. */
    public static LittlesLaw of(LoadRun run, History history) {
        double begin = history.begin();
        double end = Math.min(history.end(), begin + run.seconds() * 1000);
        List<String> production = history.named(Role.PRODUCTION);
        List<String> backups = history.named(Role.BACKUP);
        List<String> everybody = Stream.concat(production.stream(), backups.stream()).toList();
        List<Snapshot> inside = history.snapshots().stream().filter(s -> s.atMs() > begin && s.atMs() < end).toList();
        double sampled = inside.stream().mapToLong(s -> sessions(s, production) + sessions(s, backups) + Saturation.waiting(s, everybody)).average().orElse(0);
        double spent = history.answers().stream().mapToDouble(a -> overlap(a, begin, end)).sum();
        return new LittlesLaw(sampled, end > begin ? spent / (end - begin) : 0, inside.size());
    }

    /** Whether the readings were close enough to decide. */
    public boolean sampledEnough() {
        return samples >= SAMPLES;
    }

    /** Whether the two agree. */
    public boolean holds() {
        return Math.abs(sampled - implied) <= Math.max(ABSOLUTE, RELATIVE * Math.max(sampled, implied));
    }

    private static long sessions(Snapshot snapshot, List<String> instances) {
        return instances.stream().flatMap(name -> History.rows(snapshot, name).stream()).mapToLong(ServerRow::current).sum();
    }

    private static double overlap(Answer answer, double begin, double end) {
        return Math.max(0, Math.min(answer.atMs() + answer.tookMs(), end) - Math.max(answer.atMs(), begin));
    }
}
