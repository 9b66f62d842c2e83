package relevo.haproxy;

import java.util.List;

/**
 * HAProxy's statistics at one moment.
 *
 * @param servers every server row, in the page's order; a server listed in two backends has two rows
 */
public record Statistics(List<ServerRow> servers) {
}
