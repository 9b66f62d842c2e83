package relevo.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import relevo.cluster.Console;
import relevo.live.page.LivePicture;
import relevo.live.page.LiveStage.VisitorPage;
import relevo.live.page.Strip.Kind;
import relevo.live.page.Strip.Point;
import relevo.observation.Page;
import relevo.observation.Role;
import relevo.observation.Snapshot;
import relevo.outside.Readings;
import relevo.outside.Visitor;
import relevo.timing.Daemon;
import relevo.words.Text;

/** Looks at the cluster twice a second, as HAProxy's statistics and one visitor see it, from its making until it is closed. */
final class Pulse implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final long POINT_EVERY_MS = 500;
    private static final long VISIT_EVERY_MS = 1_000;
    /** One visitor a second is served by one of several: whoever served nobody for so long rests, ms. */
    private static final long RESTING_MS = 3_000;
    /** Statistics that are older say nothing of now, ms. */
    private static final long STALE_MS = 3_000;

    private final Cast cast;
    private final Drawing drawing;
    private final Timeline timeline;
    private final Runnable changed;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, Daemon.named("relevo-pulse"));
    private final Readings.Reading reading;
    private final Map<String, Long> servedMs = new ConcurrentHashMap<>();
    private final Set<String> serving = new HashSet<>();
    private final Map<String, Boolean> up = new TreeMap<>();
    private volatile Seen latest;
    private volatile Figures figures = Figures.NONE;
    private volatile boolean visits = true;
    private volatile Visit lastVisit = new Visit(OptionalDouble.empty(), true, null, 0);
    private Seen compared;

    /** A reading, and when it was there, ms since the epoch. */
    private record Seen(long atMs, Snapshot snapshot) {
    }

    /** @param number changes with the page */
    private record Visit(OptionalDouble tookMs, boolean ok, Page page, long number) {
    }

    /** @param changed told after each look */
    Pulse(Cast cast, Console console, Timeline timeline, Runnable changed) {
        this.cast = cast;
        this.drawing = new Drawing(cast, console);
        this.timeline = timeline;
        this.changed = changed;
        reading = console.follow(PAUSE, snapshot -> latest = new Seen(System.currentTimeMillis(), snapshot), unreadable -> { });
        clock.scheduleAtFixedRate(this::point, POINT_EVERY_MS, POINT_EVERY_MS, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(this::visit, 0, VISIT_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Whether the visitor comes: one more would be counted while a requirement is being played. */
    void visiting(boolean comes) {
        visits = comes;
    }

    /** @param secret whether the picture must not tell what was done by hand */
    LivePicture picture(boolean secret) {
        var seen = latest;
        return drawing.of(seen == null || System.currentTimeMillis() - seen.atMs > STALE_MS ? Optional.empty() : Optional.of(figures), this::serves, secret);
    }

    /** Changes with what a visitor gets; 0 as long as nobody got anything. */
    long visitorPageNumber() {
        return lastVisit.number;
    }

    Optional<VisitorPage> visitorPage() {
        var visit = lastVisit;
        if (visit.page == null) {
            return Optional.empty();
        }
        var type = visit.page.headers().getOrDefault("content-type", "").replaceFirst(";.*", "");
        return Optional.of(new VisitorPage(visit.page.status(), type + "; charset=utf-8", visit.page.body().getBytes(StandardCharsets.UTF_8)));
    }

    private void point() {
        var seen = latest;
        if (seen != null && seen != compared) {
            if (compared != null) {
                figures = Figures.between(compared.snapshot, seen.snapshot, Math.max(1, seen.atMs - compared.atMs) / 1_000.0);
                notice(figures);
            }
            compared = seen;
        }
        var rates = new TreeMap<String, Double>();
        figures.servers().forEach((name, server) -> rates.put(name, server.perSecond()));
        var visit = lastVisit;
        timeline.add(new Point(System.currentTimeMillis(), rates, figures.queued(), visits ? visit.tookMs : OptionalDouble.empty(), !visits || visit.ok));
        changed.run();
    }

    private boolean serves(String name) {
        return System.currentTimeMillis() - servedMs.getOrDefault(name, 0L) < RESTING_MS;
    }

    private void notice(Figures now) {
        now.servers().forEach((name, server) -> {
            if (server.perSecond() > 0) {
                servedMs.put(name, System.currentTimeMillis());
            }
            var before = up.put(name, server.up());
            if (before != null && before != server.up()) {
                timeline.mark(Kind.SEEN, server.up() ? Text.of("HAProxy muestra %s como UP", "HAProxy shows %s as UP", name)
                        : Text.of("HAProxy muestra %s como DOWN", "HAProxy shows %s as DOWN", name));
            }
            var backup = cast.webServer(name).filter(one -> one.role() == Role.BACKUP).isPresent();
            if (backup && serves(name) && serving.add(name)) {
                timeline.mark(Kind.SEEN, Text.of("%s empieza a servir", "%s begins to serve", name));
            } else if (backup && !serves(name) && serving.remove(name)) {
                timeline.mark(Kind.SEEN, Text.of("%s descansa", "%s rests", name));
            }
        });
    }

    private void visit() {
        if (!visits) {
            return;
        }
        var began = System.nanoTime();
        var page = Visitor.withNewConnections().open(cast.web());
        var tookMs = (System.nanoTime() - began) / 1e6;
        var before = lastVisit;
        var other = before.page == null || before.page.status() != page.status() || !before.page.body().equals(page.body());
        lastVisit = new Visit(OptionalDouble.of(tookMs), page.status() == 200, page, other ? before.number + 1 : before.number);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        reading.close();
    }
}
