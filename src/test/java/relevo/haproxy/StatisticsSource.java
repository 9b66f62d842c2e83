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

    /** The figures. @throws IllegalArgumentException when there is no answer, or none that is statistics; its message says which */
    public Statistics read() {
        var csv = csv();
        if (csv.status() == 0) {
            throw new IllegalArgumentException(csvAddress() + ": " + csv.body());
        }
        return StatisticsParser.parse(csv.body());
    }

    /** Where the figures are read. */
    public URI csvAddress() {
        return URI.create(page + ";csv");
    }
}
