package relevo.observation;

import java.util.List;

/**
 * HAProxy's statistics at one moment.
 *
 * @param servers  every server row, in the page's order; a server listed in two backends has two rows
 * @param backends every BACKEND row, in the page's order; empty when they were not kept
 */
public record Statistics(List<ServerRow> servers, List<BackendRow> backends) {

    /** Statistics of which only the server rows were kept. */
    public Statistics(List<ServerRow> servers) {
        this(servers, List.of());
    }
}
