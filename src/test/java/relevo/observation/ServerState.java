package relevo.observation;

/** What the statistics say of one instance at one moment, over all the rows that mean it. */
public enum ServerState {
    /** Every row is UP. */
    UP,
    /** Every row is DOWN. */
    DOWN,
    /** Every row is {@code no check}: HAProxy never looks. */
    UNCHECKED,
    /** Rows that differ, or in maintenance, draining, …. */
    OTHER,
    /** No row means it. */
    UNLISTED
}
