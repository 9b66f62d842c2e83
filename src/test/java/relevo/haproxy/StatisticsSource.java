package relevo.haproxy;

import relevo.observation.Statistics;

import java.net.URI;
import relevo.observation.Page;

/**
 * HAProxy's statistics page, read from the host as a user reads it.
 *
 * @param page        where it opens
 * @param credentials who may see it
 */
public record StatisticsSource(URI page, Credentials credentials) {

    /** The page as HTML. */
    public Page html() {
        return Visitor.withNewConnections().open(page, credentials);
    }

    /** The page's {@code ;csv} form. */
    public Page csv() {
        return Visitor.withNewConnections().open(csvAddress(), credentials);
    }

    /** The figures. @throws IllegalArgumentException when the answer is no statistics */
    public Statistics read() {
        return StatisticsParser.parse(csv().body());
    }

    /** Where the figures are read. */
    public URI csvAddress() {
        return URI.create(page + ";csv");
    }
}
