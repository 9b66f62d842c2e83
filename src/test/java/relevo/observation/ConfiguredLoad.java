package relevo.observation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the configuration in force says about load: what production takes, and which rules look at it.
 *
 * @param rules       in the order of the file
 * @param production  one for each server line of production
 * @param admitted    connections that the frontends let in at once, as far as they or {@code global} say; the lowest counts
 * @param admittedBy  the words that say so, with file and line; empty where nothing does
 * @param serverMs    {@code timeout server} of production's farm, ms; empty where none is set
 * @param queueMs     {@code timeout queue} of production's farm, or {@code timeout connect}, which HAProxy takes in its place, ms; empty for neither
 * @param connectMs   {@code timeout connect} of production's farm, ms; empty where none is set
 * @param retries     {@code retries} of production's farm: how often a request that could not connect is tried again
 */
public record ConfiguredLoad(List<LoadRule> rules, List<Place> production, OptionalLong admitted, String admittedBy, OptionalDouble serverMs,
                             OptionalDouble queueMs, OptionalDouble connectMs, long retries) {

    private static final Set<LoadUnit> OPEN = Set.of(LoadUnit.CONNECTIONS, LoadUnit.FREE_PLACES, LoadUnit.QUEUED);
    /** From here on waiting for servers that are gone takes more places than light load may, ms. */
    private static final double LONG_CONNECT_MS = 2_000;

    /** HAProxy's own {@code retries}. */
    public static final long RETRIES = 3;
    /** Of a balancer whose configuration nobody read. */
    public static final ConfiguredLoad UNKNOWN = new ConfiguredLoad(List.of(), List.of(), OptionalLong.empty(), "", OptionalDouble.empty(),
            OptionalDouble.empty());

    /** Without {@code timeout connect} and {@code retries}. */
    public ConfiguredLoad(List<LoadRule> rules, List<Place> production, OptionalLong admitted, String admittedBy, OptionalDouble serverMs,
            OptionalDouble queueMs) {
        this(rules, production, admitted, admittedBy, serverMs, queueMs, OptionalDouble.empty(), RETRIES);
    }

    /** The rule that leaves the least room to light load; empty where none looks at anything that a client makes. */
    public Optional<LoadRule> narrowest(boolean oneByOne) {
        return rules.stream().filter(rule -> rule.lightPerSecond(oneByOne) < Double.MAX_VALUE)
                .min(Comparator.comparingDouble(rule -> rule.lightPerSecond(oneByOne)));
    }

    /** Requests/s that are light: so many, or fewer where a rule leaves less room. */
    public double lightPerSecond(double usual, boolean oneByOne) {
        return Math.min(usual, narrowest(oneByOne).map(rule -> rule.lightPerSecond(oneByOne)).orElse(Double.MAX_VALUE));
    }

    /**
     * How long those who wait for servers that are gone may keep a rule true after the checks have noticed, ms: every try of theirs may take
     * {@code timeout connect}. 0 where no rule looks at what is open, and where waiting is short.
     */
    public double lingerMs() {
        var connect = connectMs.orElse(0);
        return connect >= LONG_CONNECT_MS && rules.stream().anyMatch(rule -> OPEN.contains(rule.unit())) ? (1 + retries) * connect : 0;
    }

    /**
     * Requests/s that are light also while servers are gone. Each request then keeps a place of production for {@code timeout connect}: twice until
     * the checks have taken its server out, at every try of one that nobody checks. With roundrobin and static-rr HAProxy sends nobody to a backup
     * of the same farm as long as anybody waits in the farm's queue ({@code assign_server} in its backend.c), and a rule may call production full:
     * half of the places may be taken so.
     */
    public double lightWhileServersAreGone(double usual) {
        var light = lightPerSecond(usual, false);
        var checked = production.stream().allMatch(Place::checked);
        var connect = connectMs.orElse(0);
        var waitMs = connect * (checked ? Math.min(2, 1 + retries) : 1 + retries);
        if ((checked ? connect : waitMs) < LONG_CONNECT_MS || production.isEmpty() || production.stream().anyMatch(place -> place.maxconn().isEmpty())) {
            return light;
        }
        var places = production.stream().mapToDouble(place -> place.maxconn().getAsLong()).sum();
        return Math.min(light, Math.max(1, places / 2 / (waitMs / 1_000)));
    }
}
