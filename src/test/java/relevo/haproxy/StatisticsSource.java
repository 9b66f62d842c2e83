package relevo.haproxy;

import relevo.observation.Statistics;

import java.net.URI;
import java.util.Optional;
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
        return parse(csv());
    }

    /** The figures, where there is an answer with status 200. @throws IllegalArgumentException when it is no statistics */
    public Optional<Statistics> readIfOpen() {
        return Optional.of(csv()).filter(csv -> csv.status() == 200).map(this::parse);
    }

    private Statistics parse(Page csv) {
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
