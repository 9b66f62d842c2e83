package relevo.live.page;

import java.time.Duration;

/**
 * How much of this machine the page's server takes, whoever asks: it runs beside what it shows.
 *
 * @param connections at once; more wait until one ends
 * @param streams     pages that are told what changes, at once
 * @param pace        the least time between two views
 * @param heartbeat   after which a page that had nothing to be told is told that the server is there
 * @param patience    with a page that takes nothing
 * @param idle        after which a connection on which nothing happens is closed
 */
record PageBounds(int connections, int streams, Duration pace, Duration heartbeat, Duration patience, Duration idle) {

    /** What an order may weigh, bytes. */
    static final int ORDER = 8_192;

    static final PageBounds USUAL = new PageBounds(64, 16, Duration.ofMillis(100), Duration.ofSeconds(3), Duration.ofSeconds(20), Duration.ofSeconds(10));
}
