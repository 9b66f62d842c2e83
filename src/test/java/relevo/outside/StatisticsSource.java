package relevo.outside;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import relevo.observation.Page;
import relevo.observation.Statistics;

/** HAProxy's statistics page, read from the host as a user reads it. */
public final class StatisticsSource {

    /** Where it is found: {@code stats uri} as manuals and tutorials have it; the second is HAProxy's own when none is set. */
    private static final List<String> USUAL = List.of("/", "/haproxy?stats", "/stats", "/haproxy", "/haproxy_stats", "/haproxy-stats", "/haproxy/stats",
            "/admin?stats");
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final URI door;
    private final Credentials credentials;
    private volatile URI page;

    /**
     * @param door        where it listens; {@link #locate} finds the page behind it
     * @param credentials who may see it
     */
    public StatisticsSource(URI door, Credentials credentials) {
        this.door = door;
        this.credentials = credentials;
        this.page = door;
    }

    /** Looks for the page at the usual addresses: the first that gives statistics, or else asks for other credentials; or else the door itself. */
    public void locate() {
        Map<URI, Page> asked = new HashMap<>();
        page = door;
        if (asked.computeIfAbsent(door, this::csv).status() != 0) {
            page = first(asked, csv -> csv.status() == OK && csv.body().startsWith("# pxname")).or(() -> first(asked, csv -> csv.status() == UNAUTHORIZED))
                    .orElse(door);
        }
    }

    /** @param asked what addresses gave, so that none is asked twice */
    private Optional<URI> first(Map<URI, Page> asked, Predicate<Page> wanted) {
        return USUAL.stream().map(door::resolve).filter(candidate -> wanted.test(asked.computeIfAbsent(candidate, this::csv))).findFirst();
    }

    /** Where it opens. */
    public URI page() {
        return page;
    }

    /** Who may see it. */
    public Credentials credentials() {
        return credentials;
    }

    /** The page as HTML. */
    public Page html() {
        return Visitor.withNewConnections().open(page, credentials);
    }

    /** The page's {@code ;csv} form. */
    public Page csv() {
        return csv(page);
    }

    private Page csv(URI of) {
        return Visitor.withNewConnections().open(csvAddress(of), credentials);
    }

    /** The figures. @throws IllegalArgumentException when there is no answer, or none that is statistics; its message says which */
    public Statistics read() {
        return parse(csv());
    }

    /** The figures, where there is an answer with status 200. @throws IllegalArgumentException when it is no statistics */
    public Optional<Statistics> readIfOpen() {
        return Optional.of(csv()).filter(csv -> csv.status() == OK).map(this::parse);
    }

    private Statistics parse(Page csv) {
        if (csv.status() == 0) {
            throw new IllegalArgumentException(csvAddress(page) + ": " + csv.body());
        }
        return StatisticsParser.parse(csv.body());
    }

    private static URI csvAddress(URI page) {
        return URI.create(page + ";csv");
    }
}
