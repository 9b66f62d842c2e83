package relevo.observation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the configuration in force says about load: what production takes, and which rules look at it.
 *
 * @param rules       in the order of the file
 * @param production  one for each server line of production
 * @param admitted    connections that the frontends let in at once, as far as they or {@code global} say; the lowest counts
 * @param admittedBy  the words that say so, with file and line; empty where nothing does
 * @param serverMs    {@code timeout server} of production's farm, ms; empty where none is set
 * @param queueMs     {@code timeout queue} of production's farm, or {@code timeout connect}, which HAProxy takes in its place, ms; empty for neither
 */
public record ConfiguredLoad(List<LoadRule> rules, List<Place> production, OptionalLong admitted, String admittedBy, OptionalDouble serverMs,
                             OptionalDouble queueMs) {

    /** Of a balancer whose configuration nobody read. */
    public static final ConfiguredLoad UNKNOWN = new ConfiguredLoad(List.of(), List.of(), OptionalLong.empty(), "", OptionalDouble.empty(),
            OptionalDouble.empty());

    /** The rule that leaves the least room to light load; empty where none looks at anything that a client makes. */
    public Optional<LoadRule> narrowest(boolean oneByOne) {
        return rules.stream().filter(rule -> rule.lightPerSecond(oneByOne) < Double.MAX_VALUE)
                .min(Comparator.comparingDouble(rule -> rule.lightPerSecond(oneByOne)));
    }

    /** Requests/s that are light: so many, or fewer where a rule leaves less room. */
    public double lightPerSecond(double usual, boolean oneByOne) {
        return Math.min(usual, narrowest(oneByOne).map(rule -> rule.lightPerSecond(oneByOne)).orElse(Double.MAX_VALUE));
    }
}
