package relevo.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import relevo.observation.ConfiguredLoad;
import relevo.observation.Event.Kind;
import relevo.observation.Observation;
import relevo.observation.Page;
import relevo.observation.Role;
import relevo.observation.Snapshot;
import relevo.observation.Statistics;
import relevo.observation.Windows;
import relevo.outside.Readings;
import relevo.outside.Visitor;
import relevo.timing.Timing;
import relevo.verdict.CannotCheck;
import relevo.verdict.Verdict;
import relevo.words.Text;

/** Watches the cluster from outside: what visitors get, what the balancer's statistics say, and what was done meanwhile, on one clock. */
final class Observatory {

    /** Divided by {@link Timing#slowness}: what is light for a container would be heavy for an emulated processor. */
    private static final int LIGHT_PER_SECOND = 80;
    /** Times half of {@link Timing#slowness}, where that is more: reading them costs an emulated node more than serving a page does. */
    private static final Duration SAMPLE_EVERY = Duration.ofMillis(200);

    private final URI page;
    private final Function<Page, String> server;
    private final Readings statisticsPage;
    private final Roster roster;
    private final Map<String, Role> roles;
    private volatile Readings readings;
    private volatile Windows windows = Windows.SHORTEST.times(Timing.slowness());
    private volatile ConfiguredLoad load = ConfiguredLoad.UNKNOWN;
    private volatile Recorder recording = new Recorder(windows);

    /**
     * @param page           what visitors open
     * @param server         tells from it which instance it came from
     * @param statisticsPage where statistics are read as long as nobody knows a runtime socket
     */
    Observatory(URI page, Function<Page, String> server, Readings statisticsPage, Roster roster, Map<String, Role> roles) {
        this.page = page;
        this.server = server;
        this.statisticsPage = statisticsPage;
        this.readings = statisticsPage;
        this.roster = roster;
        this.roles = roles;
    }

    /**
     * Takes what was found, for the next observations.
     *
     * @param runtime where statistics are read besides on the page, when anywhere
     * @param found   how long the balancer may take to see a change
     */
    void learn(Optional<Readings> runtime, Windows found) {
        readings = runtime.orElse(statisticsPage);
        windows = found;
    }

    /** Stays below every load rule of the configuration, from the next observation on. */
    void staysBelow(ConfiguredLoad found) {
        load = found;
    }

    /** How long the balancer may take to see a change. */
    Windows windows() {
        return windows;
    }

    /** The longest until it serves again after a test disturbed it: a balancer that is slower than usual to trust a server is waited for. */
    Duration restoration() {
        var slower = Math.max(0, windows.returnMs() - Windows.SHORTEST.times(Timing.slowness()).returnMs());
        return Timing.RESTORATION.max().plusMillis(Math.round(slower));
    }

    /** Writes down what was just done to the cluster, in the observation under way. */
    void note(Kind what, String target) {
        recording.add(what, target);
    }

    /** Whether the balancer sends anybody to it, as far as its statistics can be read and list it. */
    boolean serves(Instance instance) {
        var now = snapshotIfReadable();
        var rows = now.statistics().servers().stream().filter(row -> instance.name().equals(now.instanceOf().get(row.label()))).toList();
        return rows.isEmpty() || rows.stream().anyMatch(row -> row.up() || row.unchecked());
    }

    /** Without any server where there are no statistics. */
    Snapshot snapshotIfReadable() {
        try {
            return joined(recording, readings.read());
        } catch (IllegalArgumentException unreadable) {
            return joined(recording, new Statistics(List.of()));
        }
    }

    /** @throws CannotCheck when the statistics cannot be read */
    Snapshot snapshot() {
        try {
            return joined(recording, readings.read());
        } catch (IllegalArgumentException unreadable) {
            // Where no HAProxy runs, no page is missing.
            throw new CannotCheck(Verdict.waitsFor(windows.detectionMs() == 0 ? "G1.1" : "G3.1",
                    Text.of("No se pueden leer las estadísticas del balanceador: %s.", "The balancer's statistics cannot be read: %s.",
                            unreadable.getMessage())));
        }
    }

    /** Statistics that were read somewhere, as a snapshot. */
    Snapshot joined(Statistics seen) {
        return joined(recording, seen);
    }

    private Snapshot joined(Recorder recorder, Statistics seen) {
        return new Snapshot(recorder.nowMs(), seen, roster.instanceOf(seen));
    }

    /** One after the other; fewer, and slower, where a rule of the configuration would take as many for a load. */
    Observation visits(int count, Visitor visitor) {
        var recorder = new Recorder(windows);
        var pace = new Pace(load.lightPerSecond(Pace.FREE.perSecond(), true));
        sample(readings, recorder);
        pace.times(pace.within(count), () -> recorder.add(visitor.visit(page, recorder.originNanos(), server)));
        sample(readings, recorder);
        return recorder.observation(roles);
    }

    Observation watchUnderLightTraffic(Consumer<Watch> story) {
        return underLightTraffic(readings, story);
    }

    /** The same, seen on the statistics page. */
    Observation watchThePageUnderLightTraffic(Consumer<Watch> story) {
        return underLightTraffic(statisticsPage, story);
    }

    private Observation underLightTraffic(Readings source, Consumer<Watch> story) {
        return watchRecording(source, recorder -> {
            var perSecond = load.lightWhileServersAreGone(Math.ceil(LIGHT_PER_SECOND / Timing.slowness()));
            try (var traffic = new Traffic(page, perSecond, server, recorder)) {
                story.accept(new Watch(recorder, perSecond, load.lingerMs()));
            }
        });
    }

    Observation watch(Consumer<Watch> story) {
        return watchRecording(readings, recorder -> story.accept(new Watch(recorder, LIGHT_PER_SECOND, load.lingerMs())));
    }

    private Observation watchRecording(Readings source, Consumer<Recorder> story) {
        var recorder = new Recorder(windows);
        recording = recorder;
        var pause = Duration.ofMillis(Math.round(SAMPLE_EVERY.toMillis() * Math.max(1, Timing.slowness() / 2)));
        try (var reading = source.every(pause, seen -> recorder.add(joined(recorder, seen)), unreadable(recorder))) {
            story.accept(recorder);
        }
        sample(source, recorder);
        return recorder.observation(roles);
    }

    /** The statistics, again and again, until that is closed. */
    Readings.Reading follow(Duration pause, Consumer<Snapshot> seen, Consumer<String> unreadable) {
        var recorder = new Recorder(windows);
        return readings.every(pause, figures -> seen.accept(joined(recorder, figures)), unreadable);
    }

    private void sample(Readings source, Recorder recorder) {
        try {
            recorder.add(joined(recorder, source.read()));
        } catch (IllegalArgumentException failed) {
            unreadable(recorder).accept(failed.getMessage());
        }
    }

    /** A gap in the samples is an observation too: the judge sees their times. */
    private static Consumer<String> unreadable(Recorder recorder) {
        return why -> recorder.add(Kind.STATISTICS_UNREADABLE, why);
    }
}
