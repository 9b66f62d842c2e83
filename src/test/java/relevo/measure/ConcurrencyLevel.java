package relevo.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import relevo.observation.Answer;
import relevo.observation.LoadRun;
import relevo.observation.Percentiles;
import relevo.observation.Role;

/**
 * What so many users at the same time got, in the steady part of their stage.
 *
 * @param users     of the closed model
 * @param perSecond good answers/s
 * @param latency   of all requests, ms
 * @param served    good answers by server
 * @param backups   part of the good answers that the backups gave, 0 to 1
 * @param expected  part that they give where every request beyond production's slots goes to them; empty where they are full too
 */
public record ConcurrencyLevel(int users, double perSecond, Percentiles latency, Map<String, Long> served, double backups, OptionalDouble expected) {

    /** The first answers of a stage come while the one before is still ending. */
    private static final double UNSTEADY_HOLDS = 2;
    private static final double UNSTEADY_MS = 300;

    /** The stages of a closed run; none of an open one. */
    public static List<ConcurrencyLevel> of(LoadRun run) {
        List<ConcurrencyLevel> levels = new ArrayList<>();
        if (!run.open()) {
            for (int i = 0; i < run.stages().size(); i++) {
                double from = run.beganMs().get(i) + Math.max(UNSTEADY_MS, UNSTEADY_HOLDS * run.holdMs());
                double to = run.beganMs().get(i) + run.stages().get(i).seconds() * 1000;
                levels.add(of(run, (int) Math.round(run.stages().get(i).from()), from, to));
            }
        }
        return List.copyOf(levels);
    }

    private static ConcurrencyLevel of(LoadRun run, int users, double from, double to) {
        List<Answer> ended = run.seen().answers().stream().filter(a -> a.atMs() + a.tookMs() >= from && a.atMs() + a.tookMs() < to).toList();
        Map<String, Long> served = new TreeMap<>(ended.stream().filter(a -> a.ok() && !a.server().isEmpty())
                .collect(Collectors.groupingBy(Answer::server, Collectors.counting())));
        long good = ended.stream().filter(Answer::ok).count();
        long byBackups = served.entrySet().stream().filter(e -> run.seen().roles().get(e.getKey()) == Role.BACKUP).mapToLong(Map.Entry::getValue).sum();
        return new ConcurrencyLevel(users, to > from ? good / (to - from) * 1000 : 0, Percentiles.of(ended), served, good == 0 ? 0 : (double) byBackups / good,
                expected(users, run.slots()));
    }

    /**
     * max(0, (C − N) / C): of C requests at work N fill production and the rest is served elsewhere. Holds while the backups, taken to be as
     * many as production, have a place: up to C = 2N.
     */
    public static OptionalDouble expected(int users, int slots) {
        return users > 2 * slots || users == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.max(0, (double) (users - slots) / users));
    }
}
