package relevo.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
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
     * @return empty where the statistics show none of them
     */
    static Optional<Places> of(Snapshot now, Collection<String> production, ConfiguredLoad configured) {
        var limits = new TreeMap<String, OptionalLong>();
        for (var row : now.statistics().servers()) {
            var instance = now.instanceOf().get(row.label());
            if (instance != null && production.contains(instance)) {
                limits.merge(instance, row.limit(), (one, other) -> one.orElse(STOCK_APACHE) >= other.orElse(STOCK_APACHE) ? one : other);
            }
        }
        return limits.isEmpty() ? Optional.empty() : Optional.of(of(List.copyOf(limits.values()), configured));
    }

    private static Places of(List<OptionalLong> limits, ConfiguredLoad configured) {
        var all = (int) limits.stream().mapToLong(limit -> limit.orElse(STOCK_APACHE)).sum();
        var unlimited = limits.stream().filter(OptionalLong::isEmpty).count();
        var words = new ArrayList<String>();
        limits.stream().flatMap(limit -> limit.stream().boxed()).distinct().forEach(limit -> words.add("maxconn " + limit + where(limit, configured)));
        if (unlimited > 0) {
            words.add("MaxRequestWorkers " + STOCK_APACHE + " × " + unlimited);
        }
        var limited = unlimited < limits.size();
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
