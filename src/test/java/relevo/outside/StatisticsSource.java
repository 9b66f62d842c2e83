package relevo.outside;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import relevo.observation.Page;
import relevo.observation.Statistics;
import relevo.timing.Daemon;

/** HAProxy's statistics page, read from the host as a user reads it. */
public final class StatisticsSource implements Readings {

    /** Where it is found: {@code stats uri} as manuals and tutorials have it; the second is HAProxy's own when none is set. */
    private static final List<String> USUAL = List.of("/", "/haproxy?stats", "/stats", "/haproxy", "/haproxy_stats", "/haproxy-stats", "/haproxy/stats",
            "/admin?stats");
    /** Addresses and names that are tried: a person configures one or two. */
    private static final int MOST = 16;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final List<URI> doors;
    private final Credentials named;
    private volatile Seen found;

    /** Where, and as who. */
    private record Seen(URI page, Credentials credentials) {
    }

    /** One that listens at a door of its own. */
    public StatisticsSource(URI door, Credentials credentials) {
        this(List.of(door), credentials);
    }

    /**
     * @param doors       where it may listen, the likeliest first; {@link #locate} finds the page behind one of them
     * @param credentials who may see it
     */
    public StatisticsSource(List<URI> doors, Credentials credentials) {
        this.doors = List.copyOf(doors);
        this.named = credentials;
        this.found = new Seen(first(), credentials);
    }

    /** Where nobody listens, when there is no door at all. */
    private URI first() {
        return doors.isEmpty() ? URI.create("http://127.0.0.1:1/") : doors.get(0);
    }

    /**
     * Looks for the page: the first address that gives statistics, or else the first that asks for other credentials; or else the first door.
     *
     * @param visitors where visitors are served: a page may be there too
     * @param paths    where the configuration says that it is; the usual ones are tried after them
     * @param known    who may see it by the configuration, besides the one who was named
     */
    public void locate(List<URI> visitors, List<String> paths, List<Credentials> known) {
        var all = Stream.concat(paths.stream().limit(MOST), USUAL.stream()).distinct().toList();
        var who = Stream.concat(Stream.of(named), known.stream().limit(MOST)).distinct().toList();
        List<Seen> refused = new ArrayList<>();
        for (var from : Stream.concat(doors.stream(), visitors.stream()).distinct().toList()) {
            for (var place : csv(from, named).status() == 0 ? List.<URI>of() : places(from, all)) {
                var seen = at(place, who, refused);
                if (seen.isPresent()) {
                    found = seen.get();
                    return;
                }
            }
        }
        found = refused.stream().findFirst().orElse(new Seen(first(), named));
    }

    /** Those behind the same door: a configuration is not asked whom else to send a name and a password to. */
    static List<URI> places(URI from, List<String> paths) {
        var places = new ArrayList<URI>();
        for (var path : paths) {
            try {
                var place = from.resolve(path);
                if (Objects.equals(from.getScheme(), place.getScheme()) && Objects.equals(from.getRawAuthority(), place.getRawAuthority())
                        && place.getFragment() == null) {
                    places.add(place);
                }
            } catch (IllegalArgumentException strange) {
                // Nobody's browser would open it either.
            }
        }
        return places;
    }

    private static Optional<Seen> at(URI address, List<Credentials> who, List<Seen> refused) {
        for (var one : who) {
            var csv = csv(address, one);
            if (csv.status() == OK && csv.body().startsWith("# pxname")) {
                return Optional.of(new Seen(address, one));
            }
            if (csv.status() != UNAUTHORIZED) {
                return Optional.empty();
            }
            refused.add(new Seen(address, one));
        }
        return Optional.empty();
    }

    /** Where it opens. */
    public URI page() {
        return found.page();
    }

    /** Who may see it. */
    public Credentials credentials() {
        return found.credentials();
    }

    /** The page as HTML. */
    public Page html() {
        return Visitor.withNewConnections().open(page(), credentials());
    }

    /** The page's {@code ;csv} form. */
    public Page csv() {
        return csv(page(), credentials());
    }

    private static Page csv(URI of, Credentials who) {
        return Visitor.withNewConnections().open(csvAddress(of), who);
    }

    @Override
    public Statistics read() {
        return parse(csv());
    }

    @Override
    public Reading every(Duration pause, Consumer<Statistics> seen, Consumer<String> unreadable) {
        var clock = Executors.newSingleThreadScheduledExecutor(Daemon.named("relevo-statistics"));
        Runnable once = () -> {
            try {
                seen.accept(read());
            } catch (IllegalArgumentException failed) {
                unreadable.accept(failed.getMessage());
            }
        };
        once.run();
        clock.scheduleWithFixedDelay(once, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return clock::shutdownNow;
    }

    private Statistics parse(Page csv) {
        if (csv.status() == 0) {
            throw new IllegalArgumentException(csvAddress(page()) + ": " + csv.body());
        }
        return StatisticsParser.parse(csv.body());
    }

    private static URI csvAddress(URI page) {
        return URI.create(page + ";csv");
    }
}
