package relevo.live.defence;

/** What a question is about. */
enum Topic {
    /** A requirement that is not met. */
    NOT_MET,
    /** How long a server that died goes on being used. */
    DETECTION,
    /** How long one that is back is not used yet. */
    RETURN,
    /** What a health check asks for. */
    CHECK,
    /** How many requests production works on at once. */
    SLOTS,
    /** At which load requests go somewhere else. */
    LOAD_RULE,
    /** Who is given the next request. */
    BALANCE,
    /** When servers that are marked as backups serve. */
    BACKUP,
    /** How often a request that failed is tried again, and where. */
    RETRIES,
    /** How long a request waits for a place. */
    QUEUE,
    /** How long a server that says nothing is waited for. */
    SILENCE,
    /** How many connections are let in. */
    ADMITTED,
    /** Where the page comes from that apologises. */
    APOLOGY,
    /** What the statistics page lets one do. */
    STATISTICS,
    /** What is lost with a machine. */
    MACHINE,
    /** Who is behind a server line. */
    ADDRESS,
    /** Who fills first, Apache or the place that HAProxy gives it. */
    WORKERS,
    /** What was done to a server, and when HAProxy saw it. */
    FAULT,
    /** What was mended, and when HAProxy saw it. */
    MENDED,
    /** A configuration that HAProxy refused. */
    REFUSED
}
