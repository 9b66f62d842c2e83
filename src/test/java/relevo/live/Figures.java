package relevo.live;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import relevo.observation.ServerRow;
import relevo.observation.Snapshot;

/**
 * What two readings of the statistics say of each instance.
 *
 * @param servers by instance; one that the balancer does not list is missing
 * @param queued  requests that wait for any server
 */
record Figures(Map<String, Server> servers, long queued) {

    static final Figures NONE = new Figures(Map.of(), 0);

    /**
     * One instance, all rows of it together.
     *
     * @param status    of its first row
     * @param up        whether any row is up, or is not looked after
     * @param perSecond requests/s that it was given
     * @param current   requests that it works on
     * @param slots     at most, those of all its rows; empty when a row has no limit
     * @param queued    requests that wait for it alone
     */
    record Server(String status, boolean up, double perSecond, long current, OptionalLong slots, long queued) {
    }

    /**
     * @param before  an earlier reading
     * @param now     the later one
     * @param seconds between the two
     */
    static Figures between(Snapshot before, Snapshot now, double seconds) {
        var earlier = rows(before);
        var servers = new TreeMap<String, Server>();
        rows(now).forEach((instance, rows) -> servers.put(instance, server(rows, sessions(earlier.getOrDefault(instance, List.of())), seconds)));
        // What waits for one server is in its backend's queue as well.
        return new Figures(servers, now.statistics().backends().stream().mapToLong(backend -> backend.queued()).sum());
    }

    private static Map<String, List<ServerRow>> rows(Snapshot of) {
        return of.statistics().servers().stream().filter(row -> of.instanceOf().containsKey(row.label()))
                .collect(Collectors.groupingBy(row -> of.instanceOf().get(row.label())));
    }

    private static long sessions(List<ServerRow> rows) {
        return rows.stream().mapToLong(ServerRow::sessions).sum();
    }

    /** A balancer that was started anew counts anew. */
    private static Server server(List<ServerRow> rows, long before, double seconds) {
        var now = sessions(rows);
        var since = now >= before ? now - before : now;
        var limited = rows.stream().allMatch(row -> row.limit().isPresent());
        return new Server(rows.get(0).status(), rows.stream().anyMatch(row -> row.up() || row.unchecked()), since / seconds,
                rows.stream().mapToLong(ServerRow::current).sum(),
                limited ? OptionalLong.of(rows.stream().mapToLong(row -> row.limit().getAsLong()).sum()) : OptionalLong.empty(),
                rows.stream().mapToLong(ServerRow::queued).sum());
    }
}
