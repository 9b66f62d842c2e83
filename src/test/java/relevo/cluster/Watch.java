package relevo.cluster;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionTimeoutException;
import relevo.observation.Event.Kind;
import relevo.observation.ServerRow;
import relevo.observation.Snapshot;
import relevo.timing.Timing;

/**
 * What a test can do while the cluster is being watched: let it go on until something named is seen. A wait that runs out is no error
 * here; what was seen, and what was not, is for the judge.
 */
public final class Watch {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    /** Time to see a server that serves on although it should be idle. */
    private static final Duration AFTER_RELEASE = Duration.ofSeconds(2);

    /** Requests/s that have an answer on a slow machine, at worst. */
    private static final double WORST_PER_SECOND = 5;
    /** Requests do not wait for one another, so the first answers may all be this late, and the rest follows at the rate of the requests. */
    private static final Duration SLOWEST_ANSWER = Duration.ofSeconds(25);

    private final Recorder recorder;
    private final double perSecond;
    private final double lingerMs;

    /**
     * @param perSecond requests that are sent meanwhile, as far as they are sent for it
     * @param lingerMs  how long requests that were sent while a server went down may count as load after the balancer's window is over, ms
     */
    Watch(Recorder recorder, double perSecond, double lingerMs) {
        this.recorder = recorder;
        this.perSecond = perSecond;
        this.lingerMs = lingerMs;
    }

    /** {@link System#nanoTime} at the observation's beginning. */
    public long originNanos() {
        return recorder.originNanos();
    }

    /** Until this many requests that are sent from now on have come to an end, or as many seconds as that could take at worst. */
    public void untilAnswers(int more) {
        var now = recorder.nowMs();
        var longest = Timing.stretched(SLOWEST_ANSWER).plus(Duration.ofMillis(Math.round(1_000 * atWorst(more))));
        until(Kind.ANSWERS, longest, () -> recorder.answersSentSince(now) >= more);
    }

    /** Seconds, twice what they take at this rate or, where that is more, what they take at worst. */
    private double atWorst(int answers) {
        return Math.max(answers / WORST_PER_SECOND * Timing.slowness(), 2 * answers / perSecond);
    }

    /**
     * Until this many requests in a row, sent from now on, were served; where that does not come, until the balancer's window since the last server
     * was ended is over, and as many more have come to an end. Where requests linger, only those count that were sent after they are gone.
     */
    public void untilServed(int answers) {
        var now = recorder.nowMs();
        var over = recorder.lastEndedMs() + recorder.windows().detectionMs() + lingerMs;
        var longest = ms(Math.max(0, over - now) + 1_000 * atWorst(answers));
        if (!until(Kind.ANSWERS, longest, () -> recorder.servedInARow(lingerMs > 0 ? Math.max(now, over) : now) >= answers)) {
            untilAnswers(answers);
        }
    }

    /**
     * Until this many further requests in a row were served, and none by these; a little longer than {@link Timing#RELEASE} and than they take to
     * be sent at most, so that what goes on after it is seen.
     */
    public void untilIdle(Collection<Instance> servers, int answers) {
        var names = servers.stream().map(Instance::name).toList();
        var sent = Duration.ofMillis(Math.round(1_000 * answers / perSecond));
        var after = Duration.ofMillis(Math.round(AFTER_RELEASE.toMillis() * Timing.slowness()));
        until(Kind.IDLE, Timing.RELEASE.max().plus(after.compareTo(sent) > 0 ? after : sent), () -> {
            var last = recorder.lastAnswers(answers);
            return last.size() == answers && last.stream().allMatch(answer -> answer.ok() && !names.contains(answer.server()));
        });
    }

    /** Until the balancer shows none of these as UP, for at most as long as its checks need. */
    public void untilDetected(Collection<Instance> stopped) {
        untilShown(Kind.DETECTED, ms(recorder.windows().detectionMs()), () -> {
            var rows = rowsOf(stopped);
            return !rows.isEmpty() && rows.stream().noneMatch(row -> row.up() || row.unchecked());
        });
    }

    /** Until the balancer shows all of these as UP, for at most as long as its checks need; that long for one that it does not check. */
    public void untilUp(Collection<Instance> started) {
        untilUp(started, ms(recorder.windows().returnMs()));
    }

    /** As {@link #untilUp(Collection)}, of what a machine carries that was just switched on: for at most {@link Timing#MACHINE_RETURN}. */
    public void untilBack(Collection<Instance> carried) {
        untilUp(carried, Timing.MACHINE_RETURN.max());
    }

    private void untilUp(Collection<Instance> started, Duration longest) {
        untilShown(Kind.UP, longest, () -> {
            var rows = rowsOf(started);
            return !rows.isEmpty() && rows.stream().allMatch(ServerRow::up);
        });
    }

    /**
     * As {@link #untilDetected(Collection)}, not longer than this; not at all where the balancer does not look at it, or says nothing of it.
     *
     * @return whether it was detected in time
     */
    boolean untilNoticed(Instance hurt, Duration longest) {
        var rows = rowsOf(List.of(hurt));
        if (rows.stream().allMatch(ServerRow::unchecked)) {
            recorder.add(Kind.NOT_DETECTED, "");
            return false;
        }
        return until(Kind.DETECTED, least(longest, ms(recorder.windows().detectionMs())),
                () -> rowsOf(List.of(hurt)).stream().noneMatch(row -> row.up() || row.unchecked()));
    }

    /**
     * Until this one answers something that is asked from now on, or the balancer shows it as UP, having shown something else.
     *
     * @return whether it did in time
     */
    boolean untilServing(Instance mended, boolean noticed, Duration longest) {
        var now = recorder.nowMs();
        return until(Kind.UP, longest, () -> {
            var rows = rowsOf(List.of(mended));
            return noticed && !rows.isEmpty() && rows.stream().allMatch(ServerRow::up) || recorder.servedSince(now, mended.name());
        });
    }

    private static Duration least(Duration some, Duration other) {
        return some.compareTo(other) < 0 ? some : other;
    }

    /** As for several. */
    public void untilDetected(Instance stopped) {
        untilDetected(List.of(stopped));
    }

    /** As for several. */
    public void untilUp(Instance started) {
        untilUp(List.of(started));
    }

    /** What does not come in time is shown by a reading made after that: without one, nobody could say what the state was then. */
    private void untilShown(Kind what, Duration longest, BooleanSupplier seen) {
        if (!until(what, longest, seen)) {
            var limit = recorder.nowMs();
            until(Kind.READING, Timing.COUNTING.max(), () -> recorder.latest().filter(snapshot -> snapshot.atMs() > limit).isPresent());
        }
    }

    private static Duration ms(double ms) {
        // Whoever need not wait looks once all the same.
        return Duration.ofMillis(Math.max(1, Math.round(ms)));
    }

    private boolean until(Kind what, Duration longest, BooleanSupplier seen) {
        try {
            await().pollDelay(Duration.ZERO).pollInterval(LOOK_EVERY).atMost(longest).until(seen::getAsBoolean);
            recorder.add(what, "");
            return true;
        } catch (ConditionTimeoutException notSeen) {
            recorder.add(what.missed(), "");
            return false;
        }
    }

    private List<ServerRow> rowsOf(Collection<Instance> instances) {
        var names = instances.stream().map(Instance::name).toList();
        return recorder.latest().map(Snapshot::statistics).stream()
                .flatMap(statistics -> statistics.servers().stream())
                .filter(row -> names.contains(recorder.latest().orElseThrow().instanceOf().get(row.label())))
                .toList();
    }
}
