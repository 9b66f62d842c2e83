package relevo.observation;

import java.util.OptionalLong;

/**
 * One server of one proxy, as HAProxy's statistics list it.
 *
 * @param proxy      name of the backend or listen section ({@code pxname})
 * @param name       name of the server ({@code svname})
 * @param address    {@code host:port}; empty when the page does not show it (no {@code stats show-legends})
 * @param backup     whether it carries the {@code backup} keyword ({@code bck})
 * @param status     the status column as printed: {@code UP}, {@code UP 1/3}, {@code DOWN}, {@code MAINT (via …)}, {@code no check}, …
 * @param current    sessions now ({@code scur})
 * @param limit      {@code maxconn} of the server ({@code slim}); empty when it has none
 * @param queued     requests waiting for this server now ({@code qcur})
 * @param queuedMax  most requests that ever waited for it ({@code qmax})
 * @param sessions   sessions so far ({@code stot})
 * @param served2xx  responses with status 2xx so far ({@code hrsp_2xx}); unlike {@code lbtot} it does not count retries
 * @param served5xx  responses with status 5xx so far ({@code hrsp_5xx})
 * @param downs      transitions from UP to DOWN so far ({@code chkdown})
 * @param algorithm  balancing algorithm of the proxy ({@code algo}); empty when not shown
 */
public record ServerRow(String proxy, String name, String address, boolean backup, String status, long current,
                        OptionalLong limit, long queued, long queuedMax, long sessions, long served2xx, long served5xx,
                        long downs, String algorithm) {

    /** {@code proxy/server}, as HAProxy's own log writes it; {@link Snapshot#instanceOf} goes by it. */
    public String label() {
        return proxy + "/" + name;
    }

    /** {@code UP}, {@code UP 1/3}, …; a server without health checks is not up, it is unknown. */
    public boolean up() {
        return status.startsWith("UP");
    }

    /** {@code DOWN}, {@code DOWN 1/2}, {@code DOWN (agent)}, …. */
    public boolean down() {
        return status.startsWith("DOWN");
    }

    /** HAProxy does not look whether it lives ({@code no check}). */
    public boolean unchecked() {
        return status.startsWith("no check");
    }
}
