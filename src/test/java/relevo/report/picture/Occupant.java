package relevo.report.picture;

import relevo.words.Text;

/**
 * Something drawn inside a machine, or beside all of them.
 *
 * @param kind    decides how it looks
 * @param name    in full
 * @param what    what it is, in a word or two
 * @param detail  what else is known of it
 * @param stopped whether it is there and does not run
 * @param bare    whether it runs in the machine itself, in no instance
 * @param server  whether the balancer leads to it
 * @param told    whether its role or its place is somebody's word
 */
record Occupant(Kind kind, String name, Text what, Text detail, boolean stopped, boolean bare, boolean server, boolean told) {

    /** In the order in which a machine shows them. */
    enum Kind {
        BALANCER, PRODUCTION, BACKUP, OTHER
    }
}
