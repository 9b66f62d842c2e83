package relevo.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import relevo.observation.Answer;
import relevo.observation.LoadRun;
import relevo.observation.Percentiles;
import relevo.observation.Role;
import relevo.observation.Snapshot;
import relevo.observation.Stage;

/**
 * A part of a run: the answers that came to an end in it. Times are s since the schedule began, rates requests/s.
 *
 * @param fromS   its beginning
 * @param lengthS its length, s
 * @param offered mean rate of the schedule in it; of the closed model what was sent
 * @param good    good answers
 * @param failed  the others
 * @param p50     median latency of the answers, ms; 0 without any
 * @param p95     95th percentile, ms
 * @param served  good answers by server
 * @param backups good answers by backups
 * @param busy    mean requests that production was working on, by HAProxy
 * @param queued  mean requests that waited for production, by HAProxy
 */
public record Window(double fromS, double lengthS, double offered, long good, long failed, double p50, double p95, Map<String, Long> served, long backups,
                     double busy, double queued) {

    /** The run in windows of equal length, from the beginning of its schedule to the window of its last answer. */
    public static List<Window> of(LoadRun run, double lengthS) {
        double began = run.scheduleBeganMs();
        double end = run.seen().answers().stream().mapToDouble(a -> a.atMs() + a.tookMs()).max().orElse(began);
        History history = new History(run.seen());
        List<Window> windows = new ArrayList<>();
        // A last answer on the boundary needs no window of its own.
        for (int i = 0; began + i * lengthS * 1000 < end - 1; i++) {
            windows.add(of(run, history, i * lengthS, lengthS));
        }
        return List.copyOf(windows);
    }

    private static Window of(LoadRun run, History history, double fromS, double lengthS) {
        double from = run.scheduleBeganMs() + fromS * 1000;
        double to = from + lengthS * 1000;
        // The first one also has what the clock's whole ms put just before the beginning.
        List<Answer> ended = run.seen().answers().stream().filter(a -> fromS == 0 || a.atMs() + a.tookMs() >= from).filter(a -> a.atMs() + a.tookMs() < to)
                .toList();
        Map<String, Long> served = new TreeMap<>(ended.stream().filter(a -> a.ok() && !a.server().isEmpty())
                .collect(Collectors.groupingBy(Answer::server, Collectors.counting())));
        long good = ended.stream().filter(Answer::ok).count();
        Percentiles latency = Percentiles.of(ended);
        List<String> production = history.named(Role.PRODUCTION);
        List<Snapshot> inside = history.snapshots().stream().filter(s -> s.atMs() >= from && s.atMs() < to).toList();
        double offered = run.open() ? arrivals(run.stages(), fromS, fromS + lengthS) / lengthS
                : run.seen().answers().stream().filter(a -> a.atMs() >= from && a.atMs() < to).count() / lengthS;
        return new Window(fromS, lengthS, offered, good, ended.size() - good, latency.p50(), latency.p95(), served,
                served.entrySet().stream().filter(e -> run.seen().roles().get(e.getKey()) == Role.BACKUP).mapToLong(Map.Entry::getValue).sum(),
                inside.stream().mapToLong(s -> production.stream().flatMap(name -> History.rows(s, name).stream()).mapToLong(row -> row.current()).sum())
                .average().orElse(0),
                inside.stream().mapToLong(s -> Saturation.waiting(s, production)).average().orElse(0));
    }

    /** The schedule's arrivals between two moments: the area under its rate. */
    static double arrivals(List<Stage> stages, double fromS, double toS) {
        double began = 0;
        double sum = 0;
        for (Stage stage : stages) {
            double a = Math.max(0, fromS - began);
            double b = Math.min(stage.seconds(), toS - began);
            if (b > a) {
                double slope = (stage.to() - stage.from()) / stage.seconds();
                sum += (b - a) * (stage.from() + slope * (a + b) / 2);
            }
            began += stage.seconds();
        }
        return sum;
    }

    /** Good answers/s. */
    public double goodput() {
        return good / lengthS;
    }
}
