package relevo.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import relevo.observation.ConfiguredLoad;
import relevo.observation.Place;
import relevo.observation.Snapshot;

/**
 * How many requests production may work on at the same time.
 *
 * @param slots   over all its servers
 * @param by      the words that say so, with file and line
 * @param limited whether HAProxy itself says so, for some server at least
 */
record Places(int slots, String by, boolean limited) {

    /** What a stock Apache serves at once ({@code MaxRequestWorkers}), taken where HAProxy sets no {@code maxconn}. */
    static final int STOCK_APACHE = 150;

    /**
     * As the statistics say; the configuration says where.
     *
     * @param production names of its instances
     * @param workers    what the Apache of each serves at once, as far as that is known
     * @return empty where the statistics show none of them
     */
    static Optional<Places> of(Snapshot now, Collection<String> production, ConfiguredLoad configured, Map<String, Integer> workers) {
        var limits = new TreeMap<String, OptionalLong>();
        var apache = new TreeMap<String, Integer>();
        production.forEach(name -> apache.put(name, workers.getOrDefault(name, STOCK_APACHE)));
        // Who is down takes nothing; where all are, nobody can be asked anything, and the figure is but a name.
        var nobodyIsUp = now.statistics().servers().stream().noneMatch(row -> production.contains(now.instanceOf().getOrDefault(row.label(), ""))
                && (row.up() || row.unchecked()));
        for (var row : now.statistics().servers()) {
            var instance = now.instanceOf().get(row.label());
            if (instance != null && production.contains(instance) && (row.up() || row.unchecked() || nobodyIsUp)) {
                limits.merge(instance, row.limit(), (one, other) ->
                        one.orElse(apache.get(instance)) >= other.orElse(apache.get(instance)) ? one : other);
            }
        }
        return limits.isEmpty() ? Optional.empty() : Optional.of(of(limits, apache, configured));
    }

    private static Places of(Map<String, OptionalLong> limits, Map<String, Integer> apache, ConfiguredLoad configured) {
        var all = (int) limits.entrySet().stream().mapToLong(each -> each.getValue().orElse(apache.get(each.getKey()))).sum();
        var unlimited = limits.entrySet().stream().filter(each -> each.getValue().isEmpty()).map(each -> apache.get(each.getKey())).toList();
        var words = new ArrayList<String>();
        limits.values().stream().flatMap(limit -> limit.stream().boxed()).distinct().forEach(limit -> words.add("maxconn " + limit + where(limit, configured)));
        if (!unlimited.isEmpty()) {
            words.add("MaxRequestWorkers " + unlimited.stream().map(String::valueOf).collect(Collectors.joining(" + ")));
        }
        var limited = unlimited.size() < limits.size();
        // More than it lets in never reaches production.
        var admitted = configured.admitted().orElse(Long.MAX_VALUE);
        return !limited && admitted < all ? new Places((int) admitted, configured.admittedBy(), false)
                : new Places(all, String.join(", ", words), limited);
    }

    private static String where(long limit, ConfiguredLoad configured) {
        var lines = configured.production().stream().filter(place -> place.maxconn().equals(OptionalLong.of(limit))).map(Place::where).distinct().toList();
        return lines.isEmpty() ? "" : " (" + String.join(", ", lines) + ")";
    }
}
