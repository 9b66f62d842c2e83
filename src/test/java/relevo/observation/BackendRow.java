package relevo.observation;

/**
 * The row that sums up one backend or listen section.
 *
 * <p>A request that finds every server of its backend at its {@code maxconn} waits here, in the backend's own queue, and
 * not in any server's: measured on 2.6.12, {@code qcur} of the servers stayed 0 while the backend's was 8.
 *
 * @param proxy     name of the backend or listen section ({@code pxname})
 * @param queued    requests waiting for any of its servers now ({@code qcur}, the servers' own queues included)
 * @param queuedMax most that ever waited ({@code qmax})
 */
public record BackendRow(String proxy, long queued, long queuedMax) {
}
