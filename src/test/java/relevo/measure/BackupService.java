package relevo.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import relevo.observation.Answer;
import relevo.observation.LoadRun;
import relevo.observation.Role;

/**
 * When the backups served in a run, by the answers alone, so to the ms. Times are those at which requests were sent, ms.
 *
 * @param part         part of the good answers that the backups gave, 0 to 1
 * @param activationMs from the moment when clients had as many requests open as production has places until every backup had served; empty
 *                     when there never were as many, or some backup did not serve
 * @param releaseMs    from the end of the schedule until the backups' last request; 0 when that was earlier
 * @param transitions  how often they began to serve after they had not for {@link #IDLE_MS}
 */
public record BackupService(double part, OptionalDouble activationMs, double releaseMs, long transitions) {

    /** Backups that serve nothing for so long have stopped. */
    static final double IDLE_MS = 1_000;

    /** Of a run and the light traffic after it. */
    public static BackupService of(LoadRun run) {
        List<Answer> good = run.seen().answers().stream().filter(Answer::ok).toList();
        List<Answer> byBackups = served(run, good);
        List<Answer> later = served(run, run.after().answers().stream().filter(Answer::ok).toList());
        List<Double> times = new ArrayList<>(byBackups.stream().map(Answer::atMs).toList());
        // The light traffic has a clock of its own, which began when the last answer of the run was there.
        double offset = run.seen().answers().stream().mapToDouble(a -> a.atMs() + a.tookMs()).max().orElse(0);
        later.forEach(a -> times.add(offset + a.atMs()));
        double last = times.isEmpty() ? 0 : times.get(times.size() - 1);
        return new BackupService(good.isEmpty() ? 0 : (double) byBackups.size() / good.size(), activation(run, byBackups),
                Math.max(0, last - run.scheduleEndedMs()), transitions(times));
    }

    private static List<Answer> served(LoadRun run, List<Answer> good) {
        return good.stream().filter(a -> run.seen().roles().get(a.server()) == Role.BACKUP).sorted(Comparator.comparingDouble(Answer::atMs)).toList();
    }

    private static OptionalDouble activation(LoadRun run, List<Answer> byBackups) {
        OptionalDouble full = OpenRequests.of(run.seen().answers()).reached(run.slots());
        List<String> backups = run.seen().roles().entrySet().stream().filter(e -> e.getValue() == Role.BACKUP).map(e -> e.getKey()).toList();
        List<OptionalDouble> first = backups.stream().map(name -> byBackups.stream().filter(a -> a.server().equals(name)).mapToDouble(Answer::atMs).findFirst())
                .toList();
        if (full.isEmpty() || first.isEmpty() || first.stream().anyMatch(OptionalDouble::isEmpty)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.max(0, first.stream().mapToDouble(OptionalDouble::getAsDouble).max().orElseThrow() - full.getAsDouble()));
    }

    private static long transitions(List<Double> times) {
        long transitions = times.isEmpty() ? 0 : 1;
        for (int i = 1; i < times.size(); i++) {
            transitions += times.get(i) - times.get(i - 1) > IDLE_MS ? 1 : 0;
        }
        return transitions;
    }
}
