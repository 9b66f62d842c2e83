package relevo.observation;

/** What a rule that looks at load counts. */
public enum LoadUnit {
    /** Connections that are open now. */
    CONNECTIONS,
    /** Requests in a second. */
    REQUESTS_PER_SECOND,
    /** New sessions or connections in a second: a client that keeps its connection makes one, however much it asks. */
    SESSIONS_PER_SECOND,
    /** Places that are left in servers with a {@code maxconn}. */
    FREE_PLACES,
    /** Requests that wait for a place. */
    QUEUED,
    /** Servers that are up: no load, but often named beside it. */
    SERVERS;

    /** Whether it counts by the second. */
    public boolean isRate() {
        return this == REQUESTS_PER_SECOND || this == SESSIONS_PER_SECOND;
    }
}
