package relevo.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import relevo.observation.Event.Kind;
import relevo.observation.Observation;
import relevo.observation.Page;
import relevo.observation.Role;
import relevo.observation.Snapshot;
import relevo.observation.Statistics;
import relevo.observation.Windows;
import relevo.outside.StatisticsSource;
import relevo.outside.Visitor;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;
import relevo.words.Text;

/** Watches the cluster from outside: what visitors get, what the balancer's statistics say, and what was done meanwhile, on one clock. */
final class Observatory {

    /** Divided by {@link Timing#slowness}: what is light for a container would be heavy for an emulated processor. */
    private static final int LIGHT_PER_SECOND = 40;
    /** Times half of {@link Timing#slowness}, where that is more: reading them costs an emulated node more than serving a page does. */
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(200);

    private final URI page;
    private final Function<Page, String> server;
    private final StatisticsSource statistics;
    private final Roster roster;
    private final Map<String, Role> roles;
    private volatile Windows windows = Windows.SHORTEST.times(Timing.slowness());
    private volatile Recorder recording = new Recorder(windows);

    /**
     * @param page   what visitors open
     * @param server tells from it which instance it came from
     */
    Observatory(URI page, Function<Page, String> server, StatisticsSource statistics, Roster roster, Map<String, Role> roles) {
        this.page = page;
        this.server = server;
        this.statistics = statistics;
        this.roster = roster;
        this.roles = roles;
    }

    /** Takes how long the balancer may take to see a change, from the next observation on. */
    void learn(Windows found) {
        windows = found;
    }

    /** Writes down what was just done to the cluster, in the observation under way. */
    void note(Kind what, String target) {
        recording.add(what, target);
    }

    /** Without any server where the page does not open, or shows something else. */
    Snapshot snapshotIfReadable() {
        Statistics seen;
        try {
            seen = statistics.readIfOpen().orElse(new Statistics(List.of()));
        } catch (IllegalArgumentException somethingElse) {
            seen = new Statistics(List.of());
        }
        return joined(recording, seen);
    }

    /** @throws CannotCheck when the statistics cannot be read */
    Snapshot snapshot() {
        try {
            return joined(recording, statistics.read());
        } catch (IllegalArgumentException unreadable) {
            throw new CannotCheck(Text.of("No se pueden leer las estadísticas del balanceador: %s.", "The balancer's statistics cannot be read: %s.",
                    unreadable.getMessage()),
                    Text.of("Arregle primero G3.1.", "Repair G3.1 first."), unreadable);
        }
    }

    private Snapshot joined(Recorder recorder, Statistics seen) {
        return new Snapshot(recorder.nowMs(), seen, roster.instanceOf(seen));
    }

    Observation visits(int count, Visitor visitor) {
        var recorder = new Recorder(windows);
        sample(recorder);
        for (var i = 0; i < count; i++) {
            recorder.add(visitor.visit(page, recorder.originNanos(), server));
        }
        sample(recorder);
        return recorder.observation(roles);
    }

    Observation watchUnderLightTraffic(Consumer<Watch> story) {
        return watchRecording(recorder -> {
            try (var traffic = new Traffic(page, (int) Math.ceil(LIGHT_PER_SECOND / Timing.slowness()), server, recorder)) {
                story.accept(new Watch(recorder));
            }
        });
    }

    Observation watch(Consumer<Watch> story) {
        return watchRecording(recorder -> story.accept(new Watch(recorder)));
    }

    private Observation watchRecording(Consumer<Recorder> story) {
        var recorder = new Recorder(windows);
        recording = recorder;
        sample(recorder);
        var sampler = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "relevo-sampler");
            thread.setDaemon(true);
            return thread;
        });
        try {
            sampler.scheduleWithFixedDelay(() -> sample(recorder), 0, Math.round(SAMPLE_EVERY.toMillis() * Math.max(1, Timing.slowness() / 2)),
                    TimeUnit.MILLISECONDS);
            story.accept(recorder);
        } finally {
            sampler.shutdownNow();
        }
        sample(recorder);
        return recorder.observation(roles);
    }

    private void sample(Recorder recorder) {
        try {
            recorder.add(joined(recorder, statistics.read()));
        } catch (IllegalArgumentException unreadable) {
            // A gap in the samples is an observation too: the judge sees their times.
            recorder.add(Kind.STATISTICS_UNREADABLE, unreadable.getMessage());
        }
    }
}
